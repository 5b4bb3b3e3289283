// Package passage cuts a text into lines and passages, each measured once.
package passage

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Line is one line of the story, measured once. It is small because a text may have
// millions of them: its numbers take no more room than they need, and methods tell them.
type Line struct {
	Text   string // without white space at either end
	start  int32
	width  int32
	indent uint16
	word   uint16
	Marks  Traits
	Head   Starts // how the first word begins
	Tail   Ends   // how the line ends
}

// farthest is the last column, and the longest word, that a line tells of.
const farthest = 1<<16 - 1

// Start is the byte offset of the line's text in the story.
func (l *Line) Start() int { return int(l.start) }

// Indent is the columns of white space before the text; a tab leads to the next multiple of 8.
func (l *Line) Indent() int { return int(l.indent) }

// Width is the characters from the margin to the end of the text.
func (l *Line) Width() int { return int(l.width) }

// Word is the characters that the line's first word has, which is 1 where no blanks part words.
func (l *Line) Word() int { return int(l.word) }

// BlankAt is a line without text at a byte of the story.
func BlankAt(start int) Line { return Line{start: int32(start)} }

// Place says where the line's text begins and ends, in columns.
func (l *Line) Place(indent, width int) {
	l.indent, l.width = uint16(min(indent, farthest)), int32(width)
}

// CutFront says that so many bytes before the line's text are no more part of it.
func (l *Line) CutFront(bytes int) { l.start += int32(bytes) }

// Blank reports whether the line holds nothing but white space.
func (l *Line) Blank() bool { return l.Text == "" }

// Starts says what the first letter or digit of a line is, opening quotes,
// brackets, dashes and marks of emphasis passed over.
type Starts uint8

const (
	StartsOther    Starts = iota // no letter among the first characters
	StartsLower                  // a small letter: the line most likely goes on with a sentence
	StartsUpper                  // a capital
	StartsDigit                  // a digit
	StartsCaseless               // a letter of a script without capitals
)

// Ends says what the last character of a line is, closing quotes, brackets and
// marks of emphasis passed over.
type Ends uint8

const (
	EndsOpen  Ends = iota // in the middle of a sentence: a letter, a digit, a comma
	EndsStop              // a full stop, a question mark, an ellipsis
	EndsColon             // a colon
	EndsDash              // a dash
	EndsOther             // none of these
)

// Traits say what characters are inside a line.
type Traits uint16

const (
	HasRuns  Traits = 1 << iota // white space other than single blanks
	HasGaps                     // runs of three and more blanks, or tabs
	HasMarks                    // characters that may mark emphasis, notes, tags or links
	HasWide                     // characters of more than one byte
	IsMark                      // the mark of a scene break
	IsGone                      // a blank line that parts nothing: a page ended there
	IsVerse                     // it begins as a line of verse, and so do its neighbours
	IsShort                     // it and its neighbours end long before the wrap
	IsKept                      // a person wants it as it stands
	IsHead                      // a person, or the file's own marks, say that it heads a chapter
	NoHead                      // a person says that it does not
	IsDrawn                     // a line of a box or of a table that is drawn with signs
	HasRefs                     // characters with which references to notes may begin
	Leads                       // it stands right above prose, as headings do that no white parts from it
)

// GivenMarks are the traits that do not come from the line's own characters: they stay
// when a part of it is taken away.
const GivenMarks = IsKept | IsHead | NoHead | IsVerse | IsShort | IsDrawn

// GoesOn reports whether line b goes on with a sentence that line a left open.
func GoesOn(a, b *Line) bool {
	switch b.Head {
	case StartsLower:
		return a.Tail != EndsStop
	case StartsCaseless:
		return a.Tail == EndsOpen
	case StartsUpper, StartsDigit:
		return a.Tail == EndsOpen && strings.HasSuffix(a.Text, "-") && compoundGoesOn(a.Text, b.Text)
	}
	return false
}

// compoundGoesOn reports whether text b goes on with a compound of names or numbers
// that text a breaks off behind its hyphen: "Marie-" "Claire", "1914-" "1918".
func compoundGoesOn(a, b string) bool {
	word := a[strings.LastIndexByte(a, ' ')+1:]
	if len(word) < 3 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(word)
	next, _ := utf8.DecodeRuneInString(b)
	return unicode.IsUpper(first) && unicode.IsUpper(next) || unicode.IsDigit(first) && unicode.IsDigit(next)
}

// Letters counts a text's letters and digits, and how many of them are capitals.
func Letters(s string) (all, capitals int) {
	for _, c := range s {
		switch {
		case c < utf8.RuneSelf:
			if 'A' <= c && c <= 'Z' {
				all++
				capitals++
			} else if 'a' <= c && c <= 'z' || '0' <= c && c <= '9' {
				all++
			}
		case unicode.IsUpper(c):
			all++
			capitals++
		case unicode.IsLetter(c) || unicode.IsDigit(c):
			all++
		}
	}
	return all, capitals
}

// Folded is a line's text with its white space folded.
func (l *Line) Folded() string {
	if l.Marks&HasRuns == 0 {
		return l.Text
	}
	return string(AppendFolded(nil, l.Text))
}

// AppendFolded appends a text, runs of white space folded to one blank. A
// no-break or an ideographic space between two words stays what it is.
func AppendFolded(buf []byte, s string) []byte {
	run, only := 0, ' '
	for _, c := range s {
		if c == ' ' || c == '\t' || c == '\f' || c == '\r' || c == '\u00A0' || c == '\u3000' {
			run++
			only = c
			continue
		}
		if run == 1 && only >= utf8.RuneSelf {
			buf = utf8.AppendRune(buf, only)
		} else if run > 0 {
			buf = append(buf, ' ')
		}
		run = 0
		buf = utf8.AppendRune(buf, c)
	}
	return buf
}
