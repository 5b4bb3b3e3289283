package parse

import (
	"unicode"
	"unicode/utf8"
)

// joined is the text of rows [a, b) as running text: white space folded, words
// broken at a line's end joined. It also says whether the text may hold marks of
// emphasis, notes, tags or links.
func (p *passage) joined(a, b int) (string, bool) {
	w := &p.rows[a]
	if b-a == 1 && w.marks&hasRuns == 0 {
		return w.text, w.marks&hasMarks != 0
	}
	buf := p.buf[:0]
	marked := false
	for i := a; i < b; i++ {
		w := &p.rows[i]
		marked = marked || w.marks&hasMarks != 0
		if i > a {
			switch p.layout.joint(p.rows[i-1].line, w.line) {
			case jointBlank:
				buf = append(buf, ' ')
			case jointHyphen:
				buf = buf[:len(buf)-1]
			}
		}
		if w.marks&hasRuns == 0 {
			buf = append(buf, w.text...)
		} else {
			buf = appendFolded(buf, w.text)
		}
	}
	p.buf = buf
	return string(buf), marked
}

// folded is a line's text with its white space folded.
func (l *line) folded() string {
	if l.marks&hasRuns == 0 {
		return l.text
	}
	return string(appendFolded(nil, l.text))
}

// appendFolded appends a text, runs of white space folded to one blank. A
// no-break or an ideographic space between two words stays what it is.
func appendFolded(buf []byte, s string) []byte {
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

// A joint is how two lines of a paragraph are joined.
type joint uint8

const (
	jointBlank  joint = iota // with a blank
	jointPlain               // with nothing
	jointHyphen              // with nothing, and without the hyphen that ends the first
)

func (l *layout) joint(a, b *line) joint {
	end := a.text[len(a.text)-1]
	if end != '-' && end < utf8.RuneSelf {
		return jointBlank
	}
	x, size := utf8.DecodeLastRuneInString(a.text)
	before, _ := utf8.DecodeLastRuneInString(a.text[:len(a.text)-size])
	switch {
	case x == '-' && unicode.IsLetter(before):
		if b.head == startsLower && l.hyphens.joins(a.text, b.text) {
			return jointHyphen
		}
		return jointPlain
	case x == '-' && before == '-' || x == '—':
		// A dash closed up on both sides: "the door--" "wet through".
		closed := a.text[:len(a.text)-size]
		if x == '-' {
			closed = closed[:len(closed)-1]
		}
		if c, _ := utf8.DecodeLastRuneInString(closed); unicode.IsLetter(c) && b.head == startsLower {
			return jointPlain
		}
	case ideographic(x):
		if y, _ := utf8.DecodeRuneInString(b.text); ideographic(y) {
			return jointPlain
		}
	}
	return jointBlank
}

// ideographic reports whether a character belongs to a script that sets no blanks
// between words.
func ideographic(c rune) bool {
	return c >= 0x2E80 && c < 0xA4D0 || c >= 0xF900 && c < 0xFB00 || c >= 0xFE30 && c < 0xFE50 || c >= 0xFF00 && c < 0xFFE0 || c >= 0x20000 && c < 0x33480
}
