package lexicon

import (
	"strings"
	"sync"

	"storybind/assets"
)

// englishWords is unpacked when a story first asks: few do.
var englishWords = sync.OnceValue(assets.EnglishWords)

// EnglishWord looks a word in small letters up in the list of English words
// (assets/words/README.md); common says that it is an everyday one.
func EnglishWord(w string) (known, common bool) { return Listed(englishWords(), w) }

// Listed looks an entry up in a list of lines in the order of their bytes, each ended by
// "\n"; starred says that a star stands behind it there. Nothing is made of the list first.
func Listed(list, w string) (listed, starred bool) {
	lo, hi := 0, len(list)
	for lo < hi { // the lines that begin in [lo, hi)
		mid := strings.LastIndexByte(list[lo:(lo+hi)/2+1], '\n') + lo + 1
		if mid >= hi {
			mid = lo
		}
		end := strings.IndexByte(list[mid:], '\n') + mid
		entry := list[mid:end]
		bare := strings.TrimSuffix(entry, "*")
		switch {
		case bare == w:
			return true, bare != entry
		case bare < w:
			lo = end + 1
		case mid == lo:
			return false, false
		default:
			hi = mid
		}
	}
	return false, false
}
