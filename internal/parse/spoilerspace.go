package parse

import (
	"storybind/internal/diag"

	"storybind/internal/parse/passage"
)

// spoilerSpace sets aside the rows of points or single letters with which posts
// push a text below the first screen, so that nobody reads too much by accident.
//
// A row has one letter or a few points; seven of them in a column are needed, as
// fewer may be an acrostic or a sound that dies away.
func (r *reading) spoilerSpace(from, to int) {
	for n := from; n < to; n++ {
		if !r.spoilerRow(n) {
			continue
		}
		first, last, rows := n, n, 0
		for ; n < to && n-last < 4; n++ {
			if r.lines[n].Blank() {
				continue
			}
			if !r.spoilerRow(n) {
				break
			}
			last = n
			rows++
		}
		if n = last; rows < 7 {
			continue
		}
		r.setAside("spoiler space", first, last+1)
		r.remark("spoiler-space", diag.Note, first, last+1, "rows that only keep the text off the screen are left out", "")
		r.clear(first, last+1)
	}
}

// spoilerRow reports whether line n has only one letter, or a point or two.
func (r *reading) spoilerRow(n int) bool {
	t := r.lines[n].Text
	switch len(t) {
	case 1:
		c := t[0]
		return c == '.' || 'a' <= c|0x20 && c|0x20 <= 'z' || c == '*' || c == '|'
	case 2, 3:
		return t == ".." || t == "..." || t == ". ."
	}
	return false
}

// clear makes lines [from, to) blank for all other rules; they have been set aside.
func (r *reading) clear(from, to int) {
	for n := from; n < to; n++ {
		l := &r.lines[n]
		*l = passage.Line{Start: l.Start}
	}
}
