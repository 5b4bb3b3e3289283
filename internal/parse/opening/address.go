package opening

import (
	"strings"
	"unicode"

	"storybind/internal/parse/char"
	"storybind/internal/parse/says"
)

// splitAddresses parts an author field from the e-mail addresses in it; src says
// where a byte of the value stands in the story.
func splitAddresses(e entry, src func(int) int) []entry {
	if strings.IndexByte(e.value, '@') < 0 {
		return []entry{e}
	}
	var out []entry
	add := func(name string, from, to int) {
		v := strings.Trim(e.value[from:to], " ,;:-/|\t")
		if !strings.ContainsFunc(v, func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }) {
			return
		}
		n := entry{name: name, value: char.Folded(v), start: src(from), end: src(to-1) + 1}
		if len(out) == 0 {
			n.label, n.start = e.label, e.start
		}
		out = append(out, n)
	}
	at := 0
	for {
		a, ok := says.NextAddress(e.value, at)
		if !ok {
			break
		}
		start, end := says.Bracketed(e.value, a)
		add("author", at, start)
		add("email", a.Start, a.End)
		at = end
	}
	add("author", at, len(e.value))
	if len(out) == 0 {
		return []entry{e}
	}
	return out
}
