package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"storybind/internal/batch"
)

// A summary is what is told when several stories are done.
type summary struct {
	begun    time.Time
	failed   []string
	same     int        // stories that hold the text of another
	joined   int        // files that are the later parts of a story
	doubts   int        // stories with warnings or problems
	doubtful []doubtful // those of them that are most in doubt, the worst first
}

// doubtful is a story about which there are warnings.
type doubtful struct {
	input              string
	warnings, problems int
	confidence         float64 // the least of title, authors and sections
}

// most is how many doubtful stories are named.
const most = 5

func (s *summary) add(out batch.Outcome) {
	if out.Err != nil {
		text, _, _ := strings.Cut(out.Err.Error(), "\n")
		if !strings.Contains(text, out.Input()) {
			text = out.Input() + ": " + text
		}
		s.failed = append(s.failed, text)
		return
	}
	s.same += len(out.Same)
	s.joined += len(out.Inputs) - 1
	if f := out.Facts; f.Warnings+f.Problems > 0 {
		s.doubts++
		s.doubtful = append(s.doubtful, doubtful{out.Input(), f.Warnings, f.Problems, f.Confidence})
		slices.SortStableFunc(s.doubtful, func(a, b doubtful) int {
			return cmp.Or(b.problems-a.problems, cmp.Compare(a.confidence, b.confidence), b.warnings-a.warnings)
		})
		s.doubtful = s.doubtful[:min(len(s.doubtful), most)]
	}
}

// print names every failure, and the stories whose reading is most in doubt, and
// counts: all files that were found, and of all stories those that an end has left.
func (s *summary) print(t *terminal, sum batch.Summary, all int, dry bool) {
	if len(s.failed) > 0 {
		t.say("failed:")
		for _, f := range s.failed {
			t.say("  %s", f)
		}
	}
	if len(s.doubtful) > 0 {
		of := ""
		if s.doubts > len(s.doubtful) {
			of = fmt.Sprintf(" of %d stories with warnings", s.doubts)
		}
		t.say("most in doubt%s (storybind inspect shows why):", of)
		for _, d := range s.doubtful {
			said := counted(d.warnings, "warning")
			if d.problems > 0 {
				said = counted(d.problems, "problem") + ", " + said
			}
			t.say("  %s: %s", d.input, said)
		}
	}
	var more []string
	if s.joined > 0 {
		more = append(more, counted(s.joined, "later part")+" of a story")
	}
	if s.same > 0 {
		more = append(more, counted(s.same, "file")+" with the text of another")
	}
	if len(more) > 0 {
		t.say("in these books too: %s", strings.Join(more, ", "))
	}
	done := fmt.Sprintf("%d converted", sum.Done)
	if dry {
		done = fmt.Sprintf("%d to convert", sum.Done)
	}
	if sum.Unchanged > 0 {
		done += fmt.Sprintf(", %d unchanged", sum.Unchanged)
	}
	if dry {
		t.say("%s, %d failed in a dry run: nothing was written", done, sum.Failed)
		return
	}
	end := ""
	if left := all - sum.Done - sum.Unchanged - sum.Failed; left > 0 {
		end = fmt.Sprintf("; %d left for the next run", left)
	}
	t.say("%s, %d failed in %s%s", done, sum.Failed, short(time.Since(s.begun)), end)
}

// short is a time without more digits than anybody reads: "40ms", "1.4s", "3m20s".
func short(d time.Duration) string {
	switch {
	case d < time.Second:
		return max(d.Round(10*time.Millisecond), 10*time.Millisecond).String()
	case d < 10*time.Second:
		return d.Round(100 * time.Millisecond).String()
	}
	return d.Round(time.Second).String()
}
