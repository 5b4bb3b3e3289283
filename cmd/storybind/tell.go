package main

import (
	"fmt"
	"slices"
	"strings"

	"storybind/internal/batch"
	"storybind/internal/diag"
)

// tell returns what is called for each story of a plan, in its order, and what is
// called at the end. One story is told with all its remarks. Of several, a
// terminal shows a bar and what fails; a file or pipe gets a line for each, and
// the warnings.
func (c *conversion) tell(p batch.Plan) (tell func(batch.Outcome), end func()) {
	switch {
	case len(p.Jobs) == 1 && !c.quiet:
		return func(out batch.Outcome) { c.remarks(out.Remarks, false); c.line(out) }, func() {}
	case c.quiet:
		return func(out batch.Outcome) {
			if out.Err != nil {
				c.remarks(ofSeveral(p, out), true)
				c.line(out)
			}
		}, func() {}
	case !c.options.DryRun && isTerminal(c.err):
		return c.progress(p)
	}
	return func(out batch.Outcome) { c.remarks(ofSeveral(p, out), true); c.line(out) }, func() {}
}

// ofSeveral are the remarks on a story; those on the whole of it name it, if there
// are several.
func ofSeveral(p batch.Plan, out batch.Outcome) []batch.Remark {
	rs := slices.Clone(out.Remarks)
	for i := range rs {
		if rs[i].File == "" && len(p.Jobs) > 1 {
			rs[i].File = out.Input()
		}
	}
	return rs
}

// line is the line of one story.
func (c *conversion) line(out batch.Outcome) {
	if out.Err != nil {
		c.say("storybind: %v", out.Err)
		return
	}
	about := out.Facts.String()
	switch out.State {
	case batch.Unchanged:
		about = "unchanged"
	case batch.Planned:
		about = "new"
		if out.Replaces > 0 {
			about = "made again"
		}
	}
	text := printable(fmt.Sprintf("%s -> %s  (%s)", strings.Join(out.Inputs, " + "), strings.Join(out.Outputs, ", "), about))
	if c.options.DryRun { // the plan is what was asked for
		c.printf("%s\n", text)
		return
	}
	if isTerminal(c.err) { // a line that is wrapped hides the next
		text = fit(text, columns(c.err))
	}
	c.say("%s", text)
}

// remarks prints remarks with their hints; short leaves the notes out that are
// about a story's text and not about files.
func (t *terminal) remarks(rs []batch.Remark, short bool) {
	type saying struct{ file, code, message, hint string }
	lines := map[saying][]int{} // of remarks that say the same of several lines
	told := map[saying]bool{}
	key := func(r batch.Remark) saying { return saying{r.File, r.Code, r.Message, r.Hint} }
	for _, r := range rs {
		if r.Line > 0 {
			lines[key(r)] = append(lines[key(r)], r.Line)
		}
	}
	for _, r := range rs {
		if short && r.Severity == diag.Note && !strings.HasPrefix(r.Code, "batch/") {
			continue
		}
		text := r.String()
		if same := lines[key(r)]; len(same) >= alike {
			if told[key(r)] {
				continue
			}
			told[key(r)] = true
			text += "; the same in line" + alsoIn(same[1:])
		}
		t.say("%s", text)
		if r.Hint != "" {
			t.say("    %s", r.Hint)
		}
	}
}

// alike is how many remarks that differ in their lines alone are told as one.
const alike = 3

// alsoIn lists lines: "s 12, 15 and 20".
func alsoIn(lines []int) string {
	const shown = 12
	var words []string
	for _, n := range lines[:min(len(lines), shown)] {
		words = append(words, fmt.Sprint(n))
	}
	if more := len(lines) - shown; more > 0 {
		return "s " + strings.Join(words, ", ") + fmt.Sprintf(" and %d more", more)
	}
	last := len(words) - 1
	if last == 0 {
		return " " + words[0]
	}
	return "s " + strings.Join(words[:last], ", ") + " and " + words[last]
}

// stories is a number of them: "1 story", "2 stories".
func stories(n int) string {
	if n == 1 {
		return "1 story"
	}
	return fmt.Sprintf("%d stories", n)
}

// counted is a number with its word: "1 warning", "2 warnings".
func counted(n int, word string) string {
	if n != 1 {
		word += "s"
	}
	return fmt.Sprintf("%d %s", n, word)
}
