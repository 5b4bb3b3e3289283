package desk

import (
	"fmt"

	"storybind/internal/diag"
	"storybind/internal/parse/passage"
	"storybind/internal/parse/says"
)

// What a person says about single lines of the story.

// OverrideLines marks the lines that settings speak of, before any rule looks at
// them.
func (r *Reading) OverrideLines() {
	r.dropLines()
	for _, k := range r.Opts.Keep {
		r.eachLine(k, func(l *passage.Line) { l.Marks = l.Marks&^passage.IsMark | passage.IsKept | passage.NoHead })
	}
	for _, mark := range r.Opts.SceneBreaks {
		r.markScenes(mark)
	}
	if p := r.Opts.Chapters.Regexp; p != nil {
		found := false
		for n := range r.Lines {
			if l := &r.Lines[n]; !l.Blank() && l.Marks&(passage.IsKept|passage.IsMark) == 0 && p.MatchString(l.Text) {
				l.Marks |= passage.IsHead
				found = true
			}
		}
		if !found {
			r.Remark("no-chapter-line", diag.Warning, 0, 1, fmt.Sprintf("no line of the story matches the chapter pattern %q, so nothing heads a chapter", p),
				"the pattern meets each line without the blanks at its ends, and heeds capitals; (?i) before it makes them all one")
		}
	}
	for _, k := range r.Opts.Headings {
		r.eachLine(k, func(l *passage.Line) { l.Marks = l.Marks&^(passage.IsMark|passage.NoHead) | passage.IsHead })
	}
	for _, k := range r.Opts.NoHeadings {
		r.eachLine(k, func(l *passage.Line) { l.Marks = l.Marks&^passage.IsHead | passage.NoHead })
	}
}

// FirstSaid is the first of lines [from, to) that a person says is the story's,
// where the header has ended; to when there is none.
func (r *Reading) FirstSaid(from, to int) int {
	if r.Opts.Chapters.Regexp == nil && len(r.Opts.Headings)+len(r.Opts.Keep) == 0 {
		return to
	}
	for n := from; n < to; n++ {
		if r.Lines[n].Marks&(passage.IsHead|passage.IsKept) != 0 {
			return n
		}
	}
	return to
}

// eachLine calls f for the lines of a range that have text; a range beyond the
// story's end gets a remark.
func (r *Reading) eachLine(k [2]int, f func(l *passage.Line)) {
	if k[0] > len(r.Lines) {
		r.Remark("no-such-line", diag.Warning, max(0, len(r.Lines)-1), len(r.Lines), fmt.Sprintf("a setting speaks of line %d, but the story has %d lines", k[0], len(r.Lines)), "look up the line's number in the file itself")
	}
	for n := k[0] - 1; n < min(k[1], len(r.Lines)); n++ {
		if l := &r.Lines[n]; !l.Blank() {
			f(l)
		}
	}
}

// markScenes makes scene breaks of the lines that hold nothing but mark.
func (r *Reading) markScenes(mark string) {
	found := false
	for n := range r.Lines {
		if l := &r.Lines[n]; len(l.Text) >= len(mark) && l.Text[0] == mark[0] && l.Marks&passage.IsKept == 0 && says.FoldSpace(l.Text) == mark {
			l.Marks |= passage.IsMark | passage.NoHead
			found = true
		}
	}
	if !found {
		r.Remark("no-scene-break", diag.Warning, 0, 1, fmt.Sprintf("no line of the story is the scene break %q", mark), "give the mark as it stands alone on its line")
	}
}

// dropLines sets the lines aside that a person wants out of the book; the rules
// of reading see them as blank.
func (r *Reading) dropLines() {
	for _, d := range r.Opts.Drop {
		r.eachLine(d, func(*passage.Line) {})
		from, to := min(d[0]-1, len(r.Lines)), min(d[1], len(r.Lines))
		if from >= to {
			continue
		}
		r.SetAside("dropped", from, to)
		said := fmt.Sprintf("lines %d to %d are left out by a setting", from+1, to)
		if to == from+1 {
			said = fmt.Sprintf("line %d is left out by a setting", to)
		}
		r.Remark("dropped-lines", diag.Note, from, to, said, "")
		for n := from; n < to; n++ {
			r.Lines[n] = passage.BlankAt(r.Lines[n].Start())
		}
	}
}
