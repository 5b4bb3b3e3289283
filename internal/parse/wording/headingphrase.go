package wording

import (
	"strings"
	"sync"

	"storybind/internal/parse/lexicon"
)

// phraseOpeners are the first words of heading words that are several words:
// "lời" of "lời nói đầu", and how many bytes the longest of these takes.
var phraseOpeners = sync.OnceValue(func() map[string]int {
	m := map[string]int{}
	for phrase := range HeadingWords {
		if first, _, several := strings.Cut(phrase, " "); several {
			m[first] = max(m[first], len(phrase))
		}
	}
	return m
})

// readPhraseHeading reads headings whose name is several words: "Lời nói đầu", "Kata
// Pengantar", "Ngoại truyện 2: Mưa".
func readPhraseHeading(f *Form, text string) bool {
	s := text[f.Open:f.Close]
	var low [64]byte
	size := FirstWord(s)
	if size > len(low) {
		return false
	}
	longest := phraseOpeners()[string(lexicon.AppendFold(low[:0], s[:size]))]
	if longest == 0 {
		return false
	}
	for at := min(len(s), longest+8); at > 0; at-- { // capitals may take a byte more
		if !WordEnds(s[at:]) || s[at-1] == ' ' || strings.IndexByte(s[:at], ' ') < 0 {
			continue
		}
		word := HeadingWords[lexicon.Fold(s[:at])]
		if word == 0 {
			continue
		}
		next := at
		for next < len(s) && s[next] == ' ' {
			next++
		}
		if n := readNumberBehindWord(s[next:]); next > at && f.take(word, n) {
			f.readTail(text, next+n.Size, WordNumber)
		} else {
			f.take(word, Numeral{})
			f.readTail(text, at, NameAlone)
		}
		return f.Verdict != NoHeading
	}
	return false
}
