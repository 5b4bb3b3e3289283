package parse

import (
	"strings"

	"storybind/internal/parse/desk"
	"storybind/internal/parse/passage"
)

// mailFrom takes the ">" away that mail boxes put before a line beginning with
// "From ", where the lines beside it are no quotation.
func mailFrom(r *desk.Reading, from, to int) {
	quoted := func(n int) bool { return n >= from && n < to && strings.HasPrefix(r.Lines[n].Text, ">") }
	for n := from; n < to; n++ {
		if l := &r.Lines[n]; strings.HasPrefix(l.Text, ">From ") && !quoted(n-1) && !quoted(n+1) {
			indent := l.Indent()
			passage.Measure(l, l.Text[1:], l.Start()+1)
			l.Place(l.Indent()+indent, l.Width()+indent)
		}
	}
}
