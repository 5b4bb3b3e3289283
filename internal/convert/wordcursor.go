package convert

import (
	"math/bits"
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
	if r >= 0x2000 && r < 0x2070 { // dashes, quotes, dots: the block has no letters
		return 0, n
	}
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
	plain := 0           // from here on eight bytes may be plain
	for i := 0; i < len(s); {
		if i >= plain && len(s)-i >= 8 {
			if letters, ok := lettersOf(eight(s[i:])); ok {
				n += bits.OnesCount64(letters &^ (letters<<8 | uint64(in)<<7))
				in = uint8(letters >> 63)
				i += 8
				continue
			}
			plain = i + 8
		}
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

// eight are the first eight bytes of s, the first lowest.
func eight(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// lettersOf tells which of eight bytes are letters or digits, by their highest bits; false
// when one is not ASCII, or a low line, which neither ends a word nor begins one.
func lettersOf(x uint64) (letters uint64, ok bool) {
	const ones, high = 0x0101010101010101, 0x8080808080808080
	if x&high != 0 || ^((x^'_'*ones)+0x7f*ones)&high != 0 {
		return 0, false
	}
	small := x | 0x20*ones
	letters = (small + (0x80-'a')*ones) &^ (small + (0x7f-'z')*ones)
	letters |= (x + (0x80-'0')*ones) &^ (x + (0x7f-'9')*ones)
	return letters & high, true
}
