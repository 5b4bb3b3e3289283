package says

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/book"
	"storybind/internal/parse/char"
	"storybind/internal/parse/lexicon"
	"storybind/internal/parse/wording"
)

// Bylines of other languages: "par Honoré Vasseur", "Erzählung von Anna Lehm",
// "di Gabbiano". Their words for "by" stand in titles and names as well ("La
// Maison de Marie", "Van Dyke"), so the names behind them must look like names.

// ForeignNoun reports whether a word in small letters is one for a piece of writing.
func ForeignNoun(word string) bool { return lexicon.BylineWords().Nouns[word] }

// foreignByline reads a byline whose "by" is not English: where the names begin
// in s, and whether the words for "by" stand alone.
func foreignByline(s string) (names int, alone, ok bool) {
	if len(s) > 100 {
		return 0, false, false
	}
	at := 0
	by := lexicon.BylineWords()
	for words := 0; words < 4 && at < len(s); words++ {
		first := s[at]
		if first >= 'A' && first <= 'Z' {
			first |= 0x20
		}
		for _, l := range by.Before {
			if first < utf8.RuneSelf && l.Word[0] != first {
				continue // most do not even begin alike
			}
			size := foldedPrefix(s[at:], l.Word)
			if size == 0 {
				continue
			}
			noun := words > 0 && by.Nouns[lastWordLower(s[:at])]
			if words > 0 && !noun {
				return 0, false, false
			}
			next := len(s) - len(strings.TrimLeft(s[at+size:], " :/|　：／｜・◎●■＝="))
			if next == len(s) {
				return next, true, noun
			}
			fewest := l.Fewest
			switch first := s[at]; {
			case noun:
				fewest = 1
			case first >= 'A' && first <= 'Z' && !l.Capital && !book.Shouts(s):
				if fewest++; l.Word != "von" {
					return 0, false, false
				}
			case first >= 'A' && first <= 'Z' && !beforeGiven(l.Word, s[next:]): // "Door Number Nine"
				return 0, false, false
			}
			return next, false, properName(s[next:], fewest) || caselessName(s[next:], fewest)
		}
		end := strings.IndexByte(s[at:], ' ')
		if end < 0 {
			break
		}
		at += end + 1
	}
	return 0, false, false
}

// beforeGiven reports whether a word for "by" is no English word, or a given name stands
// behind it.
func beforeGiven(by, names string) bool {
	if _, common := lexicon.EnglishWord(by); !common {
		return true
	}
	first, _, _ := strings.Cut(names, " ")
	given, _ := GivenName(strings.ToLower(first))
	return given || strings.HasSuffix(first, ".")
}

// bylineBehind reads a byline whose word for "by" stands behind the name: "（清）曹雪芹
// 著", "이하늘 지음". The result is the name, "" when it is none.
func bylineBehind(s string) string {
	if len(s) > 80 {
		return ""
	}
	for _, word := range lexicon.BylineWords().Behind {
		names, ok := strings.CutSuffix(s, word)
		bare := strings.TrimRight(names, " 　")
		if !ok || bare == names {
			continue
		}
		for _, c := range [...]string{"）", "〕", "］", "]", ")"} { // the writer's time stands before the name
			if i := strings.Index(bare, c); i > 0 {
				bare = bare[i+len(c):]
			}
		}
		if BareName(bare) || caselessName(bare, 1) {
			return bare
		}
	}
	return ""
}

// foldedPrefix is the number of bytes at the beginning of s that say a word of the
// lexicon, which must end there; 0 when they do not.
func foldedPrefix(s, word string) int {
	whole := word
	for i, c := range s {
		if c == '\u200c' || c == '\u200f' { // invisible
			continue
		}
		w, size := utf8.DecodeRuneInString(word)
		if size == 0 {
			if wording.WordEnds(s[i:]) || strings.HasSuffix(whole, "'") {
				return i
			}
			return 0
		}
		switch c = unicode.ToLower(c); c {
		case 'ς':
			c = 'σ'
		case '’':
			c = '\''
		}
		if c != w {
			return 0
		}
		word = word[size:]
	}
	if word != "" {
		return 0
	}
	return len(s)
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
		case unicode.IsUpper(c) && !NotNames[low]:
		case i > 0 && i < len(words)-1 && (SmallWord(low) || low == "von" || low == "van" || low == "der" || low == "ten" || low == "ter" || low == "te" || low == "zu" || low == "af" || low == "y" || low == "e" || low == "und" || low == "et"):
		default:
			return false
		}
		if strings.ContainsAny(w, "?!:;\"0123456789") {
			return false
		}
	}
	return true
}

// caselessName reports whether a text in a script without capitals may be a name of
// at least so many words: up to four words (one, for Korean) of letters alone.
func caselessName(s string, fewest int) bool {
	c := char.FirstRune(s)
	if unicode.Is(unicode.Han, c) {
		return BareName(s)
	}
	words := strings.Fields(s)
	if !unicode.Is(unicode.Lo, c) || len(words) < fewest || len(words) > 4 || utf8.RuneCountInString(s) > 40 {
		return false
	}
	if unicode.Is(unicode.Hangul, c) && (len(words) > 1 || utf8.RuneCountInString(s) < 2 || utf8.RuneCountInString(s) > 6) {
		return false
	}
	for _, c := range s {
		if c != ' ' && c != '.' && !wording.IsWordPart(c) {
			return false
		}
	}
	return wording.LastRune(s) != '.'
}
