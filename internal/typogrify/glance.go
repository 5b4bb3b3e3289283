package typogrify

import (
	"strings"

	"storybind/internal/bytescan"
)

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

func glance(s string) sight {
	g := sight{seen: bytescan.Classes(s, &sights)}
	g.blanks = g.seen&sawBlank != 0 && bytescan.Run(s, ' ') > 1
	g.www = g.seen&sawW != 0 && bytescan.Run(s, 'w') > 1
	g.dots = g.seen&sawDot != 0 && (strings.Contains(s, "..") || strings.Contains(s, ". ."))
	return g
}

// mayHoldAddress reports whether there is a sign of "://", "mailto:", "www." or "@".
func (g sight) mayHoldAddress() bool { return g.seen&(sawColon|sawAt) != 0 || g.www }
