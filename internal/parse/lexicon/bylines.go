package lexicon

import "sync"

// A By is a word for "by" that is not English.
type By struct {
	Word    string
	Fewest  int  // the fewest words of a name behind it
	Capital bool // with a capital it still is no part of a name: "Par", not "Van"
}

// Bylines are the words that say who wrote a story.
type Bylines struct {
	Opens  []string        // "written by": English; longest first where one opens another
	Before []By            // "von Anna", "par Anna"
	Alone  []string        // stand for "by" in a line of their own between title and name
	Behind []string        // "曹雪芹　著"
	Nouns  map[string]bool // words for a piece of writing that stand before "by": "Erzählung von"
}

// BylineWords are the words of bylines of all languages.
var BylineWords = sync.OnceValue(func() *Bylines {
	b := &Bylines{Opens: list("bylines", "opens"), Alone: list("bylines", "alone"), Behind: list("bylines", "behind"), Nouns: set("bylines", "noun")}
	for _, kind := range [...]struct {
		key string
		by  By
	}{{"small", By{Fewest: 1}}, {"before", By{Fewest: 1, Capital: true}}, {"two", By{Fewest: 2}}} {
		for _, word := range list("bylines", kind.key) {
			kind.by.Word = word
			b.Before = append(b.Before, kind.by)
		}
	}
	return b
})
