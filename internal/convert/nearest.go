package convert

import "github.com/agext/levenshtein"

// Nearest is the word of a list that a misspelt one is nearest to, "" when none is near.
// Of two that are equally near it is the first.
func Nearest(name string, words []string) string {
	best, distance := "", 2+len(name)/4
	for _, w := range words {
		if d := levenshtein.Distance(name, w, nil); d < distance {
			best, distance = w, d
		}
	}
	return best
}
