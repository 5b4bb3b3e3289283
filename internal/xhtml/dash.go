package xhtml

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const emDash = "—"

// prose writes text of the story. Reading systems may break a line on either side
// of an em dash (Unicode Standard Annex 14, class B2), and so begin one with a dash
// or leave a dash alone on it. A dash therefore stays with the word before it; with
// the word after it where a space or an opening quote parts it from the one before.
// That is marked up, because the character that would say it, U+2060, is an empty
// box on old e-readers. A word in another element is not looked for.
func (r *Renderer) prose(s string) {
	for {
		at := strings.Index(s, emDash)
		if at < 0 {
			break
		}
		end := at + len(emDash)
		for strings.HasPrefix(s[end:], emDash) {
			end += len(emDash)
		}
		from := wordBefore(s[:at])
		keep := from < at
		if n := wordAfter(s[end:]); !keep && at > 0 && n > 0 {
			keep = true
			for end += n; strings.HasPrefix(s[end:], emDash); {
				end += len(emDash)
			}
		}
		r.compounds(s[:from])
		if keep {
			r.raw(`<span class="dash">`)
		}
		r.text(s[from:end])
		if keep {
			r.raw("</span>")
		}
		s = s[end:]
	}
	r.compounds(s)
}

// longestKept is the most bytes of a word that a dash stays with: a longer one would
// not fit on a narrow screen together with it.
const longestKept = 32

// wordBefore returns where the word begins with which s ends; len(s) when s ends
// with none.
func wordBefore(s string) int {
	from := len(s)
	word := false // it has a letter or a figure, and is not a quotation mark alone
	for from > 0 {
		c, n := utf8.DecodeLastRuneInString(s[:from])
		if !inWord(c) {
			break
		}
		word = word || unicode.IsLetter(c) || unicode.IsDigit(c)
		if from -= n; len(s)-from > longestKept {
			return len(s)
		}
	}
	if !word {
		return len(s)
	}
	return from
}

// wordAfter is the length of the word with which s begins.
func wordAfter(s string) int {
	n := 0
	for n < len(s) {
		c, size := utf8.DecodeRuneInString(s[n:])
		if !inWord(c) {
			break
		}
		if n += size; n > longestKept {
			return 0
		}
	}
	return n
}

// inWord reports whether no line ends before or after the character inside a word.
// Words of scripts that are written without spaces have no such characters.
func inWord(c rune) bool {
	const eastAsian = 0x2E80
	return c > ' ' && c != 0xA0 && c != '-' && c != '—' && c < eastAsian && !unicode.IsSpace(c)
}
