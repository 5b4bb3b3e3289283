package desk

import "storybind/internal/parse/says"

// A labelMemo remembers the labels of the lines looked at last: a header's rules
// ask for each again and again, and a file of joined posts has a header every page.
type labelMemo [1 << 10]struct {
	line  int // counted from 1
	text  string
	label says.Label
	ok    bool
}

// LabelIn reads the label that line n begins with, as labelOf does.
func (r *Reading) LabelIn(n int) (says.Label, bool) {
	m, text := &r.labels[n%len(r.labels)], r.Lines[n].Text
	if m.line != n+1 || m.text != text { // a line's text changes when its tags are taken out
		m.line, m.text = n+1, text
		m.label, m.ok = says.LabelOf(text)
	}
	return m.label, m.ok
}
