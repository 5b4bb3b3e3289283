package parse

import (
	"unicode"
	"unicode/utf8"

	"storybind/internal/parse/lexicon"
)

// readThaiHeading reads "บทที่ ๓", "ตอนที่12 ฝน", "บทที่สาม", "บทนำ". Thai has no blanks
// between words: the longest heading word that the line begins with counts, and only
// a number, a mark or nothing may follow it.
func readThaiHeading(f *form, text string) bool {
	s := text[f.open:f.close]
	if !unicode.Is(unicode.Thai, firstRune(s)) {
		return false
	}
	for at := longestPrefix(s, 60); at > 0; at = longestPrefix(s[:at], at-1) {
		word := headingWords[s[:at]]
		if word == 0 {
			continue
		}
		next := at + blanks(s[at:])
		n := readForeignDigits(s[next:])
		if n.kind == noNumeral {
			n = digitsBefore(s[next:])
		}
		if n.kind == noNumeral {
			n = readThaiWords(s[next:])
		}
		if f.take(word, n) && wordEnds(s[next+n.size:]) {
			f.readTail(text, next+n.size, wordNumber)
			return f.verdict != noHeading
		}
		if headingList[word].alone && wordEnds(s[at:]) {
			f.take(word, numeral{})
			f.readTail(text, at, nameAlone)
			return f.verdict != noHeading
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
func readThaiWords(s string) numeral {
	for at := longestPrefix(s, 60); at > 0; at = longestPrefix(s[:at], at-1) {
		if n := lexicon.FindNumber(s[:at]); n.Kind != 0 && wordEnds(s[at:]) {
			return numeralOf(n, at)
		}
	}
	return numeral{}
}
