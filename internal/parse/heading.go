package parse

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// A form is what a line is by its words alone, taken as a heading: a word, a
// number and a title, of which some may be missing. Places are bytes of the line.
type form struct {
	word    wordIndex // the heading word; 0 for a bare number
	number  int16
	of      int16 // the total in "Part 2/5"; 0 when none
	kind    numeralKind
	verdict verdict
	sep     byte  // what stands between number and title: '.', ':', '-', ',' or 0
	open    uint8 // where the words begin, behind any ornament
	label   uint8 // where the label ends
	title   uint8 // where the title begins; equal to close when there is none
	close   uint8 // where the words end
}

// titled reports whether the line itself holds a title.
func (f *form) titled() bool { return f.title < f.close }

// A verdict says how sure the words alone make it that a line is a heading.
type verdict uint8

const (
	noHeading  verdict = iota
	maybe              // a number with a name: also a list's entry or a sentence
	bareNumber         // a number alone
	nameAlone          // "Prologue"
	wordNumber         // "Chapter 3", "Chapter 3: The Gate"
)

// maxHeading is the most bytes of a line that is worth reading as a heading: two
// lines of print. A form counts on it being less than 256.
const maxHeading = 240

// looksLikeHeading reports whether a line, by its words alone, heads a chapter
// or its like: a heading word with a number, "Prologue" and its kin, or a bare
// number.
func looksLikeHeading(text string) bool {
	f := formOf(text)
	switch f.verdict {
	case wordNumber, bareNumber, nameAlone:
		return true
	case maybe:
		return f.sep != 0 && f.sep != '-' && titleCased(text[f.title:f.close])
	}
	return false
}

// formOf reads a line as a heading.
func formOf(text string) form {
	if len(text) > maxHeading || text == "" {
		return form{}
	}
	open, end := undecorate(text)
	if open >= end {
		return form{}
	}
	f := form{open: uint8(open), close: uint8(end)}
	switch c := text[open]; {
	case c >= '0' && c <= '9':
		readBareNumber(&f, text, readDigits(text[open:end]))
	case c < utf8.RuneSelf && !isASCIILetter(c):
	case !mayOpenHeading(text[open:end]):
	case c >= 0xE0 && readHanHeading(&f, text):
	default:
		if n := readNumeral(text[open:end]); !readWordHeading(&f, text, n) {
			readBareNumber(&f, text, n)
		}
	}
	if f.verdict == noHeading {
		return form{}
	}
	return f
}

// mayOpenHeading reports whether a line's first word is one that a heading's
// words may begin with. It is asked of every paragraph, and says no to nearly all.
func mayOpenHeading(s string) bool {
	var low [20]byte
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
		return true // a word with other letters: read it properly
	}
	return isRoman || headingOpeners()[string(low[:n])]
}

// headingOpeners are the ASCII words with which heading words and numbers begin:
// "chapter", "twenty", "entr".
var headingOpeners = sync.OnceValue(func() map[string]bool {
	m := make(map[string]bool, 1500)
	add := func(s string) {
		n := 0
		for n < len(s) && isASCIILetter(s[n]) {
			n++
		}
		if n == len(s) || s[n] < utf8.RuneSelf {
			m[s[:n]] = true
		}
	}
	for s := range headingWords {
		add(s)
	}
	for s := range numberWords() {
		add(s)
	}
	for _, s := range [...]string{"the", "a", "an", "author", "editor", "translator", "publisher"} {
		add(s)
	}
	return m
})

// undecorate finds the ornaments round a heading ("-I-", "~*~ The Gate ~*~",
// "## Chapter 3", "[4]", "_Chapter One_") and returns where its words begin and end.
func undecorate(text string) (open, end int) {
	open, end = 0, len(text)
	for open < end {
		c, size := utf8.DecodeRuneInString(text[open:end])
		if c != ' ' && !isOrnament(c) && c != '[' && c != '(' && c != '{' && c != '<' {
			break
		}
		open += size
	}
	for open < end {
		c, size := utf8.DecodeLastRuneInString(text[open:end])
		if c != ' ' && c != '.' && !isOrnament(c) {
			if c != ']' && c != ')' && c != '}' && c != '>' {
				break
			}
			// A closing bracket belongs to the words when they open it: "The List (1/2)".
			if strings.ContainsRune(text[open:end], openingBracket(c)) {
				break
			}
		}
		end -= size
	}
	return open, end
}

func openingBracket(c rune) rune {
	switch c {
	case ')':
		return '('
	case '>':
		return '<'
	case '}':
		return '{'
	}
	return '['
}

func isOrnament(c rune) bool {
	switch c {
	case '-', '–', '—', '~', '*', '=', '#', '_', '|', '+', '•', '·', '\\', '/', '^', '◆', '■', '□', '★', '☆', '●', '○', '♦', '❦', '⁂', '　':
		return true
	}
	return false
}

// readWordHeading reads "Chapter One: The Gate", "First Act", "Prologue".
func readWordHeading(f *form, text string, lead numeral) bool {
	s := text[f.open:f.close]
	size := firstWord(s)
	if size == 0 || size > 40 {
		return false
	}
	word := findHeadingWord(s[:size])
	if word == 0 {
		return readOrdinalHeading(f, text, lead) || readQualified(f, text, size)
	}
	// Between word and number: "Chapter #3", "Ch. 3", "Chapter No. 3", "Chapter the First", "chapter.844".
	at := size
	for at < len(s) && strings.IndexByte(" .#:-", s[at]) >= 0 {
		at++
	}
	for _, skip := range [...]string{"no. ", "number ", "nr. ", "n° ", "№ ", "№"} {
		if hasFoldPrefix(s[at:], skip) {
			at += len(skip)
			break
		}
	}
	n := readNumeral(s[at:])
	if d := digitsBefore(s[at:]); n.kind == noNumeral && d.kind != noNumeral && s[at+d.size] >= 'a' && s[at+d.size] <= 'd' && wordEnds(s[at+d.size+1:]) {
		n = d // "Part 2b"
	}
	if n.kind == noNumeral || n.kind == roman && n.size == 1 && n.value >= 50 { // "Appendix C" is no hundredth one
		if letter := readLetter(s[at:]); letter.kind != noNumeral && len(strings.Trim(s[at+1:], " .:-–—)")) == 0 || n.kind == roman {
			n = letter
		}
	}
	if at > size && headingList[word].depth != noDepth && f.take(word, n) {
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
	var low [24]byte
	if len(s) > len(low) {
		return headingWords[foldSameLength(s)]
	}
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= 0x80 {
			return headingWords[foldSameLength(s)]
		}
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		low[i] = c
	}
	return headingWords[string(low[:len(s)])]
}

// readOrdinalHeading reads headings that begin with their number: "First Act",
// "PREMIÈRE PARTIE", "Erstes Kapitel", "The Second Book".
func readOrdinalHeading(f *form, text string, n numeral) bool {
	s := text[f.open:f.close]
	if n.kind != ordinal {
		return false
	}
	at := n.size
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
	f.take(word, n)
	f.readTail(text, at+size, wordNumber)
	// "First day of the holidays": a title after the word needs a mark before it.
	if f.titled() && f.sep == 0 {
		f.verdict = noHeading
	}
	return f.verdict != noHeading
}

// readBareNumber reads "3", "3.", "III. The Gate", "One", "3 - The Gate".
func readBareNumber(f *form, text string, n numeral) {
	if n.kind == noNumeral || n.value > 999 { // a year, an amount
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

// readHanHeading reads "第三回 …", "第二卷", "제1장", "一", "上　…", "序章".
func readHanHeading(f *form, text string) bool {
	s := text[f.open:f.close]
	for _, lead := range [...]string{"その", "其の", "其"} {
		if rest, ok := strings.CutPrefix(s, lead); ok {
			n := readHan(rest)
			if f.take(0, n); n.kind != noNumeral {
				if f.readTail(text, len(lead)+n.size, bareNumber); !f.titled() {
					return true
				}
			}
			f.verdict = noHeading
			return false
		}
	}
	for _, lead := range [...]string{"第", "제"} {
		if !strings.HasPrefix(s, lead) {
			continue
		}
		n := readHan(s[len(lead):])
		if n.kind == noNumeral {
			n = digitsBefore(s[len(lead):]) // a letter follows: "제1장"
		}
		at := len(lead) + n.size
		_, size := utf8.DecodeRuneInString(s[at:])
		word := headingWords[s[at:at+size]]
		if word == 0 || !f.take(word, n) {
			return false
		}
		f.readTail(text, at+size, wordNumber)
		return true
	}
	// "卷一", "部之二": the counter first.
	if c, size := utf8.DecodeRuneInString(s); strings.ContainsRune("卷巻部篇章回集册冊", c) {
		at := size
		if strings.HasPrefix(s[at:], "之") {
			at += len("之")
		}
		if n := readHan(s[at:]); f.take(headingWords[s[:size]], n) {
			if f.readTail(text, at+n.size, wordNumber); !f.titled() || f.sep != 0 {
				return true
			}
			f.verdict = noHeading
		}
	}
	first := s
	if i := strings.IndexAny(s, " \t　：:"); i > 0 {
		first = s[:i]
	}
	if word := headingWords[first]; word != 0 && headingList[word].alone {
		f.take(word, numeral{})
		f.readTail(text, len(first), nameAlone)
		return true
	}
	n := readHan(s)
	if !f.take(0, n) {
		return false
	}
	if strings.HasPrefix(s, "上") || strings.HasPrefix(s, "中") || strings.HasPrefix(s, "下") {
		f.word = headingWords["上"]
	}
	f.readTail(text, n.size, bareNumber)
	if f.titled() {
		if f.sep == 0 { // "一人の男": the number is part of a word
			f.verdict = noHeading
		} else if f.verdict == bareNumber {
			f.verdict = maybe
		}
	}
	if f.word != 0 && f.verdict != noHeading {
		f.verdict = wordNumber
	}
	return true
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

// readTail reads what follows the number or the name, at bytes behind the start
// of the words: "/5", "of 5", ": The Gate", ". The Gate", " The Gate". A tail
// that no heading has (small letters without a mark before them, a sentence,
// "Chapter and verse") makes the verdict noHeading.
func (f *form) readTail(text string, at int, v verdict) {
	at += int(f.open)
	end := int(f.close)
	f.verdict, f.sep = v, 0
	if v != nameAlone {
		// What may belong to the number: "Part 2b", "Chapter 1.5".
		if v == wordNumber && f.kind == digits && at < end && text[at] >= 'a' && text[at] <= 'd' && wordEnds(text[at+1:]) {
			at++
		}
		for at+1 < end && text[at] == '.' && text[at+1] >= '0' && text[at+1] <= '9' {
			for at++; at < end && text[at] >= '0' && text[at] <= '9'; {
				at++
			}
		}
		if size, total := readTotal(text[at:end]); size > 0 {
			f.of, at = int16(total), at+size
		}
	}
	f.label = uint8(at)
	spaces, dashes := 0, 0
	for at < end {
		c, size := utf8.DecodeRuneInString(text[at:end])
		switch c {
		case ' ', '\t', '\u00a0':
			spaces++
		case '　':
			spaces++
			if f.sep == 0 {
				f.sep = ' '
			}
		case '.', ':', ')', ']', '}', '>', '|', '~', '*', '_':
			f.sep = byte(c)
		case '：', '、', '．', '，':
			f.sep = ':'
		case '-':
			f.sep = '-'
			dashes++
		case '–', '—', '=':
			f.sep = '-'
			dashes += 2
		case ',', ';':
			f.sep = ','
		case '[', '(', '{':
			if n := headingMark(text[at:end]); n > 0 { // "CHAPITRE XXII[1]."
				size = n
				if f.sep == 0 {
					f.label = uint8(at + n)
				}
				break
			}
			f.title = uint8(at)
			f.judgeTitle(text, spaces, dashes)
			return
		default:
			f.title = uint8(at)
			f.judgeTitle(text, spaces, dashes)
			return
		}
		at += size
	}
	f.title = f.close
	if f.sep == ',' { // "Chapter One," is the start of a sentence
		f.verdict = noHeading
	}
}

// headingMark is the length of a footnote's mark that s begins with ("[1]"); 0 when
// it begins with none.
func headingMark(s string) int {
	for i := 1; i < len(s) && i < 5; i++ {
		switch c := s[i]; {
		case c >= '0' && c <= '9' || c == '*':
		case (c == ']' || c == ')' || c == '}') && i > 1:
			return i + 1
		default:
			return 0
		}
	}
	return 0
}

// judgeTitle looks at the title that follows a number or a name.
func (f *form) judgeTitle(text string, spaces, dashes int) {
	title := text[f.title:f.close]
	first, _ := utf8.DecodeRuneInString(title)
	if isCJK(first) {
		if f.sep == 0 && spaces > 0 {
			f.sep = ' '
		}
		if f.sep == 0 && f.verdict != wordNumber || strings.HasSuffix(title, "。") {
			f.verdict = noHeading
		}
		return
	}
	if f.verdict == nameAlone && f.sep == 0 { // "Préface de l'éditeur", "Introduction he had none"
		f.verdict = maybe
		return
	}
	if unicode.IsLower(first) && (f.sep == 0 || f.sep == ',' || f.sep == '-' && spaces == 0 && dashes < 2) {
		f.verdict = noHeading
		return
	}
	if f.sep == 0 && (spaces == 0 || unicode.IsDigit(first)) {
		f.verdict = noHeading
		return
	}
	if f.sep == ',' && f.verdict == bareNumber { // "One, Two, Three"
		f.verdict = noHeading
		return
	}
	switch last, _ := utf8.DecodeLastRuneInString(text); last {
	case ',', ';':
		f.verdict = noHeading
	}
}

// readTotal reads "/5", " of 5", "/?" after a number.
func readTotal(s string) (size, total int) {
	at := 0
	for at < len(s) && s[at] == ' ' {
		at++
	}
	switch {
	case at < len(s) && s[at] == '/':
		at++
	case hasFoldPrefix(s[at:], "of ") && at > 0:
		at += 3
	default:
		return 0, 0
	}
	for at < len(s) && s[at] == ' ' {
		at++
	}
	if at < len(s) && s[at] == '?' {
		return at + 1, 0
	}
	n := readNumeral(s[at:])
	if n.kind == noNumeral {
		return 0, 0
	}
	return at + n.size, n.value
}

// titleCased reports whether a title's words are mostly capitalised, as English
// titles are, and it ends like one.
func titleCased(s string) bool {
	words, capitals := 0, 0
	for _, w := range strings.Fields(s) {
		c, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "\"'“‘«_*"))
		if !unicode.IsLetter(c) || len(w) < 4 {
			if unicode.IsUpper(c) {
				words, capitals = words+1, capitals+1
			}
			continue
		}
		words++
		if !unicode.IsLower(c) {
			capitals++
		}
	}
	return capitals > 0 && capitals*3 >= words*2 && !strings.HasSuffix(s, ".")
}

// firstWord is the number of bytes of the word that s begins with; an
// apostrophe or a hyphen inside belongs to it.
func firstWord(s string) int {
	n := 0
	for n < len(s) && isASCIILetter(s[n]) {
		n++
	}
	if n > 0 && (n == len(s) || s[n] == ' ' || s[n] == '.' || s[n] == ':' || s[n] == ',') {
		return n
	}
	for i, c := range s {
		if unicode.IsLetter(c) || i > 0 && (c == '\'' || c == '-' || c == '’') && i+1 < len(s) && isWordStart(s[i+utf8.RuneLen(c):]) {
			continue
		}
		if i == 0 && c == '§' {
			return len("§")
		}
		return i
	}
	return len(s)
}

func isWordStart(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(c)
}

func isASCIILetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func isCJK(c rune) bool {
	return unicode.In(c, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}
