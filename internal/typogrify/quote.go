package typogrify

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// An open tells which quotations stand open at a place.
type open struct {
	double   bool
	single   bool
	singleAt int // the mark that opened the single one
}

// quotes decides every quote of the line of thought, from left to right, and
// prints it as the language does.
func (c *compositor) quotes() {
	if c.sight.seen&sawQuote == 0 {
		return
	}
	if c.collect(); len(c.marks) == 0 {
		return
	}
	var o open
	for k := range c.marks {
		m := &c.marks[k]
		switch {
		case m.printed:
			m.role = c.roleOf(k, o)
		case m.double:
			m.role = c.judgeDouble(k, o)
		default:
			m.role = c.judgeSingle(k, o)
		}
		switch {
		case m.double && m.role == opens:
			o.double = true
		case m.double && m.role == closes:
			o.double, o.single = false, o.single && !c.innerSingle(o)
		case m.role == opens && c.letters(k): // closed already
		case m.role == opens:
			o.single, o.singleAt = true, k
		case m.role == closes:
			o.single = false
		}
		if !m.printed {
			c.print(m)
		}
	}
}

// innerSingle reports whether a single quotation that stands open lies within
// the double one that closes, and so has ended too.
func (c *compositor) innerSingle(o open) bool { return !c.singleOuter && o.double }

// roleOf is what a quote that is printed already does: what its shape says, and
// where the language uses one shape for both, what is open.
func (c *compositor) roleOf(k int, o open) role {
	m := &c.marks[k]
	r, _ := utf8.DecodeRuneInString(c.flat[m.at:])
	open, close, isOpen := c.innerOpen, c.innerClose, o.single
	if m.double {
		open, close, isOpen = c.open, c.close, o.double
	}
	switch mayOpen, mayClose := strings.ContainsRune(open, r), strings.ContainsRune(close, r); {
	case r == '’' && !(mayOpen && m.side == left && !isOpen):
		switch {
		case m.side == left || !isOpen || m.side == right && !c.ends(k, o) || m.side == alone && !m.sure:
			return apostrophe
		}
		return closes
	case mayOpen && mayClose:
		if isOpen {
			return closes
		}
		return opens
	case mayClose:
		return closes
	case mayOpen:
		return opens
	}
	switch r {
	case '“', '„', '«', '‘', '‚', '‹':
		return opens
	}
	return closes
}

// judgeDouble decides a double quote.
func (c *compositor) judgeDouble(k int, o open) role {
	m := &c.marks[k]
	s := c.flat
	if m.width == 1 && m.at > 0 && m.side != left && endsInFigure(s[:m.at]) && c.isInches(k, o) {
		return doublePrime
	}
	switch m.side {
	case left:
		return opens
	case right:
		return closes
	case alone:
		switch {
		case o.double:
			return closes
		case c.nextDouble(k, right) || c.nextDouble(k, alone):
			return opens
		case m.at == 0 && k+1 < len(c.marks) && c.marks[k+1].at == m.width+1 && c.marks[k+1].side == left: // " 'No,' he said
			return opens
		}
		c.doubts = append(c.doubts, m.at)
		return leave
	}
	if o.double {
		return closes
	}
	return opens
}

// nextDouble reports whether the next double quote stands on a side.
func (c *compositor) nextDouble(k int, sd side) bool {
	for j := k + 1; j < len(c.marks) && j < k+far; j++ {
		if c.marks[j].double {
			return c.marks[j].side == sd
		}
	}
	return false
}

// judgeSingle decides a single quote that does not stand within a word.
func (c *compositor) judgeSingle(k int, o open) role {
	m := &c.marks[k]
	s := c.flat
	if m.at > 0 && s[m.at] == '\'' && endsInFigure(s[:m.at]) && m.side != left && (isMeasure(s, m.at+1) || isDegrees(s, m.at) || !o.single && m.side == right && !isYearAt(s, m.at)) && (!o.single || !m.sure) {
		return prime
	}
	if m.at > 0 && s[m.at] == '\'' && o.single && m.side == right && !m.sure && isDigit(s[m.at-1]) && !isYearAt(s, m.at) && c.closedBehind(k) && !(o.singleAt == k-1 && figureAt(s, m.at) == c.marks[k-1].at+c.marks[k-1].width) { // 'in a 2' box', but 'an '8'?'
		return prime
	}
	switch m.side {
	case left:
		return c.judgeLeft(k, o)
	case right:
		if o.single && c.ends(k, o) {
			return closes
		}
		return apostrophe
	case alone:
		if o.single && m.sure {
			return closes
		}
		if c.english && !o.single && k+1 < len(c.marks) && c.marks[k+1].at == m.at+m.width+1 && c.marks[k+1].side == left && c.marks[k+1].elided && c.closer(k+1, o) == sureCloser { // ' 'Tis he,'
			return opens
		}
		if rest := strings.TrimPrefix(s[m.at+m.width:], noBreak); !o.single && hasPrefix(rest, "…") && c.closer(k, o) == sureCloser { // ' … and so'
			return opens
		}
		c.doubts = append(c.doubts, m.at)
		return leave
	}
	// Between dashes, or glued to the word behind: said,'Stop'
	if !o.single && c.closer(k, o) != noCloser && !elidedAt(s, m.at+1) {
		return opens
	}
	if o.single {
		return closes
	}
	return apostrophe
}

// closedBehind reports whether the next single quote behind mark k closes what is open
// beyond doubt, before anything else is quoted.
func (c *compositor) closedBehind(k int) bool {
	if k+1 == len(c.marks) {
		return false
	}
	n := &c.marks[k+1]
	return !n.double && n.side == right && n.sure
}

// print puts the mark that the language prints in the place of the one typed.
func (c *compositor) print(m *mark) {
	to := ""
	switch m.role {
	case leave:
		return
	case apostrophe:
		to = "’"
	case prime:
		to = "′"
	case doublePrime:
		to = "″"
	case opens:
		if to = c.innerOpen; m.double {
			to = c.open
		}
	case closes:
		if to = c.innerClose; m.double {
			to = c.close
			c.brokenOff(m.at)
		}
	}
	from, end := m.at, m.at+m.width
	if m.double && c.french { // a blank typed within is the one that belongs there
		if m.role == opens && end < len(c.flat) && c.flat[end] == ' ' {
			end++
		}
		if m.role == closes && from > 0 && c.flat[from-1] == ' ' {
			from--
		}
	}
	c.change(from, end, to)
}

// brokenOff prints the hyphen between a letter and the closing quote at byte i as
// the dash that breaks off speech: "I was going to-".
func (c *compositor) brokenOff(i int) {
	if i < 2 || c.flat[i-1] != '-' || c.title {
		return
	}
	if r, _ := utf8.DecodeLastRuneInString(c.flat[:i-1]); unicode.IsLetter(r) {
		to := "—"
		if c.dash == spacedEn {
			to = "–"
		}
		c.change(i-1, i, to)
	}
}
