package verify

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A word is a run of letters and digits, as a number that stands for its letters without
// case. Marks above a letter are part of it; marks of no width are nothing.
type word struct {
	id         int32
	start, end int // bytes of its text
}

// A dictionary gives each word its number.
type dictionary struct {
	numbers map[string]int32
	words   []string
}

func newDictionary() *dictionary { return &dictionary{numbers: map[string]int32{}} }

func (d *dictionary) number(w []byte) int32 {
	if n, ok := d.numbers[string(w)]; ok {
		return n
	}
	n := int32(len(d.words))
	s := string(w)
	d.numbers[s] = n
	d.words = append(d.words, s)
	return n
}

// split appends the words of a text.
func (d *dictionary) split(to []word, text string) []word {
	var letters []byte
	start, end := 0, 0
	flush := func() {
		if len(letters) > 0 {
			to = append(to, word{d.number(letters), start, end})
			letters = letters[:0]
		}
	}
	for i := 0; i < len(text); {
		if c := text[i]; c < utf8.RuneSelf {
			switch {
			case 'A' <= c && c <= 'Z':
				c += 'a' - 'A'
				fallthrough
			case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
				if len(letters) == 0 {
					start = i
				}
				letters = append(letters, c)
				end = i + 1
			case c == '_' && len(letters) > 0 && end == i: // marks emphasis, also inside a word
			default:
				flush()
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == 0xAD: // a hyphen that is there only because the line ends behind it
			for i += n; i < len(text) && (text[i] == ' ' || text[i] == '\n'); i++ {
			}
			continue
		case r >= 0x200B && r <= 0x200F || r >= 0x2060 && r <= 0x2064 || r == 0xFEFF || r >= 0xFE00 && r <= 0xFE0F:
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r) && len(letters) > 0:
			cluster := text[i : i+n]
			for j := i + n; j < len(text); { // with its marks, so that they compose
				m, k := utf8.DecodeRuneInString(text[j:])
				if !unicode.Is(unicode.M, m) || m >= 0xFE00 && m <= 0xFE0F {
					break
				}
				j += k
				cluster = text[i:j]
			}
			if unicode.Is(unicode.Han, r) || unicode.Is(unicode.Hiragana, r) || unicode.Is(unicode.Katakana, r) { // no blanks part words: each letter is one
				flush()
			}
			if len(letters) == 0 {
				start = i
			}
			i += len(cluster)
			letters = append(letters, folded(cluster)...)
			end = i
			if unicode.Is(unicode.Han, r) || unicode.Is(unicode.Hiragana, r) || unicode.Is(unicode.Katakana, r) {
				flush()
			}
			continue
		default:
			flush()
		}
		i += n
	}
	flush()
	return to
}

// folded is a letter as it is compared: composed, without case, ligatures as their letters.
func folded(cluster string) string {
	return strings.ToLower(strings.ToUpper(norm.NFKC.String(cluster)))
}
