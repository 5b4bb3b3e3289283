package typogrify

// A sight is what one look at a text shows of its bytes, so that no rule reads a
// text in which there is nothing for it to do.
type sight struct {
	seen  uint8 // the kinds that are there
	two   uint8 // the kinds of which two stand side by side
	apart uint8 // sawDot: two dots with a blank between them
}

const (
	sawBlank uint8 = 1 << iota
	sawDot         // the next bit after sawBlank, see glance
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
	var last, lastButOne uint8
	for i := 0; i < len(s); i++ {
		kind := sights[s[i]]
		g.seen |= kind
		g.two |= kind & last
		g.apart |= kind & lastButOne & (last << 1)
		last, lastButOne = kind, last
	}
	return g
}

// mayHoldAddress reports whether there is a sign of "://", "mailto:", "www." or "@".
func (g sight) mayHoldAddress() bool { return g.seen&(sawColon|sawAt) != 0 || g.two&sawW != 0 }

// holdsDots reports whether there are ".." or ". .".
func (g sight) holdsDots() bool { return (g.two|g.apart)&sawDot != 0 }
