package wording

import (
	"unicode"
	"unicode/utf8"

	"storybind/internal/parse/char"
	"storybind/internal/parse/lexicon"
)

// readThaiHeading reads "บทที่ ๓", "ตอนที่12 ฝน", "บทที่สาม", "บทนำ". Thai has no blanks
// between words: the longest heading word that the line begins with counts, and only
// a number, a mark or nothing may follow it.
func readThaiHeading(f *Form, text string) bool {
	s := text[f.Open:f.Close]
	if !unicode.Is(unicode.Thai, char.FirstRune(s)) {
		return false
	}
	for at := longestPrefix(s, 60); at > 0; at = longestPrefix(s[:at], at-1) {
		word := HeadingWords[s[:at]]
		if word == 0 {
			continue
		}
		next := at + blanks(s[at:])
		n := readForeignDigits(s[next:])
		if n.Kind == NoNumeral {
			n = DigitsBefore(s[next:])
		}
		if n.Kind == NoNumeral {
			n = readThaiWords(s[next:])
		}
		if f.take(word, n) && WordEnds(s[next+n.Size:]) {
			f.readTail(text, next+n.Size, WordNumber)
			return f.Verdict != NoHeading
		}
		if HeadingList[word].Alone && WordEnds(s[at:]) {
			f.take(word, Numeral{})
			f.readTail(text, at, NameAlone)
			return f.Verdict != NoHeading
		}
	}
	return false
}

// longestPrefix is the end of the last character of s that ends within so many bytes.
func longestPrefix(s string, most int) int {
	if len(s) <= most {
		return len(s)
	}
	for most > 0 && !utf8.RuneStart(s[most]) {
		most--
	}
	return most
}

// readThaiWords reads a number in words that ends where a word must end.
func readThaiWords(s string) Numeral {
	for at := longestPrefix(s, 60); at > 0; at = longestPrefix(s[:at], at-1) {
		if n := lexicon.FindNumber(s[:at]); n.Kind != 0 && WordEnds(s[at:]) {
			return numeralOf(n, at)
		}
	}
	return Numeral{}
}
