package lexicon

import (
	_ "embed"
	"strings"
)

//go:embed words/english.txt
var englishWords string

// EnglishWord looks a word in small letters up in the list of English words
// (words/README.md); common says that it is an everyday one.
func EnglishWord(w string) (known, common bool) {
	lo, hi := 0, len(englishWords)
	for lo < hi { // the lines that begin in [lo, hi)
		mid := strings.LastIndexByte(englishWords[lo:(lo+hi)/2+1], '\n') + lo + 1
		if mid >= hi {
			mid = lo
		}
		end := strings.IndexByte(englishWords[mid:], '\n') + mid
		entry := englishWords[mid:end]
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
