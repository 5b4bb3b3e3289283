package typogrify

import "strings"

// A sight is what one look at a text shows of its bytes, so that no rule reads a
// text in which there is nothing for it to do.
type sight struct {
	seen   uint8 // the kinds that are there
	blanks bool  // two blanks stand side by side
	dots   bool  // ".." or ". ."
	www    bool  // "ww"
}

const (
	sawBlank uint8 = 1 << iota
	sawDot
	sawHyphen
	sawColon
	sawAt
	sawW
	sawQuote // a quote, or the first byte of a printed one
)

var sights = func() (t [256]uint8) {
	t[' '], t['.'], t['-'], t[':'], t['@'], t['w'] = sawBlank, sawDot, sawHyphen, sawColon, sawAt, sawW
	for c, is := range quoteBytes {
		if is {
			t[c] = sawQuote
		}
	}
	return t
}()

func glance(s string) (g sight) {
	t := s
	for ; len(t) >= 8; t = t[8:] {
		g.seen |= sights[t[0]] | sights[t[1]] | sights[t[2]] | sights[t[3]] | sights[t[4]] | sights[t[5]] | sights[t[6]] | sights[t[7]]
	}
	for i := range len(t) {
		g.seen |= sights[t[i]]
	}
	g.blanks = g.seen&sawBlank != 0 && twice(s, ' ')
	g.www = g.seen&sawW != 0 && twice(s, 'w')
	g.dots = g.seen&sawDot != 0 && (strings.Contains(s, "..") || strings.Contains(s, ". ."))
	return g
}

// twice reports whether a byte stands side by side with its like. It looks at eight bytes
// at a time, because blanks and letters are many.
func twice(s string, c byte) bool {
	const ones, high = 0x0101010101010101, 0x8080808080808080
	all := uint64(c) * ones
	before := uint64(0)
	for ; len(s) >= 8; s = s[8:] {
		x := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
		x ^= all
		at := ^((x&^high + (high - ones)) | x) & high // the highest bits of the bytes that are c
		if at&(at<<8|before>>56) != 0 {
			return true
		}
		before = at
	}
	last := before>>63 != 0
	for i := range len(s) {
		is := s[i] == c
		if is && last {
			return true
		}
		last = is
	}
	return false
}

// mayHoldAddress reports whether there is a sign of "://", "mailto:", "www." or "@".
func (g sight) mayHoldAddress() bool { return g.seen&(sawColon|sawAt) != 0 || g.www }
