package says

import (
	"sync"

	"storybind/internal/parse/char"
	"storybind/internal/parse/lexicon"
)

// contentsWords head printed contents, and illustrationWords lists of pictures
// that a plain text does not have (they are left out as contents are), as keys
// (see plainKey).
var contentsWords, illustrationWords = sync.OnceValue(func() map[string]bool { return plainKeys(lexicon.ContentsWords()) }),
	sync.OnceValue(func() map[string]bool { return plainKeys(lexicon.PicturesWords()) })

func plainKeys(words map[string]bool) map[string]bool {
	m := make(map[string]bool, len(words))
	for w := range words {
		m[char.PlainKey(w)] = true
	}
	return m
}

// HeadsContents reports whether a line heads printed contents.
func HeadsContents(text string) bool {
	if len(text) > 48 || text == "" {
		return false
	}
	var b [64]byte
	key := char.AppendKey(b[:0], lexicon.Fold(text))
	return contentsWords()[string(key)] || illustrationWords()[string(key)]
}
