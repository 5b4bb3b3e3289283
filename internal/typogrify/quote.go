package typogrify

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// far is how many quotes the judgement of one looks ahead at most.
const far = 60

// An open tells which quotations stand open at a place.
type open struct {
	double bool
	single bool
}

// quotes decides every quote of the line of thought, from left to right, and
// prints it as the language does.
func (c *compositor) quotes() {
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
		case m.role == opens:
			o.single = true
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
		case m.side == left || !isOpen || m.side == right && !c.ends(k) || m.side == alone && !m.sure:
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
	if m.width == 1 && m.at > 0 && m.side != left && isDigit(s[m.at-1]) && c.isInches(k, o) {
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
		}
		c.ambiguous(m.at)
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

// isInches reports whether the double quote behind a figure stands for inches:
// of 6'2", or where nothing is open that it could close, or where the quote that
// comes next closes what is open.
func (c *compositor) isInches(k int, o open) bool {
	s, at := c.flat, c.marks[k].at
	from := at
	for from > 0 && isDigit(s[from-1]) {
		from--
	}
	if at-from > 3 || from > 0 && isWord(rune(s[from-1])) {
		return false
	}
	if isFeet(s, from) {
		return true
	}
	if from > 0 && s[from-1] != ' ' {
		return false
	}
	return !o.double && !c.singleOuter || o.double && c.nextDouble(k, right) && c.marks[k].side == right
}

// isFeet reports whether a figure of feet stands before byte i: 6' or 6’ or 6′,
// and perhaps a blank.
func isFeet(s string, i int) bool {
	if i > 0 && s[i-1] == ' ' {
		i--
	}
	for _, mark := range []string{"'", "’", "′"} {
		if before, ok := strings.CutSuffix(s[:i], mark); ok {
			return before != "" && isDigit(before[len(before)-1])
		}
	}
	return false
}

// judgeSingle decides a single quote that does not stand within a word.
func (c *compositor) judgeSingle(k int, o open) role {
	m := &c.marks[k]
	s := c.flat
	if m.at > 0 && s[m.at] == '\'' && isDigit(s[m.at-1]) && m.side != left && isMeasure(s, m.at+1) && (!o.single || !m.sure) {
		return prime
	}
	switch m.side {
	case left:
		return c.judgeLeft(k, o)
	case right:
		if o.single && c.ends(k) {
			return closes
		}
		return apostrophe
	case alone:
		if o.single && m.sure {
			return closes
		}
		c.ambiguous(m.at)
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

// isMeasure reports whether a figure of feet ends at byte i: inches follow, or a
// word that measures.
func isMeasure(s string, i int) bool {
	rest := strings.TrimPrefix(s[i:], " ")
	n := 0
	for n < len(rest) && isDigit(rest[n]) {
		n++
	}
	if n > 0 && n <= 2 && n < len(rest) && (rest[n] == '"' || hasPrefix(rest[n:], "”") || hasPrefix(rest[n:], "″") || hasPrefix(rest[n:], "''")) {
		return true
	}
	if rest == s[i:] {
		return false
	}
	switch wordAt(rest, 0) {
	case "tall", "long", "wide", "high", "deep":
		return true
	}
	return false
}

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
