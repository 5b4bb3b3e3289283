package wording

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"storybind/internal/parse/char"
	"storybind/internal/parse/lexicon"
)

// How a heading's words are read: a heading word and a number, an ordinal and a
// word, a bare number, an owner and a word.

// mayOpenHeading reports whether a line's first word is one that a heading's
// words may begin with. It is asked of every paragraph, and says no to nearly all.
func mayOpenHeading(s string) bool {
	var low [32]byte
	n, isRoman := 0, true
	for n < len(s) && IsASCIILetter(s[n]) {
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
	return isRoman || opensHeading(low[:n]) || opensRomanOrdinal(s)
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
	first := char.FirstRune(s)
	if first >= 0x0e00 || strings.ContainsRune("ІХСМ", first) { // Thai, Chinese …; Roman numerals in Cyrillic letters
		return true
	}
	end := 0
	for end < len(s) {
		c, size := utf8.DecodeRuneInString(s[end:])
		if !IsWordPart(c) {
			break
		}
		if end += size; end > 60 {
			return false
		}
	}
	letters := end <= 6 && (first < 0x0400 || first >= 0x0590)        // of Greek and Hebrew, that count
	if end == 0 || letters || isApostrophe(char.FirstRune(s[end:])) { // "дев'ять"
		return true
	}
	var buf [64]byte
	return opensHeading(lexicon.AppendFold(buf[:0], s[:end]))
}

// opensHeading reports whether heading words or numbers begin with a word: "chapter",
// "twenty", "entr", "двадцать".
func opensHeading(word []byte) bool {
	return headingOpeners()[string(word)] || lexicon.OpensNumber(word)
}

// headingOpeners are the words with which heading words begin.
var headingOpeners = sync.OnceValue(func() map[string]bool {
	m := make(map[string]bool, 4000)
	add := func(s string) {
		n := 0
		for n < len(s) && s[n] != ' ' && s[n] != '\'' {
			n++
		}
		m[s[:n]] = true
	}
	for s := range HeadingWords {
		add(s)
	}
	for _, s := range [...]string{"the", "a", "an", "author", "editor", "translator", "publisher"} {
		add(s)
	}
	return m
})

// readWordHeading reads "Chapter One: The Gate", "First Act", "Prologue".
func readWordHeading(f *Form, text string, lead Numeral) bool {
	s := text[f.Open:f.Close]
	size := FirstWord(s)
	if size == 0 || size > 40 {
		return false
	}
	if readPhraseHeading(f, text) {
		return true
	}
	word := FindHeadingWord(s[:size])
	if word == 0 {
		return readOrdinalHeading(f, text, lead) || readQualified(f, text, size)
	}
	// Between word and number: "Chapter #3", "Ch. 3", "Chapter No. 3", "Chapter the First", "chapter.844".
	at := size
	for at < len(s) && strings.IndexByte(" .#:-_([", s[at]) >= 0 {
		at++
	}
	n := readNumberBehindWord(s[at:])
	if n.Kind == NoNumeral {
		at += skipNumberSign(s[at:])
		n = readNumberBehindWord(s[at:])
	}
	if d := DigitsBefore(s[at:]); n.Kind == NoNumeral && d.Kind != NoNumeral && s[at+d.Size] >= 'a' && s[at+d.Size] <= 'd' && WordEnds(s[at+d.Size+1:]) {
		n = d // "Part 2b"
	}
	if n.Kind == NoNumeral || n.Kind == Roman && n.Size == 1 && n.Value >= 50 { // "Appendix C" is no hundredth one
		if letter := readLetter(s[at:]); letter.Kind != NoNumeral && len(strings.Trim(s[at+1:], " .:-–—)")) == 0 || n.Kind == Roman {
			n = letter
		}
	}
	if n.Kind == cardinal && (strings.EqualFold(s[:size], "no") || strings.EqualFold(s[:size], "number")) {
		n = Numeral{} // "No one"
	}
	if next := at + n.Size; n.Kind != NoNumeral && at > 0 && (s[at-1] == '(' || s[at-1] == '[') && next < len(s) && (s[next] == ')' || s[next] == ']') {
		n.Size++ // "Chapter (5)"
	}
	if n.Kind != NoNumeral {
		n.Size += againSize(s[at+n.Size:])
	}
	glued := at == size && n.Kind == Digits && !HeadingList[word].Plain // "Chapter3"
	if (at > size || glued) && HeadingList[word].Depth != noDepth && f.take(word, n) {
		if f.readTail(text, at+n.Size, WordNumber); f.Verdict != NoHeading {
			return true
		}
	}
	if HeadingList[word].Alone {
		f.take(word, Numeral{})
		f.readTail(text, size, NameAlone)
		return f.Verdict != NoHeading
	}
	return false
}

// againSize is how many bytes say that a number stands a second or third time: "2 bis", "2 ter".
func againSize(s string) int {
	for _, again := range [...]string{" bis", " ter", " quater", "bis", "-bis"} {
		if char.HasFoldPrefix(s, again) && WordEnds(s[len(again):]) {
			return len(again)
		}
	}
	return 0
}

// readQualified reads "The Preface" and "Author's Introduction": an article or an
// owner, then a word that heads a section by itself, and nothing more.
func readQualified(f *Form, text string, size int) bool {
	s := text[f.Open:f.Close]
	switch low := strings.ToLower(s[:size]); {
	case low == "the", low == "a", low == "an", low == "author's", low == "author’s", low == "editor's", low == "editor’s", low == "translator's", low == "translator’s",
		low == "publisher's", low == "publisher’s":
	default:
		return false
	}
	rest := strings.TrimLeft(s[size:], " ")
	word := FindHeadingWord(rest[:FirstWord(rest)])
	if word == 0 || !HeadingList[word].Alone || FirstWord(rest) < len(rest) || rest[0] >= 'a' && rest[0] <= 'z' {
		return false
	}
	f.take(word, Numeral{})
	f.Verdict, f.Label, f.Title = NameAlone, f.Close, f.Close
	return true
}

// take notes the heading's word and number, and reports whether there is a number.
func (f *Form) take(word WordIndex, n Numeral) bool {
	f.Word, f.Number, f.Kind = word, int16(n.Value), n.Kind
	return n.Kind != NoNumeral
}

// FindHeadingWord finds a word among the heading words, in any case; 0 when it is none.
func FindHeadingWord(s string) WordIndex {
	var low [64]byte
	if len(s) > len(low) {
		return 0
	}
	return HeadingWords[string(lexicon.AppendFold(low[:0], s))]
}

// readOrdinalHeading reads headings that begin with their number: "First Act",
// "PREMIÈRE PARTIE", "Erstes Kapitel", "The Second Book", "III. fejezet".
func readOrdinalHeading(f *Form, text string, n Numeral) bool {
	s := text[f.Open:f.Close]
	at := n.Size
	stopped := n.Kind == Roman && at < len(s) && s[at] == '.'
	switch {
	case stopped:
		at++
	case n.Kind != ordinal:
		return false
	}
	for at < len(s) && s[at] == ' ' {
		at++
	}
	size := FirstWord(s[at:])
	if size == 0 || at == n.Size {
		return false
	}
	word := FindHeadingWord(s[at : at+size])
	if word == 0 || HeadingList[word].Depth == noDepth {
		return false
	}
	if stopped && HeadingList[word].Plain && unicode.IsUpper(char.FirstRune(s[at:])) { // "IV. Night" is named so
		return false
	}
	f.take(word, n)
	f.readTail(text, at+size, WordNumber)
	// "First day of the holidays": a title after the word needs a mark before it.
	if f.Titled() && f.Sep == 0 {
		f.Verdict = NoHeading
	}
	return f.Verdict != NoHeading
}

// readDigitsAndWord reads "1. Kapitel", "2. luku: Vene": digits with a stop, as many
// languages write ordinals, and a heading word.
func readDigitsAndWord(f *Form, text string, n Numeral) bool {
	s := text[f.Open:f.Close]
	if n.Kind != Digits || n.Size >= len(s) || s[n.Size] != '.' {
		return false
	}
	at := n.Size + 1
	for at < len(s) && s[at] == ' ' {
		at++
	}
	size := FirstWord(s[at:])
	word := FindHeadingWord(s[at : at+size])
	if size == 0 || word == 0 || HeadingList[word].Depth == noDepth {
		return false
	}
	before := *f
	f.take(word, n)
	f.readTail(text, at+size, WordNumber)
	if f.Verdict == NoHeading || f.Titled() && f.Sep == 0 { // "1. Part of the money"
		*f = before
		return false
	}
	return true
}

// readBareNumber reads "3", "3.", "III. The Gate", "One", "3 - The Gate".
func readBareNumber(f *Form, text string, n Numeral) {
	if n.Kind == NoNumeral || n.Kind == FinalNumber || n.Value > 999 { // a year, an amount
		return
	}
	if c := text[f.Open]; n.Kind == cardinal && c >= 'a' && c <= 'z' && f.Open == 0 {
		return // "one" at the start of a wrapped line
	}
	f.take(0, n)
	f.readTail(text, n.Size, BareNumber)
	if f.Verdict == BareNumber && f.Titled() {
		f.Verdict = Maybe
		if f.Sep == 0 && (n.Kind == cardinal || n.Kind == ordinal) { // "Two Lanterns", "Ein Gast"
			f.Verdict = NoHeading
		}
		// "3. Chapter 3: The Gate", as some archives' menus name chapters.
		if g := FormOf(text[f.Title:f.Close]); g.Verdict == WordNumber && g.Open == 0 && strings.IndexByte(text[f.Open:f.Label], '.') < 0 { // not "1.1 First Night"
			*f, g = Shift(g, int(f.Title)), *f
			f.Open = g.Open
		}
	}
}

// DigitsBefore reads the digits that s begins with; what follows them may be a letter.
func DigitsBefore(s string) Numeral {
	v, i := 0, 0
	for i < len(s) && s[i] >= '0' && s[i] <= '9' && v <= maxNumber {
		v = v*10 + int(s[i]-'0')
		i++
	}
	if i == 0 || v > maxNumber {
		return Numeral{}
	}
	return Numeral{Digits, v, i}
}
