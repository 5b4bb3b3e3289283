package typogrify

import (
	"strings"
	"unicode/utf8"
)

// far is how many quotes the judgement of one looks ahead at most.
const far = 60

// judgeLeft decides the one hard case: a single quote before a word opens a
// quotation or stands for letters left out.
func (c *compositor) judgeLeft(k int, o open) role {
	m := &c.marks[k]
	s := c.flat
	next := m.at + m.width
	if c.english {
		if m.elided && s[m.at] != '`' {
			return apostrophe
		}
		if k+1 < len(c.marks) && c.marks[k+1].at == next { // ''Tis: a quotation that begins with an elision
			return opens
		}
	}
	found := c.closer(k, o)
	speech := c.singleOuter && m.begins && m.upper
	if w := wordAt(s, next); c.english && found != sureCloser && !speech && mayElide[w] && !hasPrefix(s[next+len(w):], "-") {
		return apostrophe
	}
	if o.single {
		// One quotation is open. A second of the same kind is only likely when there
		// is something to close them both.
		if found != noCloser && c.closers(k, o) >= 2 {
			return opens
		}
		if found == sureCloser && strings.ContainsRune(".!?", lastSolid(s, m.at)) {
			return opens
		}
		return apostrophe
	}
	if found != noCloser {
		return opens
	}
	// Nothing closes it here. Speech of several paragraphs is closed in the last.
	if o.double && c.doubleCloses(k) {
		return apostrophe
	}
	if m.begins && (c.singleOuter || m.at > 0 && m.upper) {
		return opens
	}
	if m.at == 0 && !c.english {
		return opens
	}
	return apostrophe
}

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
func (c *compositor) ends(k int) bool {
	m := &c.marks[k]
	if !m.cut {
		return true
	}
	for j := k + 1; j < len(c.marks) && j < k+far; j++ {
		n := &c.marks[j]
		switch {
		case n.double && n.side == left:
		case n.double:
			return true
		case n.side == right && !n.cut:
			return false
		case n.side == left && n.begins && !n.elided:
			return true
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
