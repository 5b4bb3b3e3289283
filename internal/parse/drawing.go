package parse

import (
	"strings"
	"unicode/utf8"

	"storybind/internal/parse/build"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/passage"
)

// markDrawings marks the lines of boxes and tables before anything else looks at
// them: their edges and the rules between their rows are no marks of scene breaks.
func markDrawings(r *desk.Reading, from, to int) {
	for n := from; n < to; {
		if r.Lines[n].Blank() {
			n++
			continue
		}
		first, seen := n, false
		for ; n < to && !r.Lines[n].Blank(); n++ {
			l := &r.Lines[n]
			seen = seen || l.Marks&passage.IsMark != 0 || l.Text[0] == '|' || l.Text[0] == '+' || l.Text[0] >= utf8.RuneSelf && build.Boxed(l.Text)
		}
		if !seen || n-first < 2 || !drawn(r, first, n) {
			continue
		}
		for k := first; k < n; k++ {
			if l := &r.Lines[k]; l.Marks&passage.IsKept == 0 {
				l.Marks = l.Marks&^passage.IsMark | passage.IsDrawn
			}
		}
	}
}

// drawn reports whether lines [from, to), between which no line is blank, are a box
// with sides, a table whose cells are parted by strokes, or one with ruled columns.
func drawn(r *desk.Reading, from, to int) bool {
	edges, sides, gaps, cells, ruled := 0, 0, 0, 0, false
	for n := from; n < to; n++ {
		l := &r.Lines[n]
		edge := isEdge(l.Text)
		switch {
		case edge:
			edges++
			ruled = ruled || n > from && n+1 < to
		case build.Boxed(l.Text):
			sides++
		}
		if strings.IndexByte(l.Text, '|') >= 0 || strings.Contains(l.Text, "│") {
			cells++
		}
		if !edge && l.Marks&passage.HasGaps != 0 {
			gaps++
		}
	}
	n := to - from
	switch {
	case edges == 2 && n > 2 && between(r, from, to):
		return true
	case sides > 0 && sides+edges > 1 && (sides+edges)*3 >= n*2:
		return true
	case ruled && cells > 1 && cells+edges >= n:
		return true
	}
	return ruled && gaps > 1 && (gaps+edges)*5 >= n*4 && gaps*2 >= n // "------   ----" above a table's total
}

// between reports whether lines [from, to) are a few short ones between two equal rules,
// none of them much longer than the rules: a sign.
func between(r *desk.Reading, from, to int) bool {
	const most = 8 // lines
	first, last := &r.Lines[from], &r.Lines[to-1]
	if to-from > most || len(first.Text) < 8 || first.Text != last.Text || !passage.IsRule(first.Text) {
		return false
	}
	for n := from + 1; n < to-1; n++ {
		if r.Lines[n].Width() > first.Width()+4 {
			return false
		}
	}
	return true
}

// isEdge reports whether a line is drawn with strokes alone, three at least, as the
// edges of boxes and the rules of tables are.
func isEdge(s string) bool {
	n := 0
	s = strings.Trim(s, ".'`,")
	for _, c := range s {
		switch {
		case c == ' ' || c == ':' && n > 0:
		case c == '-' || c == '=' || c == '_' || c == '+' || c == '|' || c == '*' || c == '~' || c >= 0x2500 && c < 0x25A0:
			n++
		default:
			return false
		}
	}
	return n > 2
}
