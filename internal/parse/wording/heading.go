package wording

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Form is what a line is by its words alone, taken as a heading: a word, a
// number and a title, of which some may be missing. Places are bytes of the line.
type Form struct {
	Word    WordIndex // the heading word; 0 for a bare number
	Number  int16
	Of      int16 // the total in "Part 2/5"; 0 when none
	Kind    NumeralKind
	Verdict verdict
	Sep     byte  // what stands between number and title: '.', ':', '-', ',' or 0
	Open    uint8 // where the words begin, behind any ornament
	Label   uint8 // where the label ends
	Title   uint8 // where the title begins; equal to close when there is none
	Close   uint8 // where the words end
}

// Titled reports whether the line itself holds a title.
func (f *Form) Titled() bool { return f.Title < f.Close }

// A verdict says how sure the words alone make it that a line is a heading.
type verdict uint8

const (
	NoHeading  verdict = iota
	Maybe              // a number with a name: also a list's entry or a sentence
	BareNumber         // a number alone
	NameAlone          // "Prologue"
	WordNumber         // "Chapter 3", "Chapter 3: The Gate"
)

// MaxHeading is the most bytes of a line that is worth reading as a heading: two
// lines of print. A form counts on it being less than 256.
const MaxHeading = 240

// LooksLikeHeading reports whether a line, by its words alone, heads a chapter
// or its like: a heading word with a number, "Prologue" and its kin, or a bare
// number.
func LooksLikeHeading(text string) bool {
	f := FormOf(text)
	switch f.Verdict {
	case WordNumber, BareNumber, NameAlone:
		return true
	case Maybe:
		return f.Sep != 0 && f.Sep != '-' && titleCased(text[f.Title:f.Close])
	}
	return false
}

// FormOf reads a line as a heading.
func FormOf(text string) Form {
	if len(text) > MaxHeading || text == "" {
		return Form{}
	}
	open, end := Undecorate(text)
	if open >= end || open > 0 && text[open]|0x20 == 'i' && isSlanted(text, open) {
		return Form{}
	}
	f := Form{Open: uint8(open), Close: uint8(end)}
	switch c := text[open]; {
	case c >= '0' && c <= '9':
		if n := ReadDigits(text[open:end]); !readDigitsAndWord(&f, text, n) && !readOrdinalHeading(&f, text, n) && !readCounterHeading(&f, text) {
			readBareNumber(&f, text, n)
		}
	case c < utf8.RuneSelf && !IsASCIILetter(c):
	case opensSpeech(text[open:end]): // as a good part of a novel's paragraphs do
	case !mayOpenHeading(text[open:end]):
	case c >= 0xE0 && (readHanHeading(&f, text) || readThaiHeading(&f, text)):
	default:
		if n := ReadNumeral(text[open:end]); !readWordHeading(&f, text, n) {
			readBareNumber(&f, text, n)
		}
	}
	if f.Verdict == NoHeading {
		return Form{}
	}
	return f
}

// opensSpeech reports whether s begins with a double quote as books print it and a plain
// sign: no heading word begins so, and no number.
func opensSpeech(s string) bool {
	return len(s) > 3 && s[0] == 0xe2 && s[1] == 0x80 && s[2] >= 0x9c && s[2] <= 0x9f && s[3] < utf8.RuneSelf
}

// isSlanted reports whether the "i" at text[at] is no number but a tag that is ended later:
// "[i]It spoke.[/i]".
func isSlanted(text string, at int) bool {
	if at+1 >= len(text) || text[at+1] != ']' && text[at+1] != '>' {
		return false
	}
	return strings.Contains(text[at:], "[/i]") || strings.Contains(text[at:], "[/I]") || strings.Contains(text[at:], "</i>") || strings.Contains(text[at:], "</I>")
}

// Undecorate finds the ornaments round a heading ("-I-", "~*~ The Gate ~*~",
// "## Chapter 3", "[4]", "_Chapter One_", "☆、第一章") and returns where its words begin and end.
func Undecorate(text string) (open, end int) {
	open, end = 0, len(text)
	if strings.HasPrefix(text, "::") && strings.HasSuffix(text, "::") && end > 4 { // ":: one ::"
		open, end = 2, end-2
	}
	for open < end {
		c, size := utf8.DecodeRuneInString(text[open:end])
		if c != ' ' && !isOrnament(c) && (c != '、' || open == 0) && c != '[' && c != '(' && c != '{' && c != '<' && (c < 0x3000 || !strings.ContainsRune("【（〈［〔", c)) {
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

// FirstWord is the number of bytes of the word that s begins with; an
// apostrophe or a hyphen inside belongs to it.
func FirstWord(s string) int {
	n := 0
	for n < len(s) && IsASCIILetter(s[n]) {
		n++
	}
	if n > 0 && (n == len(s) || s[n] == ' ' || s[n] == '.' || s[n] == ':' || s[n] == ',') {
		return n
	}
	for i, c := range s {
		if IsWordPart(c) && (i > 0 || unicode.IsLetter(c)) || i > 0 && (c == '\'' || c == '-' || c == '’') && i+1 < len(s) && isWordStart(s[i+utf8.RuneLen(c):]) {
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

// IsASCIILetter reports whether c is one of A to Z and a to z.
func IsASCIILetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// LongestName is the most characters of a name that heads a section.
const LongestName = 75
