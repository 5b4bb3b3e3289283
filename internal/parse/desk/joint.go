package desk

import (
	"unicode"
	"unicode/utf8"

	"storybind/internal/parse/char"
	"storybind/internal/parse/hyphen"
	"storybind/internal/parse/passage"
)

// BreaksWord reports whether a word with a hyphen goes on from line a to line b.
func BreaksWord(a, b *passage.Line) bool {
	n := len(a.Text)
	return n > 2 && a.Text[n-1] == '-' && a.Text[n-2] != '-' && char.KindOf(rune(a.Text[n-2])) == char.OfWord && b.Head == passage.StartsLower
}

// A joint is how two lines of a paragraph are joined.
type joint uint8

const (
	JointBlank  joint = iota // with a blank
	jointPlain               // with nothing
	JointHyphen              // with nothing, and without the hyphen that ends the first
)

// Joint is what stands between two lines that are joined.
func (l *Layout) Joint(a, b *passage.Line) joint {
	end := a.Text[len(a.Text)-1]
	if end != '-' && end < utf8.RuneSelf {
		return JointBlank
	}
	x, size := utf8.DecodeLastRuneInString(a.Text)
	before, _ := utf8.DecodeLastRuneInString(a.Text[:len(a.Text)-size])
	switch {
	case x == '-' && unicode.IsLetter(before):
		if head, tail := hyphen.Broken(a.Text, b.Text); b.Head == passage.StartsLower && l.Hyphens != nil && l.Hyphens.Suspended(head, tail, b.Text) {
			return JointBlank
		}
		if b.Head == passage.StartsLower && l.Hyphens.Joins(a.Text, b.Text) {
			return JointHyphen
		}
		return jointPlain
	case x == '-' && (unicode.IsDigit(before) || before == '\'' || before == '’' || before == '.') && len(a.Text) > 2:
		// "1914-" "1918", "jack-o'-" "lantern"; but "1914-" "and later"
		if next, _ := utf8.DecodeRuneInString(b.Text); unicode.IsDigit(next) || unicode.IsLetter(next) && !unicode.IsDigit(before) && before != '.' || unicode.IsLower(next) && !l.Hyphens.SuspendedAt(a.Text, b.Text) {
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
	case passage.Ideographic(x):
		if y, _ := utf8.DecodeRuneInString(b.Text); passage.Ideographic(y) {
			return jointPlain
		}
	}
	return JointBlank
}
