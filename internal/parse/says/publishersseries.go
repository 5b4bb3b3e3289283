package says

import (
	"strings"

	"storybind/internal/parse/char"
)

// PublishersSeries reports whether a line names a publisher's series, as printed books have
// it above the title: "PELL'S POCKET LIBRARY", "Reclams Universal-Bibliothek".
// A title may be the same words, so that what stands below must say the rest.
func PublishersSeries(s string) bool {
	const longest, least = 60, 2 // bytes, words
	s = strings.Trim(s, " *_=.\"“”")
	words := strings.Fields(s)
	if len(s) > longest || len(words) < least {
		return false
	}
	owner := strings.ReplaceAll(words[0], "’", "'")
	if char.HasFoldPrefix(s, "the ") {
		owner = strings.ReplaceAll(words[1], "’", "'")
	}
	switch strings.ToLower(words[len(words)-1]) {
	case "library", "classics", "series", "edition", "editions", "books", "novels", "texts", "readers", "poets":
		return EndsFold(owner, "'s") || EndsFold(owner, "s'")
	case "bibliothek", "universalbibliothek", "universal-bibliothek", "bibliotheek", "bibliotek", "biblioteket", "kirjasto", "könyvtár", "könyvtára":
		return true
	}
	return false
}
