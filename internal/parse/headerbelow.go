package parse

// headerBelow reads a header that stands below the story's end ("-end-", then
// "Title: …" and "Author: …") where none stands above it, and returns the line at
// which it begins; to when there is none. It must be all that follows the end.
func (r *reading) headerBelow(from, to int) int {
	const reach = 60 // lines from the end
	for n := to - 1; n > from && to-n < reach; n-- {
		t := r.lines[n].Text
		if t == "" || !isTheEnd(t) || goesOnElsewhere(t) {
			continue
		}
		first := r.nextText(n+1, to)
		if first == to || r.known.title != "" || r.known.digest {
			break
		}
		if l, ok := labelOf(r.lines[first].Text); !ok || !l.known() {
			break
		}
		h, end := r.headerAt(first, to)
		labels := 0
		for _, f := range h.fields {
			if f.Label != "" {
				labels++
			}
		}
		if labels < 2 || h.title == "" || r.nextText(end, to) < to {
			break
		}
		if above, after := r.headerAt(from, n); above.title != "" || len(above.fields) > 0 || after > r.nextText(from, n) {
			break
		}
		r.known.below = &h
		return first
	}
	return to
}
