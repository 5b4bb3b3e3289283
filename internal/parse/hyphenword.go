package parse

import (
	"storybind/internal/parse/desk"
	"storybind/internal/parse/hyphen"
)

// readsEnglish reports whether most words at the beginning of lines [from, to) are English.
func readsEnglish(r *desk.Reading, from, to int) bool {
	const enough = 600 // words
	words, known := 0, 0
	for n := from; n < to && words < enough; n++ {
		w, k := hyphen.EnglishIn(r.Lines[n].Text)
		words, known = words+w, known+k
	}
	return known*10 > words*7
}
