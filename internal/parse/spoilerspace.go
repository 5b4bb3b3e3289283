package parse

import (
	"storybind/internal/diag"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/passage"
)

// spoilerSpace sets aside the rows of points or single letters with which posts
// push a text below the first screen, so that nobody reads too much by accident.
//
// A row has one letter or a few points; seven of them in a column are needed, as
// fewer may be an acrostic or a sound that dies away.
func spoilerSpace(r *desk.Reading, from, to int) {
	for n := from; n < to; n++ {
		if !spoilerRow(r, n) {
			continue
		}
		first, last, rows := n, n, 0
		for ; n < to && n-last < 4; n++ {
			if r.Lines[n].Blank() {
				continue
			}
			if !spoilerRow(r, n) {
				break
			}
			last = n
			rows++
		}
		if n = last; rows < 7 {
			continue
		}
		r.SetAside("spoiler space", first, last+1)
		r.Remark("spoiler-space", diag.Note, first, last+1, "rows that only keep the text off the screen are left out", "")
		clear(r, first, last+1)
	}
}

// spoilerRow reports whether line n has only one letter, or a point or two.
func spoilerRow(r *desk.Reading, n int) bool {
	t := r.Lines[n].Text
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
func clear(r *desk.Reading, from, to int) {
	for n := from; n < to; n++ {
		l := &r.Lines[n]
		*l = passage.BlankAt(l.Start())
	}
}
