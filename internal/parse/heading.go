package parse

import (
	"strings"
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
		if n := readDigits(text[open:end]); !readDigitsAndWord(&f, text, n) && !readOrdinalHeading(&f, text, n) && !readCounterHeading(&f, text) {
			readBareNumber(&f, text, n)
		}
	case c < utf8.RuneSelf && !isASCIILetter(c):
	case !mayOpenHeading(text[open:end]):
	case c >= 0xE0 && (readHanHeading(&f, text) || readThaiHeading(&f, text)):
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

// undecorate finds the ornaments round a heading ("-I-", "~*~ The Gate ~*~",
// "## Chapter 3", "[4]", "_Chapter One_") and returns where its words begin and end.
func undecorate(text string) (open, end int) {
	open, end = 0, len(text)
	for open < end {
		c, size := utf8.DecodeRuneInString(text[open:end])
		if c != ' ' && !isOrnament(c) && c != '[' && c != '(' && c != '{' && c != '<' && (c < 0x3000 || !strings.ContainsRune("【（〈［〔", c)) {
			break
		}
		open += size
	}
	for open < end {
		c, size := utf8.DecodeLastRuneInString(text[open:end])
		if c != ' ' && c != '.' && !isOrnament(c) {
			if c != ']' && c != ')' && c != '}' && c != '>' && (c < 0x3000 || !strings.ContainsRune("】）〉］〕", c)) {
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
	case '】':
		return '【'
	case '）':
		return '（'
	case '〉':
		return '〈'
	case '］':
		return '［'
	case '〕':
		return '〔'
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
		if isWordPart(c) && (i > 0 || unicode.IsLetter(c)) || i > 0 && (c == '\'' || c == '-' || c == '’') && i+1 < len(s) && isWordStart(s[i+utf8.RuneLen(c):]) {
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
