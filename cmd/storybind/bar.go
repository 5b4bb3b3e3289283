package main

import (
	"fmt"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/rivo/uniseg"

	"storybind/internal/batch"
)

// A bar is the two lines that are shown while a plan runs:
//
//	 1240/20000 [====>             ] 91 a second, 3m26s left
//	2 failed, 30 unchanged · lamp.txt
//
// They are redrawn from another goroutine than the one that adds.
type bar struct {
	plan  batch.Plan
	begun time.Time

	lock                    sync.Mutex
	done, unchanged, failed int
	past                    []moment // of the last seconds
}

// A moment is how many stories were done at a time.
type moment struct {
	at   time.Time
	done int
}

// recent is the time over which the rate is taken: stories are told in order, so
// a long one holds up those behind it, and then they come all at once.
const recent = 20 * time.Second

func (b *bar) add(out batch.Outcome, now time.Time) {
	b.lock.Lock()
	defer b.lock.Unlock()
	b.done++
	switch out.State {
	case batch.Failed:
		b.failed++
	case batch.Unchanged:
		b.unchanged++
	}
	if n := len(b.past); n == 0 || now.Sub(b.past[n-1].at) > recent/100 {
		b.past = append(b.past, moment{now, b.done})
	}
	for len(b.past) > 1 && now.Sub(b.past[0].at) > recent {
		b.past = b.past[1:]
	}
}

// rate is how many stories were done in a second, lately.
func (b *bar) rate(now time.Time) float64 {
	from := moment{b.begun, 0}
	if len(b.past) > 0 && now.Sub(b.begun) > recent {
		from = b.past[0]
	}
	return float64(b.done-from.done) / max(now.Sub(from.at).Seconds(), 0.001)
}

// upper is the first line.
func (b *bar) upper(width int) string { return b.upperAt(width, time.Now()) }

func (b *bar) upperAt(width int, now time.Time) string {
	b.lock.Lock()
	defer b.lock.Unlock()
	total := len(b.plan.Jobs)
	all := fmt.Sprint(total)
	left := fmt.Sprintf("%*d/%s ", len(all), b.done, all)
	rate := b.rate(now)
	wait := "?"
	if rate > 0 {
		wait = time.Duration(float64(total-b.done) / rate * float64(time.Second)).Round(time.Second).String()
	}
	speed := fmt.Sprintf("%.0f", rate)
	if rate < 9.5 {
		speed = fmt.Sprintf("%.1f", rate)
	}
	right := fmt.Sprintf(" %s a second, %s left", speed, wait)
	if width < 60 {
		right = fmt.Sprintf(" %s/s, %s", speed, wait)
	}
	room := width - len(left) - len(right) - 2
	if room < 4 {
		return fit(left+strings.TrimSpace(right), width)
	}
	full := room * b.done / max(total, 1)
	inside := strings.Repeat("=", full)
	if full < room {
		inside = (inside + ">" + strings.Repeat(" ", room))[:room]
	}
	return left + "[" + inside + "]" + right
}

// lower is the second line: the story named is the first that is not done.
func (b *bar) lower(width int) string {
	b.lock.Lock()
	defer b.lock.Unlock()
	var parts []string
	if b.failed > 0 {
		parts = append(parts, fmt.Sprintf("%d failed", b.failed))
	}
	if b.unchanged > 0 {
		parts = append(parts, fmt.Sprintf("%d unchanged", b.unchanged))
	}
	counts := strings.Join(parts, ", ")
	if b.done < len(b.plan.Jobs) {
		if counts != "" {
			counts += " · "
		}
		counts += printable(strings.ToValidUTF8(filepath.Base(b.plan.Jobs[b.done].Input()), "?"))
	}
	return fit(counts, width)
}

// fit cuts a text to the columns that it may take.
func fit(s string, width int) string {
	if uniseg.StringWidth(s) <= width {
		return s
	}
	var b strings.Builder
	taken := 1 // the ellipsis
	for state, rest := -1, s; rest != ""; {
		var cluster string
		var columns int
		cluster, rest, columns, state = uniseg.FirstGraphemeClusterInString(rest, state)
		if taken += columns; taken > width {
			break
		}
		b.WriteString(cluster)
	}
	return b.String() + "…"
}
