package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Bylines of other languages: "par Honoré Vasseur", "Erzählung von Anna Lehm",
// "di Gabbiano". Their words for "by" stand in titles and names as well ("La
// Maison de Marie", "Van Dyke"), so the names behind them must look like names.

// A foreignLead is a word for "by".
type foreignLead struct {
	word   string
	names  int  // the fewest words of a name behind it
	opener bool // with a capital it still is no part of a name: "Par", not "Van"
}

var foreignBy = [...]foreignLead{{"von", 1, false}, {"par", 1, true}, {"por", 1, true}, {"di", 1, false}, {"da", 2, false}, {"de", 2, false}, {"av", 1, true}, {"van", 2, false}, {"door", 1, true}}

// foreignNouns are words for a piece of writing that stand before "by".
var foreignNouns = map[string]bool{"erzählung": true, "roman": true, "novelle": true, "geschichte": true, "geschichten": true, "märchen": true, "gedicht": true, "gedichte": true, "fanfiction": true, "fanfic": true,
	"nouvelle": true, "conte": true, "contes": true, "récit": true, "histoire": true, "poèmes": true, "novela": true, "cuento": true, "cuentos": true, "relato": true, "historia": true, "poemas": true,
	"romanzo": true, "racconto": true, "racconti": true, "novella": true, "storia": true, "poesie": true, "romance": true, "conto": true, "contos": true, "história": true, "verhaal": true, "sprookje": true,
	"berättelse": true, "novell": true, "saga": true, "écrit": true, "écrite": true, "geschrieben": true, "verfasst": true, "escrito": true, "escrita": true, "scritto": true, "scritta": true, "geschreven": true,
	"роман": true, "повесть": true, "рассказ": true, "рассказы": true, "повести": true, "поэма": true, "сказка": true, "сказки": true, "комедия": true, "драма": true, "трагедия": true, "пьеса": true, "стихи": true}

// foreignByline reads a byline whose "by" is not English: where the names begin
// in s, and whether the words for "by" stand alone.
func foreignByline(s string) (names int, alone, ok bool) {
	if len(s) > 80 {
		return 0, false, false
	}
	at := 0
	for words := 0; words < 4 && at < len(s); words++ {
		end := strings.IndexByte(s[at:], ' ')
		if end < 0 {
			end = len(s) - at
		}
		word := strings.ToLower(s[at : at+end])
		for _, l := range foreignBy {
			if word != l.word {
				continue
			}
			noun := words > 0 && foreignNouns[lastWordLower(s[:at])]
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
			fewest := l.names
			switch first := s[at]; {
			case noun:
				fewest = 1
			case first >= 'A' && first <= 'Z' && !l.opener && !isCapitals(s):
				if fewest++; l.word != "von" {
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
