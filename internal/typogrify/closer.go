package typogrify

import (
	"strings"
	"unicode/utf8"
)

// A strength says how surely something closes a quotation.
type strength uint8

const (
	noCloser   strength = iota
	weakCloser          // only quotes that may be apostrophes: the boys' coats
	sureCloser
)

// closer looks for what closes a quotation that begins with mark k: a single quote
// behind a stop or a word, before the next quotation begins.
func (c *compositor) closer(k int, o open) strength {
	found := noCloser
	pending := 0 // quotations that seem to begin within
	for j := k + 1; j < len(c.marks) && j < k+far; j++ {
		m := &c.marks[j]
		switch {
		case m.double:
			if o.double && m.side == right {
				return found
			}
		case m.side == right:
			switch {
			case m.sure:
				return sureCloser
			case m.short && !(j == k+1 && strings.IndexByte(c.flat[c.marks[k].at:m.at], ' ') < 0): // not 'again'
			case m.cut:
				found = weakCloser
			case pending > 0:
				pending--
			default:
				return sureCloser
			}
		case m.side == left && !m.elided:
			if m.begins && m.upper && !m.comma {
				return found
			}
			pending++
		}
	}
	return found
}

// closers counts the single quotes that close, before a quotation begins anew.
func (c *compositor) closers(k int, o open) int {
	n := 0
	for j := k + 1; j < len(c.marks) && j < k+far; j++ {
		m := &c.marks[j]
		switch {
		case m.double:
			if o.double && m.side == right {
				return n
			}
		case m.side == right:
			if !m.cut {
				n++
			}
		case m.side == left && m.begins && !m.comma:
			return n
		}
	}
	return n
}

// ends reports whether the single quote k, behind a word or stop, closes what is
// open: a quote that may be an apostrophe does so only when no later one can.
func (c *compositor) ends(k int, o open) bool {
	m := &c.marks[k]
	if !m.cut || o.singleAt == k-1 && m.at-c.marks[k-1].at < 3 { // a letter alone
		return true
	}
	if _, whole := c.wholeWord(o.singleAt); whole && o.singleAt == k-1 && !c.marks[k-1].begins { // 'ins' and 'outs'
		return true
	}
	pending := 0 // quotations that begin behind it
	first := &c.marks[o.singleAt]
	most := 6 // words that may stand in quotes within a sentence: 'yes' and 'no'
	if first.begins {
		most = 2
	}
	word := strings.Count(c.flat[min(first.at, m.at):m.at], " ") < most
	for j := k + 1; j < len(c.marks) && j < k+far; j++ {
		n := &c.marks[j]
		switch {
		case n.double && n.side == left:
		case n.double:
			return true
		case n.side == right && !n.cut && pending > 0:
			pending--
		case n.side == right && !n.cut:
			return false
		case n.side == left && n.begins && !n.elided && (n.upper || !mayElide[wordAt(c.flat, n.at+n.width)]):
			return true
		case n.side == left && word && !mayElide[wordAt(c.flat, n.at+n.width)]:
			if _, whole := c.wholeWord(j); whole || !n.elided {
				pending++
			}
		}
	}
	return true
}

// doubleCloses reports whether the double quotation that is open closes later.
func (c *compositor) doubleCloses(k int) bool {
	for j := k + 1; j < len(c.marks) && j < k+far; j++ {
		if m := &c.marks[j]; m.double {
			return m.side == right
		}
	}
	return false
}

// lastSolid is the character before byte i, blanks, quotes and marks of emphasis
// apart; 0 at the start, and where there are too many of them.
func lastSolid(s string, i int) rune {
	for n := 0; i > 0 && n < 24; n++ {
		switch c := s[i-1]; c {
		case ' ', '\n', '"', '\'', '`', '_', '*':
			i--
			continue
		}
		r, size := utf8.DecodeLastRuneInString(s[:i])
		switch r {
		case '\u00A0', '“', '”', '‘', '’', '„', '‚', '«', '»':
			i -= size
			continue
		}
		return r
	}
	return 0
}

// closesSpeech reports whether a single quote stands behind a stop in a paragraph: what
// begins with one, and with a word that may be a shortened one, is speech then.
func closesSpeech(s string) bool {
	for i := strings.IndexByte(s[1:], '\''); i >= 0; {
		at := i + 1
		if strings.IndexByte(",.!?-", s[at-1]) >= 0 {
			return true
		}
		next := strings.IndexByte(s[at+1:], '\'')
		if next < 0 {
			return false
		}
		i = at + next
	}
	return false
}
