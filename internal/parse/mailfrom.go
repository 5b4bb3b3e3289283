package parse

import "strings"

// mailFrom takes the ">" away that mail boxes put before a line beginning with
// "From ", where the lines beside it are no quotation.
func (r *reading) mailFrom(from, to int) {
	quoted := func(n int) bool { return n >= from && n < to && strings.HasPrefix(r.lines[n].text, ">") }
	for n := from; n < to; n++ {
		if l := &r.lines[n]; strings.HasPrefix(l.text, ">From ") && !quoted(n-1) && !quoted(n+1) {
			indent := l.indent
			measure(l, l.text[1:], l.start+1)
			l.indent += indent
			l.width += indent
		}
	}
}
