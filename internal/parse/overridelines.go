package parse

import (
	"fmt"

	"storybind/internal/diag"
	"storybind/internal/parse/passage"
)

// What a person says about single lines of the story.

// overrideLines marks the lines that settings speak of, before any rule looks at
// them.
func (r *reading) overrideLines() {
	r.dropLines()
	for _, k := range r.opts.Keep {
		r.eachLine(k, func(l *passage.Line) { l.Marks = l.Marks&^passage.IsMark | passage.IsKept | passage.NoHead })
	}
	for _, mark := range r.opts.SceneBreaks {
		r.markScenes(mark)
	}
	if p := r.opts.Chapters.Regexp; p != nil {
		found := false
		for n := range r.lines {
			if l := &r.lines[n]; !l.Blank() && l.Marks&(passage.IsKept|passage.IsMark) == 0 && p.MatchString(l.Text) {
				l.Marks |= passage.IsHead
				found = true
			}
		}
		if !found {
			r.remark("no-chapter-line", diag.Warning, 0, 1, fmt.Sprintf("no line of the story matches the chapter pattern %q, so nothing heads a chapter", p),
				"the pattern meets each line without the blanks at its ends, and heeds capitals; (?i) before it makes them all one")
		}
	}
	for _, k := range r.opts.Headings {
		r.eachLine(k, func(l *passage.Line) { l.Marks = l.Marks&^(passage.IsMark|passage.NoHead) | passage.IsHead })
	}
	for _, k := range r.opts.NoHeadings {
		r.eachLine(k, func(l *passage.Line) { l.Marks = l.Marks&^passage.IsHead | passage.NoHead })
	}
}

// firstSaid is the first of lines [from, to) that a person says is the story's,
// where the header has ended; to when there is none.
func (r *reading) firstSaid(from, to int) int {
	if r.opts.Chapters.Regexp == nil && len(r.opts.Headings)+len(r.opts.Keep) == 0 {
		return to
	}
	for n := from; n < to; n++ {
		if r.lines[n].Marks&(passage.IsHead|passage.IsKept) != 0 {
			return n
		}
	}
	return to
}

// eachLine calls f for the lines of a range that have text; a range beyond the
// story's end gets a remark.
func (r *reading) eachLine(k [2]int, f func(l *passage.Line)) {
	if k[0] > len(r.lines) {
		r.remark("no-such-line", diag.Warning, max(0, len(r.lines)-1), len(r.lines), fmt.Sprintf("a setting speaks of line %d, but the story has %d lines", k[0], len(r.lines)), "look up the line's number in the file itself")
	}
	for n := k[0] - 1; n < min(k[1], len(r.lines)); n++ {
		if l := &r.lines[n]; !l.Blank() {
			f(l)
		}
	}
}

// markScenes makes scene breaks of the lines that hold nothing but mark.
func (r *reading) markScenes(mark string) {
	found := false
	for n := range r.lines {
		if l := &r.lines[n]; len(l.Text) >= len(mark) && l.Text[0] == mark[0] && l.Marks&passage.IsKept == 0 && foldSpace(l.Text) == mark {
			l.Marks |= passage.IsMark | passage.NoHead
			found = true
		}
	}
	if !found {
		r.remark("no-scene-break", diag.Warning, 0, 1, fmt.Sprintf("no line of the story is the scene break %q", mark), "give the mark as it stands alone on its line")
	}
}

// dropLines sets the lines aside that a person wants out of the book; the rules
// of reading see them as blank.
func (r *reading) dropLines() {
	for _, d := range r.opts.Drop {
		r.eachLine(d, func(*passage.Line) {})
		from, to := min(d[0]-1, len(r.lines)), min(d[1], len(r.lines))
		if from >= to {
			continue
		}
		r.setAside("dropped", from, to)
		said := fmt.Sprintf("lines %d to %d are left out by a setting", from+1, to)
		if to == from+1 {
			said = fmt.Sprintf("line %d is left out by a setting", to)
		}
		r.remark("dropped-lines", diag.Note, from, to, said, "")
		for n := from; n < to; n++ {
			r.lines[n] = passage.Line{Start: r.lines[n].Start}
		}
	}
}
