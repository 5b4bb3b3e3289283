package parse

import (
	"storybind/internal/parse/desk"
	"storybind/internal/parse/opening"
	"storybind/internal/parse/says"
)

// headerBelow reads a header that stands below the story's end ("-end-", then
// "Title: …" and "Author: …") where none stands above it, and returns the line at
// which it begins; to when there is none. It must be all that follows the end.
func headerBelow(r *desk.Reading, from, to int) int {
	const reach = 60 // lines from the end
	for n := to - 1; n > from && to-n < reach; n-- {
		t := r.Lines[n].Text
		if t == "" || !says.IsTheEnd(t) || says.GoesOnElsewhere(t) {
			continue
		}
		first := opening.NextText(r, n+1, to)
		if first == to || opening.NextText(r, from, n) == n || r.Known.Title != "" || r.Known.Digest {
			break
		}
		if l, ok := says.LabelOf(r.Lines[first].Text); !ok || !l.Known() {
			break
		}
		h, end := opening.HeaderAt(r, first, to)
		labels := 0
		for _, f := range h.Fields {
			if f.Label != "" {
				labels++
			}
		}
		if labels < 2 || h.Title == "" || opening.NextText(r, end, to) < to {
			break
		}
		if above, after := opening.HeaderAt(r, from, n); above.Title != "" || len(above.Fields) > 0 || after > opening.NextText(r, from, n) {
			break
		}
		r.Known.Below = &h
		return first
	}
	return to
}
