package parse

// A labelMemo remembers the labels of the lines looked at last: a header's rules
// ask for each again and again, and a file of joined posts has a header every page.
type labelMemo [1 << 10]struct {
	line  int // counted from 1
	text  string
	label label
	ok    bool
}

// labelIn reads the label that line n begins with, as labelOf does.
func (r *reading) labelIn(n int) (label, bool) {
	m, text := &r.labels[n%len(r.labels)], r.lines[n].Text
	if m.line != n+1 || m.text != text { // a line's text changes when its tags are taken out
		m.line, m.text = n+1, text
		m.label, m.ok = labelOf(text)
	}
	return m.label, m.ok
}
