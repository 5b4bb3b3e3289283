package lexicon

import (
	"strings"
	"sync"
)

// A Language is how the text of a language shows itself.
type Language struct {
	Tag     string // BCP 47
	Script  string // "latin", "cyrillic"
	Own     string // letters that it has and its neighbours lack
	Foreign string // letters that it lacks and its neighbours have
}

// Languages are the languages that share a script, at most 64, and for each small
// word (articles, prepositions, pronouns, forms of "to be": they make most of every
// page) the set of languages that have it, a bit for each place in the list.
var Languages = sync.OnceValues(func() ([]Language, map[string]uint64) {
	var list []Language
	index := make(map[string]uint64, 2048)
	read("languages", func(l line) {
		if len(list) == 0 || list[len(list)-1].Tag != l.language {
			list = append(list, Language{Tag: l.language})
		}
		switch now := &list[len(list)-1]; l.key {
		case "script":
			now.Script = l.words
		case "own":
			now.Own = l.words
		case "foreign":
			now.Foreign = l.words
		case "words":
			for word := range strings.FieldsSeq(l.words) {
				index[word] |= 1 << (len(list) - 1)
			}
		}
	})
	return list, index
})
