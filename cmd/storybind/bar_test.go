package main

import (
	"fmt"
	"testing"
	"time"

	"github.com/rivo/uniseg"

	"storybind/internal/batch"
)

// The bar says the same things in any width, and is never wider than the screen.
func TestBar(t *testing.T) {
	begun := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	b := &bar{begun: begun}
	for n := range 2000 {
		b.plan.Jobs = append(b.plan.Jobs, batch.Job{Inputs: []string{fmt.Sprintf("in/守灯人-and-the-very-long-story-of-number-%d.txt", n)}})
	}
	now := begun
	for n := range 1000 {
		now = begun.Add(time.Duration(n+1) * 10 * time.Millisecond)
		out := batch.Outcome{State: batch.Converted}
		if n < 10 {
			out.State = batch.Failed
		} else if n < 110 {
			out.State = batch.Unchanged
		}
		b.add(out, now)
	}
	if got, want := b.upperAt(80, now), "1000/2000 [====================>                    ] 100 a second, 10s left"; len(got) != 80 || got[:12] != want[:12] || got[len(got)-27:] != want[len(want)-27:] {
		t.Errorf("got %q", got)
	}
	if got, want := b.lower(80), "10 failed, 100 unchanged · 守灯人-and-the-very-long-story-of-number-1000.txt"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	for width := range 100 {
		for _, line := range []string{b.upperAt(width, now), b.lower(width)} {
			if w := uniseg.StringWidth(line); w > max(width, 1) {
				t.Errorf("%d columns: %q has %d", width, line, w)
			}
		}
	}
	if got := printable("a\x1b[2Jb\xff\n"); got != "a?[2Jb\ufffd?" {
		t.Errorf("a name may move the cursor: %q", got)
	}
}

// The rate is that of late, not of a beginning that was quick.
func TestBarRate(t *testing.T) {
	begun := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	b := &bar{begun: begun}
	now := begun
	for n := range 1100 {
		step := time.Millisecond
		if n >= 1000 {
			step = time.Second
		}
		now = now.Add(step)
		b.add(batch.Outcome{}, now)
	}
	if r := b.rate(now); r < 0.9 || r > 1.2 {
		t.Errorf("the rate is %.2f a second, want 1", r)
	}
}
