package parse

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"storybind/internal/parse/lexicon"
)

// How a heading's words are read: a heading word and a number, an ordinal and a
// word, a bare number, an owner and a word.

// mayOpenHeading reports whether a line's first word is one that a heading's
// words may begin with. It is asked of every paragraph, and says no to nearly all.
func mayOpenHeading(s string) bool {
	var low [32]byte
	n, isRoman := 0, true
	for n < len(s) && isASCIILetter(s[n]) {
		if n == len(low) {
			return false
		}
		low[n] = s[n] | 0x20
		isRoman = isRoman && romanValue(s[n]) > 0
		n++
	}
	if n < len(s) && s[n] >= utf8.RuneSelf {
		return isRoman && n > 0 || mayOpenForeign(s)
	}
	return isRoman || headingOpeners()[string(low[:n])] || opensRomanOrdinal(s)
}

// opensRomanOrdinal reports whether s begins with a French ordinal: "IIe".
func opensRomanOrdinal(s string) bool {
	i := 0
	for i < len(s) && s[i] < 'a' && romanValue(s[i]) > 0 {
		i++
	}
	return i > 0 && i < len(s) && romanOrdinalEnd(s, i) > 0
}

// mayOpenForeign is mayOpenHeading for a first word that has letters beyond ASCII.
// Scripts that glue words together are let through, and letters that may count.
func mayOpenForeign(s string) bool {
	first := firstRune(s)
	if first >= 0x0e00 || strings.ContainsRune("ІХСМ", first) { // Thai, Chinese …; Roman numerals in Cyrillic letters
		return true
	}
	end := 0
	for end < len(s) {
		c, size := utf8.DecodeRuneInString(s[end:])
		if !isWordPart(c) {
			break
		}
		if end += size; end > 60 {
			return false
		}
	}
	letters := end <= 6 && (first < 0x0400 || first >= 0x0590)   // of Greek and Hebrew, that count
	if end == 0 || letters || isApostrophe(firstRune(s[end:])) { // "дев'ять"
		return true
	}
	var buf [64]byte
	return headingOpeners()[string(lexicon.AppendFold(buf[:0], s[:end]))]
}

// headingOpeners are the words with which heading words and numbers begin:
// "chapter", "twenty", "entr", "двадцать".
var headingOpeners = sync.OnceValue(func() map[string]bool {
	m := make(map[string]bool, 4000)
	add := func(s string) {
		n := 0
		for n < len(s) && s[n] != ' ' && s[n] != '\'' {
			n++
		}
		m[s[:n]] = true
	}
	for s := range headingWords {
		add(s)
	}
	lexicon.AddNumberOpeners(m)
	for _, s := range [...]string{"the", "a", "an", "author", "editor", "translator", "publisher"} {
		add(s)
	}
	return m
})

// readWordHeading reads "Chapter One: The Gate", "First Act", "Prologue".
func readWordHeading(f *form, text string, lead numeral) bool {
	s := text[f.open:f.close]
	size := firstWord(s)
	if size == 0 || size > 40 {
		return false
	}
	if readPhraseHeading(f, text) {
		return true
	}
	word := findHeadingWord(s[:size])
	if word == 0 {
		return readOrdinalHeading(f, text, lead) || readQualified(f, text, size)
	}
	// Between word and number: "Chapter #3", "Ch. 3", "Chapter No. 3", "Chapter the First", "chapter.844".
	at := size
	for at < len(s) && strings.IndexByte(" .#:-_([", s[at]) >= 0 {
		at++
	}
	n := readNumberBehindWord(s[at:])
	if n.kind == noNumeral {
		at += skipNumberSign(s[at:])
		n = readNumberBehindWord(s[at:])
	}
	if d := digitsBefore(s[at:]); n.kind == noNumeral && d.kind != noNumeral && s[at+d.size] >= 'a' && s[at+d.size] <= 'd' && wordEnds(s[at+d.size+1:]) {
		n = d // "Part 2b"
	}
	if n.kind == noNumeral || n.kind == roman && n.size == 1 && n.value >= 50 { // "Appendix C" is no hundredth one
		if letter := readLetter(s[at:]); letter.kind != noNumeral && len(strings.Trim(s[at+1:], " .:-–—)")) == 0 || n.kind == roman {
			n = letter
		}
	}
	if n.kind == cardinal && (strings.EqualFold(s[:size], "no") || strings.EqualFold(s[:size], "number")) {
		n = numeral{} // "No one"
	}
	if next := at + n.size; n.kind != noNumeral && at > 0 && (s[at-1] == '(' || s[at-1] == '[') && next < len(s) && (s[next] == ')' || s[next] == ']') {
		n.size++ // "Chapter (5)"
	}
	glued := at == size && n.kind == digits && !headingList[word].plain // "Chapter3"
	if (at > size || glued) && headingList[word].depth != noDepth && f.take(word, n) {
		if f.readTail(text, at+n.size, wordNumber); f.verdict != noHeading {
			return true
		}
	}
	if headingList[word].alone {
		f.take(word, numeral{})
		f.readTail(text, size, nameAlone)
		return f.verdict != noHeading
	}
	return false
}

// readQualified reads "The Preface" and "Author's Introduction": an article or an
// owner, then a word that heads a section by itself, and nothing more.
func readQualified(f *form, text string, size int) bool {
	s := text[f.open:f.close]
	switch low := strings.ToLower(s[:size]); {
	case low == "the", low == "a", low == "an", low == "author's", low == "author’s", low == "editor's", low == "editor’s", low == "translator's", low == "translator’s",
		low == "publisher's", low == "publisher’s":
	default:
		return false
	}
	rest := strings.TrimLeft(s[size:], " ")
	word := findHeadingWord(rest[:firstWord(rest)])
	if word == 0 || !headingList[word].alone || firstWord(rest) < len(rest) || rest[0] >= 'a' && rest[0] <= 'z' {
		return false
	}
	f.take(word, numeral{})
	f.verdict, f.label, f.title = nameAlone, f.close, f.close
	return true
}

// take notes the heading's word and number, and reports whether there is a number.
func (f *form) take(word wordIndex, n numeral) bool {
	f.word, f.number, f.kind = word, int16(n.value), n.kind
	return n.kind != noNumeral
}

// findHeadingWord finds a word among the heading words, in any case; 0 when it is none.
func findHeadingWord(s string) wordIndex {
	var low [64]byte
	if len(s) > len(low) {
		return 0
	}
	return headingWords[string(lexicon.AppendFold(low[:0], s))]
}

// readOrdinalHeading reads headings that begin with their number: "First Act",
// "PREMIÈRE PARTIE", "Erstes Kapitel", "The Second Book", "III. fejezet".
func readOrdinalHeading(f *form, text string, n numeral) bool {
	s := text[f.open:f.close]
	at := n.size
	stopped := n.kind == roman && at < len(s) && s[at] == '.'
	switch {
	case stopped:
		at++
	case n.kind != ordinal:
		return false
	}
	for at < len(s) && s[at] == ' ' {
		at++
	}
	size := firstWord(s[at:])
	if size == 0 || at == n.size {
		return false
	}
	word := findHeadingWord(s[at : at+size])
	if word == 0 || headingList[word].depth == noDepth {
		return false
	}
	if stopped && headingList[word].plain && unicode.IsUpper(firstRune(s[at:])) { // "IV. Night" is named so
		return false
	}
	f.take(word, n)
	f.readTail(text, at+size, wordNumber)
	// "First day of the holidays": a title after the word needs a mark before it.
	if f.titled() && f.sep == 0 {
		f.verdict = noHeading
	}
	return f.verdict != noHeading
}

// readDigitsAndWord reads "1. Kapitel", "2. luku: Vene": digits with a stop, as many
// languages write ordinals, and a heading word.
func readDigitsAndWord(f *form, text string, n numeral) bool {
	s := text[f.open:f.close]
	if n.kind != digits || n.size >= len(s) || s[n.size] != '.' {
		return false
	}
	at := n.size + 1
	for at < len(s) && s[at] == ' ' {
		at++
	}
	size := firstWord(s[at:])
	word := findHeadingWord(s[at : at+size])
	if size == 0 || word == 0 || headingList[word].depth == noDepth {
		return false
	}
	before := *f
	f.take(word, n)
	f.readTail(text, at+size, wordNumber)
	if f.verdict == noHeading || f.titled() && f.sep == 0 { // "1. Part of the money"
		*f = before
		return false
	}
	return true
}

// readBareNumber reads "3", "3.", "III. The Gate", "One", "3 - The Gate".
func readBareNumber(f *form, text string, n numeral) {
	if n.kind == noNumeral || n.kind == finalNumber || n.value > 999 { // a year, an amount
		return
	}
	if c := text[f.open]; n.kind == cardinal && c >= 'a' && c <= 'z' && f.open == 0 {
		return // "one" at the start of a wrapped line
	}
	f.take(0, n)
	f.readTail(text, n.size, bareNumber)
	if f.verdict == bareNumber && f.titled() {
		f.verdict = maybe
		if f.sep == 0 && (n.kind == cardinal || n.kind == ordinal) { // "Two Lanterns", "Ein Gast"
			f.verdict = noHeading
		}
		// "3. Chapter 3: The Gate", as some archives' menus name chapters.
		if g := formOf(text[f.title:f.close]); g.verdict == wordNumber && g.open == 0 {
			*f, g = shift(g, int(f.title)), *f
			f.open = g.open
		}
	}
}

func digitsBefore(s string) numeral {
	v, i := 0, 0
	for i < len(s) && s[i] >= '0' && s[i] <= '9' && v <= maxNumber {
		v = v*10 + int(s[i]-'0')
		i++
	}
	if i == 0 || v > maxNumber {
		return numeral{}
	}
	return numeral{digits, v, i}
}
