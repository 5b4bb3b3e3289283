package convert

import (
	"unicode"
	"unicode/utf8"
)

// folded is the case fold of an ASCII letter or digit; 0 for every other byte.
var folded = func() (t [utf8.RuneSelf]byte) {
	for c := range t {
		if unicode.IsLetter(rune(c)) || unicode.IsDigit(rune(c)) {
			t[c] = byte(unicode.ToLower(rune(c)))
		}
	}
	return t
}()

// letterAt reads the letter at s[i:]: its fold (0 when it is no letter or digit) and its length.
func letterAt(s string, i int) (rune, int) {
	if c := s[i]; c < utf8.RuneSelf {
		return rune(folded[c]), 1
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	if unicode.IsLetter(r) || unicode.IsDigit(r) {
		return unicode.ToLower(unicode.ToUpper(r)), n
	}
	return raisedFigure(r), n
}

// raisedFigure is the figure that a raised one stands for; 0 when r is none. A note's
// mark is typed as "¹" and set as a raised "1".
func raisedFigure(r rune) rune {
	switch {
	case r == '¹':
		return '1'
	case r == '²', r == '³':
		return '2' + r - '²'
	case r == '⁰', r >= '⁴' && r <= '⁹':
		return '0' + r - '⁰'
	}
	return 0
}

// parts reports whether a byte that is no letter ends a word. A low line does not, inside
// a word: it marks emphasis, or belongs to a name such as kestrel_42.
func parts(c byte) bool { return c != '_' }

// A story is a cursor over the source's letters that steps over what is set aside.
type story struct {
	text  string
	aside [][2]int
	at    int  // next byte
	gap   bool // something that is no letter was passed since the last letter
	skip  int  // index of the next stretch set aside
	away  int  // words passed over in stretches set aside
}

// next returns the next letter, where it stands, and whether a word begins with it.
func (s *story) next() (r rune, at int, begins bool) {
	for s.at < len(s.text) {
		if s.at >= s.until() {
			end := min(s.aside[s.skip][1], len(s.text))
			s.away += countWords(s.text[s.at:end])
			s.at, s.gap = end, true
			s.skip++
			continue
		}
		r, n := letterAt(s.text, s.at)
		s.at += n
		if r != 0 {
			begins, s.gap = s.gap, false
			return r, s.at - n, begins
		}
		s.gap = s.gap || parts(s.text[s.at-n])
	}
	return 0, len(s.text), true
}

func (s *story) offset() int { return s.at }

// until is where the next stretch set aside begins, or the text ends.
func (s *story) until() int {
	if s.skip < len(s.aside) {
		return s.aside[s.skip][0]
	}
	return len(s.text)
}

// A model is a cursor over the letters of the model's pieces.
type model struct {
	pieces []piece
	piece  int
	at     int
	gap    bool
}

// next returns the next letter, where it stands in its piece, and whether a word begins with it.
func (m *model) next() (r rune, at int, begins bool) {
	for m.piece < len(m.pieces) {
		text := m.pieces[m.piece].text
		for m.at < len(text) {
			r, n := letterAt(text, m.at)
			m.at += n
			if r != 0 {
				begins, m.gap = m.gap, false
				return r, m.at - n, begins
			}
			m.gap = m.gap || parts(text[m.at-n])
		}
		m.jump(m.piece + 1)
	}
	return 0, 0, true
}

func (m *model) offset() int { return m.at }

// jump goes to the beginning of a piece.
func (m *model) jump(piece int) { m.piece, m.at, m.gap = piece, 0, true }

// countWords counts the maximal runs of letters and digits.
func countWords(s string) int {
	n, in := 0, uint8(0) // 1 inside a word
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf { // no branches: a letter where none was begins a word
			letter, keeps := wordBytes[c]&1, wordBytes[c]>>1
			n += int(letter &^ in)
			in = letter | in&keeps
			i++
			continue
		}
		r, w := letterAt(s, i)
		switch {
		case r == 0:
			in = 0
		case in == 0:
			n, in = n+1, 1
		}
		i += w
	}
	return n
}

// wordBytes are 1 for ASCII letters and digits, 2 for what goes on with a word.
var wordBytes = func() (t [utf8.RuneSelf]uint8) {
	for c := range t {
		switch {
		case folded[c] != 0:
			t[c] = 1
		case !parts(byte(c)):
			t[c] = 2
		}
	}
	return t
}()
