//go:build unix

package main

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"storybind/internal/convert"
)

// structures are texts that ask for more than a story does: each makes about so many bytes
// of itself. The pieces that a number makes different are counted up.
var structures = map[string]func(n int) string{
	"prose":             repeated("It was late, and the keeper had gone down to the harbour to see whether the boat was in; it was not.\n\n"),
	"wrapped prose":     repeated("It was late, and the keeper had gone down to the harbour to see\nwhether the boat was in. It was not, and nobody had seen it go by.\n\n"),
	"one paragraph":     repeated("It was late, and the keeper slept. "),
	"one word":          repeated("x"),
	"one long line":     repeated("lamp oil "),
	"tiny chapters":     repeated("Chapter %d\n\nIt was late.\n\n"),
	"headings alone":    repeated("CHAPTER %d\n\n"),
	"numbers alone":     repeated("%d\n\n"),
	"contents":          repeated("Chapter %d ..... %d\n"),
	"scene breaks":      repeated("* * *\n\nIt was.\n\n"),
	"rules":             repeated("----------------------------------------\n"),
	"quotes alone":      repeated("\"' "),
	"quotes in lines":   repeated("\"'\"' \"\n\n"),
	"speech":            repeated("\"Well,\" she said, 'it's late.'\n\n"),
	"marks of emphasis": repeated("_a *b /c "),
	"nested emphasis":   repeated("_*/_*/x"),
	"notes":             repeated("A lamp[%d] of oil.\n\n[%d] Green.\n\n"),
	"marks of notes":    repeated("[%d] "),
	"header's fields":   repeated("Label%d: value\n"),
	"mail headers":      repeated("From: a@example.net\nSubject: Lamp %d\nDate: 4 Mar 1997\n\nIt was late.\n\n"),
	"verse":             repeated("  The lamp is green,\n  the oil is low,\n\n"),
	"letters":           repeated("Dear Ivo,\n\nThe stove smokes.\n\nYours,\nHanne\n\n"),
	"chat log":          repeated("<Annie> it is late\n<Tom> it is\n"),
	"lists":             repeated("- lamp\n- oil\n"),
	"brackets":          repeated("[[[((({{{"),
	"blank lines":       repeated("a\n\n\n\n\n\n\n\n"),
	"short lines":       repeated("lamp and\noil, of\n"),
	"high bytes":        repeated("\x93\xe9\xff \xb4\x80x"),
	"entities":          repeated("&amp;&lt;b&gt;&#65; "),
	"tags":              repeated("<b><i>x</i></b> "),
	"dashes":            repeated("-- --- - "),
	"addresses":         repeated("http://example.org/%d/lamp?oil=%d "),
	"base64": func(n int) string {
		return base64.StdEncoding.EncodeToString([]byte(repeated("It was late %d. \x01\x02\xff")(n * 3 / 4)))
	},
	"Chinese":          repeated("夜深了，守灯人睡着了。"),
	"accents alone":    repeated("a\u0301\u0302\u0303"),
	"right to left":    repeated("שלום עולם. "),
	"Gutenberg frames": repeated("*** START OF THE PROJECT GUTENBERG EBOOK LAMP %d ***\n\nIt was late.\n\n*** END OF THE PROJECT GUTENBERG EBOOK LAMP %d ***\n\n"),
	"parts of a mail":  repeated("--b\nContent-Type: text/plain\n\nIt was late.\n"),
}

func repeated(piece string) func(n int) string {
	return func(n int) string {
		var b strings.Builder
		for i := 1; b.Len() < n; i++ {
			b.WriteString(strings.ReplaceAll(piece, "%d", strconv.Itoa(i)))
		}
		return b.String()
	}
}

// TestGrowth makes each structure four times as long: what is allocated to understand it
// grows as it does (by less than its length to the power of 1.4), or it is refused. Less
// than that tells nothing: a longer text may be taken for another kind of text. Allocations
// are the same on every machine, seconds are not.
func TestGrowth(t *testing.T) {
	for _, name := range sortedNames() {
		var before uint64
		for _, size := range []int{32 << 10, 128 << 10} {
			r := convert.Request{Files: []convert.File{{Name: "lamp.txt", Data: []byte(structures[name](size))}}}
			var from, to runtime.MemStats
			runtime.ReadMemStats(&from)
			_, err := convert.Inspect(t.Context(), r)
			runtime.ReadMemStats(&to)
			if err != nil {
				break // a refusal
			}
			took := to.TotalAlloc - from.TotalAlloc
			if before > 0 && took > 1<<20 && float64(took) > 4*1.7*float64(before) {
				t.Errorf("%q: %d KB take %d KB of memory, a quarter of it took %d KB", name, size>>10, took>>10, before>>10)
			}
			before = took
		}
	}
}

func sortedNames() []string {
	var out []string
	for name := range structures {
		out = append(out, name)
	}
	slices.Sort(out)
	return out
}

// TestGrowthTable measures whole runs of the program, for sizes in megabytes that
// STORYBIND_GROWTH lists ("1,2,4"): seconds of a core for each megabyte, and the most
// memory. It fails when either grows faster than the story, or passes 80 times the story
// (500 times for a PDF) and 128 MB. What is aimed at is less, 12 times and 64 MB, 80 times
// for a PDF; what takes more is marked.
func TestGrowthTable(t *testing.T) {
	var sizes []float64
	for s := range strings.SplitSeq(os.Getenv("STORYBIND_GROWTH"), ",") {
		if n, err := strconv.ParseFloat(s, 64); err == nil {
			sizes = append(sizes, n)
		}
	}
	if len(sizes) == 0 {
		t.Skip("STORYBIND_GROWTH names no sizes")
	}
	ways := []string{"inspect", "epub", "pdf"}
	if w := os.Getenv("STORYBIND_GROWTH_WAYS"); w != "" {
		ways = strings.Split(w, ",")
	}
	dir := t.TempDir()
	for _, name := range sortedNames() {
		for _, way := range ways {
			line := fmt.Sprintf("%-18s %-7s", name, way)
			before := 0.0
			for _, mb := range sizes {
				story := filepath.Join(dir, "story.txt")
				if err := os.WriteFile(story, []byte(structures[name](int(mb*(1<<20)))), 0o666); err != nil {
					t.Fatal(err)
				}
				args := []string{"convert", story, "-o", filepath.Join(dir, "book."+way), "--force", "--quiet"}
				if way == "inspect" {
					args = []string{"inspect", story}
				}
				cost, err := runMeasured(dir, args)
				for range 2 { // a machine that does something else is slower, never faster
					if err == nil && before > 0 && cost.seconds/mb > 1.3*before {
						if again, err := runMeasured(dir, args); err == nil {
							cost.seconds = min(cost.seconds, again.seconds)
						}
					}
				}
				if err != nil && !cost.late {
					line += fmt.Sprintf("  refused (%.60s)", strings.TrimPrefix(err.Error(), "storybind: "+story+": "))
					if strings.Contains(err.Error(), "internal error") {
						t.Errorf("%s of %q, %g MB: %s", way, name, mb, err)
					}
					break
				}
				cpu, most := cost.seconds/mb, cost.megabytes
				mark := " "
				if way != "pdf" && most > 12*mb+64 || most > 80*mb+64 {
					mark = "!" // more than is aimed at
				}
				line += fmt.Sprintf("  %6.2f s %5.0f MB%s", cpu, most, mark)
				switch {
				case cost.late:
					t.Errorf("%s of %q: %g MB take more than five minutes", way, name, mb)
				case before > 0 && cpu > 1.3*before && cpu*mb > 1:
					t.Errorf("%s of %q: %.2f s a MB at %g MB, %.2f s before", way, name, cpu, mb, before)
				case most > 80*mb+128 && way != "pdf" || most > 500*mb+128:
					t.Errorf("%s of %q: %g MB take %.0f MB of memory", way, name, mb, most)
				}
				before = cpu
			}
			t.Log(line)
		}
	}
}

// A runCost is what a run of the program took: seconds of a core, and the most memory.
type runCost struct {
	seconds, megabytes float64
	late               bool // it was ended after five minutes
}

// runMeasured runs the program; an error says what the program said.
func runMeasured(dir string, args []string) (runCost, error) {
	ctx, stop := context.WithTimeout(context.Background(), 5*time.Minute)
	defer stop()
	c := exec.CommandContext(ctx, "storybind", args...)
	c.Env = append(os.Environ(), "TMPDIR="+dir)
	c.Stdout = io.Discard
	var said strings.Builder
	c.Stderr = &said
	err := c.Run()
	if c.ProcessState == nil {
		return runCost{}, err
	}
	cost := runCost{late: ctx.Err() != nil, seconds: (c.ProcessState.UserTime() + c.ProcessState.SystemTime()).Seconds()}
	cost.megabytes = float64(c.ProcessState.SysUsage().(*syscall.Rusage).Maxrss) / 1024
	if runtime.GOOS == "darwin" {
		cost.megabytes /= 1024
	}
	if err != nil {
		err = errors.New(strings.TrimSpace(said.String()))
	}
	return cost, err
}
