package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/parse/lexicon"
)

// Bylines of other languages: "par Honoré Vasseur", "Erzählung von Anna Lehm",
// "di Gabbiano". Their words for "by" stand in titles and names as well ("La
// Maison de Marie", "Van Dyke"), so the names behind them must look like names.

// foreignNoun reports whether a word in small letters is one for a piece of writing.
func foreignNoun(word string) bool { return lexicon.BylineWords().Nouns[word] }

// foreignByline reads a byline whose "by" is not English: where the names begin
// in s, and whether the words for "by" stand alone.
func foreignByline(s string) (names int, alone, ok bool) {
	if len(s) > 80 {
		return 0, false, false
	}
	at := 0
	by := lexicon.BylineWords()
	for words := 0; words < 4 && at < len(s); words++ {
		end := strings.IndexByte(s[at:], ' ')
		if end < 0 {
			end = len(s) - at
		}
		word := strings.ToLower(s[at : at+end])
		for _, l := range by.Before {
			if word != l.Word {
				continue
			}
			noun := words > 0 && by.Nouns[lastWordLower(s[:at])]
			if words > 0 && !noun {
				return 0, false, false
			}
			next := at + end
			for next < len(s) && (s[next] == ' ' || s[next] == ':') {
				next++
			}
			if next == len(s) {
				return next, true, noun
			}
			fewest := l.Fewest
			switch first := s[at]; {
			case noun:
				fewest = 1
			case first >= 'A' && first <= 'Z' && !l.Capital && !isCapitals(s):
				if fewest++; l.Word != "von" {
					return 0, false, false
				}
			}
			return next, false, properName(s[next:], fewest)
		}
		at += end + 1
	}
	return 0, false, false
}

func lastWordLower(s string) string {
	s = strings.TrimSpace(s)
	return strings.ToLower(s[strings.LastIndexByte(s, ' ')+1:])
}

// properName reports whether a text is a name of at least so many words, each
// with a capital.
func properName(s string, fewest int) bool {
	s, _ = cutAside(withoutAddresses(s))
	words := strings.Fields(s)
	if len(words) < fewest || len(words) > 5 {
		return false
	}
	for i, w := range words {
		c, _ := utf8.DecodeRuneInString(w)
		switch low := strings.ToLower(w); {
		case unicode.IsUpper(c) && !notNames[low]:
		case i > 0 && i < len(words)-1 && (smallWord(low) || low == "von" || low == "van" || low == "der" || low == "ten" || low == "ter" || low == "te" || low == "zu" || low == "af" || low == "y" || low == "e" || low == "und" || low == "et"):
		default:
			return false
		}
		if strings.ContainsAny(w, "?!:;\"0123456789") {
			return false
		}
	}
	return true
}
