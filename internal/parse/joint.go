package parse

import (
	"unicode"
	"unicode/utf8"

	"storybind/internal/parse/passage"
)

// joined is the text of rows [a, b) as running text: white space folded, words
// broken at a line's end joined. It also says whether the text may hold marks of
// emphasis, notes, tags or links.
func (p *sectionText) joined(a, b int) (string, bool) {
	w := &p.rows[a]
	if b-a == 1 && w.Marks&passage.HasRuns == 0 {
		return w.Text, w.Marks&passage.HasMarks != 0
	}
	buf := p.buf[:0]
	marked := false
	for i := a; i < b; i++ {
		w := &p.rows[i]
		marked = marked || w.Marks&passage.HasMarks != 0
		if i > a {
			switch p.layout.joint(p.rows[i-1].Line, w.Line) {
			case jointBlank:
				buf = append(buf, ' ')
			case jointHyphen:
				buf = buf[:len(buf)-1]
			}
		}
		if w.Marks&passage.HasRuns == 0 {
			buf = append(buf, w.Text...)
		} else {
			buf = passage.AppendFolded(buf, w.Text)
		}
	}
	p.buf = buf
	return string(buf), marked
}

// breaksWord reports whether a word with a hyphen goes on from line a to line b.
func breaksWord(a, b *passage.Line) bool {
	n := len(a.Text)
	return n > 2 && a.Text[n-1] == '-' && a.Text[n-2] != '-' && kindOf(rune(a.Text[n-2])) == ofWord && b.Head == passage.StartsLower
}

// A joint is how two lines of a paragraph are joined.
type joint uint8

const (
	jointBlank  joint = iota // with a blank
	jointPlain               // with nothing
	jointHyphen              // with nothing, and without the hyphen that ends the first
)

func (l *layout) joint(a, b *passage.Line) joint {
	end := a.Text[len(a.Text)-1]
	if end != '-' && end < utf8.RuneSelf {
		return jointBlank
	}
	x, size := utf8.DecodeLastRuneInString(a.Text)
	before, _ := utf8.DecodeLastRuneInString(a.Text[:len(a.Text)-size])
	switch {
	case x == '-' && unicode.IsLetter(before):
		if head, tail := broken(a.Text, b.Text); b.Head == passage.StartsLower && l.hyphens != nil && l.hyphens.suspended(head, tail, b.Text) {
			return jointBlank
		}
		if b.Head == passage.StartsLower && l.hyphens.joins(a.Text, b.Text) {
			return jointHyphen
		}
		return jointPlain
	case x == '-' && (unicode.IsDigit(before) || before == '\'' || before == '’' || before == '.') && len(a.Text) > 2:
		// "1914-" "1918", "jack-o'-" "lantern"; but "1914-" "and later"
		if next, _ := utf8.DecodeRuneInString(b.Text); unicode.IsDigit(next) || unicode.IsLetter(next) && !unicode.IsDigit(before) && before != '.' || unicode.IsLower(next) && !l.hyphens.suspendedAt(a.Text, b.Text) {
			return jointPlain
		}
	case x == '-' && before == '-' || x == '—':
		// A dash closed up on both sides: "the door--" "wet through".
		closed := a.Text[:len(a.Text)-size]
		if x == '-' {
			closed = closed[:len(closed)-1]
		}
		if c, _ := utf8.DecodeLastRuneInString(closed); unicode.IsLetter(c) && b.Head == passage.StartsLower {
			return jointPlain
		}
	case ideographic(x):
		if y, _ := utf8.DecodeRuneInString(b.Text); ideographic(y) {
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
