package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/book"
)

// A form is what a line is by its words alone, taken as a heading: a word, a
// number and a title, of which some may be missing.
type form struct {
	word    string // the heading word in small letters: "chapter"; "" for a bare number
	depth   depth
	role    book.Role
	number  numeral
	of      int // the total in "Part 2/5"; 0 when none
	label   int // the line's bytes [open, label) are its label
	title   int // the line's bytes [title, close) are its title; title == close when there is none
	open    int // bytes of decoration before the label
	close   int // where the decoration after the title begins
	sep     byte
	verdict verdict
}

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
// lines of print.
const maxHeading = 240

// looksLikeHeading reports whether a line, by its words alone, heads a chapter
// or its like: a heading word with a number, "Prologue" and its kin, or a bare
// number.
func looksLikeHeading(text string) bool {
	f := formOf(text)
	switch f.verdict {
	case wordNumber, nameAlone, bareNumber:
		return true
	case maybe:
		return f.sep != 0 && f.sep != '-' && titleCased(text[f.title:f.close])
	}
	return false
}

// formOf reads a line as a heading.
func formOf(text string) form {
	var f form
	if len(text) > maxHeading || text == "" {
		return f
	}
	f.open, f.close = undecorate(text)
	if f.open >= f.close {
		return f
	}
	s := text[f.open:f.close]
	switch c := s[0]; {
	case c >= '0' && c <= '9':
		readBareNumber(&f, text)
	case c < 0x80 && !isASCIILetter(c) && c != '#':
		return f
	case c >= 0xE0 && readHanHeading(&f, text):
	case readWordHeading(&f, text):
	default:
		readBareNumber(&f, text)
	}
	return f
}

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
			if strings.ContainsRune(text[open:end], opener(c)) {
				break
			}
		}
		end -= size
	}
	return open, end
}

func opener(c rune) rune {
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
func readWordHeading(f *form, text string) bool {
	s := text[f.open:f.close]
	size := firstWord(s)
	if size == 0 || size > 40 {
		return false
	}
	low := foldSameLength(s[:size])
	w, ok := headingWords[low]
	if !ok {
		return readOrdinalHeading(f, text)
	}
	f.word, f.depth, f.role = low, w.depth, w.role
	at := size
	// Between word and number: "Chapter #3", "Ch. 3", "Chapter No. 3", "Chapter the First", "chapter.844".
	for at < len(s) && strings.IndexByte(" .#:-", s[at]) >= 0 {
		at++
	}
	for _, skip := range [...]string{"no. ", "number ", "nr. ", "n° ", "№ ", "№"} {
		if hasFoldPrefix(s[at:], skip) {
			at += len(skip)
			break
		}
	}
	if n := readNumeral(s[at:]); n.kind != noNumeral && at > size {
		f.number = n
		readTail(f, text, f.open+at+n.size, wordNumber)
		if f.verdict != noHeading {
			return true
		}
	}
	if w.alone {
		readTail(f, text, f.open+size, nameAlone)
		if f.verdict != noHeading && f.sep == 0 && f.title < f.close { // "Introduction he had none"
			f.verdict = noHeading
		}
		f.number = numeral{}
		return true
	}
	f.word, f.depth = "", noDepth
	return false
}

// readOrdinalHeading reads headings that begin with their number: "First Act",
// "PREMIÈRE PARTIE", "Erstes Kapitel", "The Second Book".
func readOrdinalHeading(f *form, text string) bool {
	s := text[f.open:f.close]
	n := readNumberWords(s)
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
	low := foldSameLength(s[at : at+size])
	w, ok := headingWords[low]
	if !ok || w.depth == noDepth || w.role != book.Chapter && w.role != book.Part && w.role != book.Volume {
		return false
	}
	f.word, f.depth, f.role, f.number = low, w.depth, w.role, n
	readTail(f, text, f.open+at+size, wordNumber)
	if f.verdict == noHeading {
		f.word, f.depth, f.number = "", noDepth, numeral{}
		return false
	}
	// "First day of the holidays": a title after the word needs a mark before it.
	if f.title < f.close && f.sep == 0 {
		f.verdict = noHeading
	}
	return true
}

// readBareNumber reads "3", "3.", "III. The Gate", "One", "3 - The Gate".
func readBareNumber(f *form, text string) {
	n := readNumeral(text[f.open:f.close])
	if n.kind == noNumeral || n.value > 999 { // a year, an amount
		return
	}
	if c := text[f.open]; n.kind == cardinal && c >= 'a' && c <= 'z' && f.open == 0 {
		return // "one" at the start of a wrapped line
	}
	f.number, f.role, f.depth = n, book.Chapter, chapterDepth
	readTail(f, text, f.open+n.size, bareNumber)
	if f.verdict == bareNumber && f.title < f.close {
		f.verdict = maybe
	}
}

// readHanHeading reads "第三回 …", "第二卷", "제1장", "一", "上　…", "序章".
func readHanHeading(f *form, text string) bool {
	s := text[f.open:f.close]
	for _, lead := range [...]string{"第", "제"} {
		if !strings.HasPrefix(s, lead) {
			continue
		}
		n := readHan(s[len(lead):])
		if n.kind == noNumeral {
			n = readDigits(s[len(lead):])
			if n.kind == noNumeral { // "제1장": a letter follows the digits
				n = digitsBefore(s[len(lead):])
			}
		}
		at := len(lead) + n.size
		c, size := utf8.DecodeRuneInString(s[at:])
		if n.kind == noNumeral || hanDivisions[c] == noDepth {
			return false
		}
		f.word, f.depth, f.number, f.role = string(c), hanDivisions[c], n, book.Chapter
		if f.depth < chapterDepth {
			f.role = book.Part
		}
		readTail(f, text, f.open+at+size, wordNumber)
		return true
	}
	first := s
	if i := strings.IndexAny(s, " \t　：:"); i > 0 {
		first = s[:i]
	}
	if w, ok := headingWords[first]; ok && w.alone {
		f.word, f.depth, f.role = first, w.depth, w.role
		readTail(f, text, f.open+len(first), nameAlone)
		return true
	}
	n := readHan(s)
	if n.kind == noNumeral {
		return false
	}
	f.number, f.role, f.depth = n, book.Chapter, chapterDepth
	if strings.HasPrefix(s, "上") || strings.HasPrefix(s, "中") || strings.HasPrefix(s, "下") {
		f.depth, f.role, f.word = partDepth, book.Part, "上"
	}
	readTail(f, text, f.open+n.size, bareNumber)
	if f.title < f.close {
		if f.sep == 0 { // "一人の男": the number is part of a word
			f.verdict = noHeading
		} else if f.verdict == bareNumber {
			f.verdict = maybe
		}
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

// readTail reads what follows the number: "/5", "of 5", ": The Gate", ". The
// Gate", " The Gate". A tail that no heading has (small letters without a mark
// before them, a sentence, "Chapter and verse") makes the verdict noHeading.
func readTail(f *form, text string, at int, v verdict) {
	end := f.close
	f.verdict, f.label = v, at
	if v != nameAlone {
		if size, total := readTotal(text[at:end]); size > 0 {
			f.of, at = total, at+size
			f.label = at
		}
	}
	spaces := 0
	for at < end {
		c, size := utf8.DecodeRuneInString(text[at:end])
		switch {
		case c == ' ' || c == '\t' || c == '　' || c == '\u00a0':
			spaces++
			if c == '　' && f.sep == 0 {
				f.sep = ' '
			}
		case c == '.' || c == ':' || c == ')' || c == ']' || c == '}' || c == '>' || c == '|' || c == '~' || c == '*' || c == '_':
			f.sep = byte(c)
		case c == '：' || c == '、' || c == '．' || c == '，':
			f.sep = ':'
		case c == '-' || c == '–' || c == '—' || c == '=':
			f.sep = '-'
		case c == ',' || c == ';':
			f.sep = ','
		default:
			f.title = at
			judgeTitle(f, text, spaces)
			return
		}
		at += size
	}
	f.title = end
	if f.sep == ',' { // "Chapter One," is the start of a sentence
		f.verdict = noHeading
	}
}

// judgeTitle looks at the title that follows a number or a name.
func judgeTitle(f *form, text string, spaces int) {
	title := text[f.title:f.close]
	first, _ := utf8.DecodeRuneInString(title)
	if unicode.Is(unicode.Han, first) || unicode.Is(unicode.Hiragana, first) || unicode.Is(unicode.Katakana, first) || unicode.Is(unicode.Hangul, first) {
		if f.sep == 0 && spaces > 0 {
			f.sep = ' '
		}
		if f.sep == 0 && f.verdict != wordNumber || strings.HasSuffix(title, "。") {
			f.verdict = noHeading
		}
		return
	}
	if unicode.IsLower(first) && (f.sep == 0 || f.sep == ',' || f.sep == '-' && spaces == 0) {
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

// structure finds the story's headings in lines [from, to) and makes its sections.
func (r *reading) structure(from, to int) {
	if from < to {
		r.book.Body = []*book.Section{{ID: "chapter-1", Role: book.Chapter, Blocks: r.blocks(from, to), Span: r.span(from, to)}}
	}
}
