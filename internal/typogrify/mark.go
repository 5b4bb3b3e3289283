package typogrify

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A mark is one quote of a line of thought.
type mark struct {
	at, width int
	double    bool
	printed   bool // curly already: it only tells what is open
	side      side
	role      role

	// Of a single behind a word:
	sure  bool // it closes, for a stop stands before it
	cut   bool // it may stand for letters left out
	short bool // of a word that is often cut short: goin', o'
	// Of a single before a word:
	elided bool // it is sure to stand for letters left out
	begins bool // a quotation is likely to begin here: at the start, behind a stop
	comma  bool // a comma stands before it
	upper  bool // the word begins with a capital
}

// A side says on which side of a word a mark stands.
type side uint8

const (
	left   side = iota // before a word
	right              // behind a word
	middle             // in a word
	alone              // blanks on both sides
	either             // between dashes and their like
)

type role uint8

const (
	leave role = iota
	opens
	closes
	apostrophe
	prime
	doublePrime
)

var quoteBytes = func() (t [256]bool) {
	for _, c := range []byte{'"', '\'', '`', 0xC2, 0xE2} {
		t[c] = true
	}
	return t
}()

// collect gathers the quotes of the flat text.
func (c *compositor) collect() {
	c.marks = c.marks[:0]
	s := c.flat
	guard := 0
	for i := 0; i < len(s); {
		for len(s)-i >= 8 && !(quoteBytes[s[i]] || quoteBytes[s[i+1]] || quoteBytes[s[i+2]] || quoteBytes[s[i+3]] || quoteBytes[s[i+4]] || quoteBytes[s[i+5]] || quoteBytes[s[i+6]] || quoteBytes[s[i+7]]) {
			i += 8
		}
		if i == len(s) || !quoteBytes[s[i]] {
			i++
			continue
		}
		width := c.collectAt(i, &guard)
		i += width
	}
}

// collectAt adds the marks that stand at byte i, and returns how far to go on.
func (c *compositor) collectAt(i int, guard *int) int {
	s := c.flat
	n := 1
	switch b := s[i]; b {
	case 0xC2, 0xE2:
		r, size := utf8.DecodeRuneInString(s[i:])
		m := mark{at: i, width: size, printed: true}
		before := word
		from, end := i, i+size
		if r == '«' && hasPrefix(s[end:], noBreak) { // the French ones bring their blanks with them
			end += len(noBreak)
		}
		if r == '»' {
			from = len(strings.TrimSuffix(s[:i], noBreak))
		}
		m.side, before, _ = sideOf(s, from, end)
		switch r {
		case '“', '”', '„', '«', '»':
			m.double = true
			c.marks = append(c.marks, m)
		case '‘', '‚', '‹', '›':
			c.add(m, before)
		case '’':
			if m.side != middle || before != word {
				c.add(m, before)
				c.marks[len(c.marks)-1].elided = m.side == left
			}
		}
		return size
	case '\'', '`':
		for i+n < len(s) && s[i+n] == b {
			n++
		}
	}
	if c.guarded(i, guard) {
		return n
	}
	switch {
	case s[i] == '"':
		sd, _, _ := sideOf(s, i, i+1)
		c.marks = append(c.marks, mark{at: i, width: 1, double: true, side: sd})
	case n == 1:
		c.single(i)
	case n > 4: // no quotes
	default:
		c.several(i, n)
	}
	return n
}

// single adds the mark of a lone ' or `; within a word it is an apostrophe at once.
func (c *compositor) single(i int) {
	sd, before, _ := sideOf(c.flat, i, i+1)
	if sd == middle && before == word && !(endsInFigure(c.flat[:i]) && (isMeasure(c.flat, i+1) || isDegrees(c.flat, i))) {
		c.change(i, i+1, "’")
		return
	}
	c.add(mark{at: i, width: 1, side: sd}, before)
}

// add adds the mark of a single quote, with what stands around it.
func (c *compositor) add(m mark, before class) {
	s := c.flat
	m.sure = before != word
	switch m.side {
	case left:
		m.elided = c.english && elidedAt(s, m.at+m.width)
		m.upper = upperAt(s, m.at+m.width)
		last := lastSolid(s, m.at)
		m.begins, m.comma = !isWord(last), last == ','
	case right:
		m.cut = !m.sure && mayBeCut(s, m.at, m.at+m.width)
		m.short = m.cut && c.english && (m.at == 0 || s[m.at-1]|0x20 != 's' && s[m.at-1]|0x20 != 'z' && s[m.at-1]|0x20 != 'x')
	}
	c.marks = append(c.marks, m)
}

// several adds the marks of ” and ’ typed as two to four of ' or `: pairs are
// double quotes, except before an elision (” before Tis) and behind nothing opened.
func (c *compositor) several(i, n int) {
	s := c.flat
	sd, before, _ := sideOf(s, i, i+n)
	pair := func(at int) { c.marks = append(c.marks, mark{at: at, width: 2, double: true, side: sd}) }
	one := func(at int) { c.add(mark{at: at, width: 1, side: sd}, before) }
	asPair := s[i] == '`' || c.backticks || sd != left || !elidedAt(s, i+2) && pairCloses(s[i+n:])
	if n == 2 && asPair && sd == right && s[i] == '\'' && !c.backticks && before == word && mayBeCut(s, i, i+1) && c.singleLeftLast() { // 'fettlin''
		asPair = false
	}
	if n == 2 && asPair && sd == right && s[i] == '\'' && !c.backticks && (c.singleOuter && !c.pairOpened() || strings.IndexByte(s[:i], '"') >= 0) && c.singlesOpen() > 1 { // "'My picture of 'Boadicea?'' says he.
		asPair = false
	}
	switch {
	case n == 2 && asPair:
		pair(i)
	case n == 2:
		one(i)
		one(i + 1)
	case n == 3 && sd == left:
		pair(i)
		one(i + 2)
	case n == 3:
		one(i)
		pair(i + 1)
	default:
		pair(i)
		pair(i + 2)
	}
}

// singleLeftLast reports whether the last mark so far is a single one before a word.
func (c *compositor) singleLeftLast() bool {
	n := len(c.marks)
	return n > 0 && !c.marks[n-1].double && c.marks[n-1].side == left
}

// pairCloses reports whether two marks close something in a text: a word or a stop stands
// before them.
func pairCloses(s string) bool {
	for from := 0; ; {
		at := strings.Index(s[from:], "''")
		if at < 0 {
			return false
		}
		if at += from; at > 0 && s[at-1] != ' ' && s[at-1] != '\n' && s[at-1] != '(' && s[at-1] != '-' {
			return true
		}
		from = at + 2
	}
}

// pairOpened reports whether two single marks opened a double quotation.
func (c *compositor) pairOpened() bool {
	return slices.ContainsFunc(c.marks, func(m mark) bool { return m.double && m.width == 2 && m.side == left })
}

// singlesOpen is how many single quotations seem to stand open behind the marks so far.
func (c *compositor) singlesOpen() int {
	n := 0
	for i := range c.marks {
		switch m := &c.marks[i]; {
		case m.double:
		case m.side == left && !m.elided:
			n++
		case m.side == right && !m.cut && n > 0:
			n--
		}
	}
	return n
}

// upperAt reports whether the word at byte i begins with a capital.
func upperAt(s string, i int) bool {
	for i < len(s) && (isQuote(s[i]) || s[i] == '_' || s[i] == '*') {
		i++
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsUpper(r)
}
