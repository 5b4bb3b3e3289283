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
	if o.single && c.startsLine(m.at) && !m.elided { // each line repeats the quote
		return opens
	}
	if c.english {
		switch w, whole := c.wholeWord(k); {
		case c.letters(k):
			return opens
		case whole && w == "fo", whole && w == "n" && joinsWords(s, m.at, next), whole && w == "a" && isAuxiliary(s[:m.at]):
			return apostrophe // rock 'n' roll; I'd 'a' gone
		case o.single && k == o.singleAt+1 && (m.at == c.marks[k-1].at+c.marks[k-1].width || m.elided && c.marks[k-1].side == alone): // ''Bout time', ' 'Tis he': no quotation begins twice
			return apostrophe
		case whole && o.double && !o.single && c.cutBothEnds(k, w): // "'scusin' on Sundays"
			return apostrophe
		case whole && m.elided && len(w) > 2 && (strings.HasSuffix(w, "in") && len(w) > 4 || cutShort[w]): // 'ceptin' ol' Sal; 'roun' here
			return apostrophe
		case whole && !o.single && (m.elided || len(w) == 1 || mayElide[w] && w[len(w)-1] == 's' && !cutShort[w]): // the letter 'T'; 'less' for 'loss': nothing is cut short and owns as well
			return opens
		case whole && o.single && c.quotedWithin(k, w):
			return opens
		case w == "" && !(o.single && m.elided && !c.figureAlone(k)) && (!o.single || behindArticle(s[:m.at])) && c.quotesFigure(k):
			return opens
		case m.elided && s[m.at] != '`' && !c.opensSpeech(k, o):
			return apostrophe
		}
		if k+1 < len(c.marks) && c.marks[k+1].at == next { // ''Tis: a quotation that begins with an elision
			return opens
		}
	}
	found := c.closer(k, o)
	speech := c.singleOuter && m.begins && m.upper
	if w := wordAt(s, next); c.english && !speech && mayElide[w] && !hasPrefix(s[next+len(w):], "-") && !(found != noCloser && (m.upper && !m.begins || behindArticle(s[:m.at]))) && (found != sureCloser || o.double && !c.stopCloses(k)) {
		return apostrophe
	}
	last := lastSolid(s, m.at)
	afterDash := last == '-' || last == '—' || last == '―'
	if (m.comma || afterDash) && !m.elided && !o.single && c.resumes(k) { // 'Yes,' said Jim, 'and no.'
		return opens
	}
	if o.single {
		// One quotation is open. A second of the same kind is only likely when there
		// is something to close them both.
		if found != noCloser && c.closers(k, o) >= 2 {
			return opens
		}
		if found == sureCloser && (strings.ContainsRune(".!?", last) || (last == ',' || afterDash) && m.upper) {
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
	if m.begins && (c.singleOuter || m.upper && (m.at > 0 || !mayDropLetter(s[next:]))) {
		return opens
	}
	if m.at == 0 && !c.english {
		return opens
	}
	return apostrophe
}

// cutBothEnds reports whether the word w, alone between marks, has lost letters on either
// side in speech: 'quirin' 'bout you. Quoted, it would stand behind an article, or the mark
// behind it before a stop.
func (c *compositor) cutBothEnds(k int, w string) bool {
	m, n := &c.marks[k], &c.marks[k+1]
	end := n.at + n.width
	if len(w) < 5 || w[len(w)-2:] != "in" || endsInIn[w] || m.begins || m.upper || behindArticle(c.flat[:m.at]) || !n.cut || end+1 >= len(c.flat) {
		return false
	}
	return (c.flat[end] == ' ' || c.flat[end] == '\n') && (isWord(rune(c.flat[end+1])) || c.flat[end+1] == '\'')
}

// letters reports whether the left mark k stands before letters that are spoken of, "two
// 'm's": the mark behind the letter, inside the word, closes and is no apostrophe. "'t's
// late" and "'e's gone" lack letters.
func (c *compositor) letters(k int) bool {
	m := &c.marks[k]
	at := m.at + m.width
	if !c.english || m.side != left || m.begins || len(c.flat) < at+3 {
		return false
	}
	letter, rest := c.flat[at], c.flat[at+1:]
	switch {
	case rest[0] == '\'':
		rest = rest[1:]
	case hasPrefix(rest, "’"):
		rest = rest[len("’"):]
	default:
		return false
	}
	if after, ok := strings.CutPrefix(rest, "s"); !ok || wordBegins(after) {
		return false
	}
	return letter >= 'A' && letter <= 'Z' || letter >= 'a' && letter <= 'z' && (letter != 'e' && letter != 't' && letter != 'i' || behindArticle(c.flat[:m.at]))
}

// quotedWithin reports whether a word alone between marks, inside a quotation in single
// quotes, is quoted itself: 'There are 'ins' and 'outs' to it.' A word that speech cuts
// short is so only behind an article, and something must be left to close what is open.
func (c *compositor) quotedWithin(k int, w string) bool {
	m := &c.marks[k]
	if m.begins || (m.elided || mayElide[w]) && !behindArticle(c.flat[:m.at]) {
		return false
	}
	for j := k + 2; j < len(c.marks) && j < k+far; j++ {
		switch n := &c.marks[j]; {
		case n.side == right && n.sure:
			return true
		case n.double, n.side == left && n.begins && !n.comma:
			return false
		}
	}
	return false
}

// quotesFigure reports whether the mark before a figure opens a quotation, since the next
// closes one: '12' on the door, '99 Days'. Else it stands for the century.
func (c *compositor) quotesFigure(k int) bool {
	if k+1 == len(c.marks) {
		return false
	}
	s, next := c.flat, c.marks[k].at+c.marks[k].width
	n := &c.marks[k+1]
	if n.double || n.side != right || n.cut || !isDigit(s[next]) {
		return false
	}
	return !endsInFigure(s[:n.at]) || figureAt(s, n.at) == next
}

// figureAlone reports whether the next mark stands right behind the figure of left mark k:
// in speech "the '12' on the door" is quoted, "the class of '12,'" and "the '90s" are years.
func (c *compositor) figureAlone(k int) bool {
	next := c.marks[k].at + c.marks[k].width
	return k+1 < len(c.marks) && isDigit(c.flat[c.marks[k+1].at-1]) && figureAt(c.flat, c.marks[k+1].at) == next
}

// startsLine reports whether a line of the paragraph, or the paragraph, begins with the
// mark at byte i, other quotes apart.
func (c *compositor) startsLine(i int) bool {
	for i > 0 && isQuote(c.flat[i-1]) {
		i--
	}
	return i > 0 && c.flat[i-1] == '\n'
}

// wholeWord is the word behind the left mark k, in small letters, when the next mark ends
// it: 'T'.
func (c *compositor) wholeWord(k int) (string, bool) {
	m := &c.marks[k]
	w := wordAt(c.flat, m.at+m.width)
	if w == "" || k+1 == len(c.marks) {
		return "", false
	}
	n := &c.marks[k+1]
	return w, !n.double && n.side == right && n.at == m.at+m.width+len(w)
}

// joinsWords reports whether the letter n between marks at bytes i and next-1 stands for
// "and" between two words, and is no letter that is spoken of.
func joinsWords(s string, i, next int) bool {
	rest := s[next+1:]
	for len(rest) > 0 && (isQuote(rest[0]) || hasPrefix(rest, "’")) {
		_, size := utf8.DecodeRuneInString(rest)
		rest = rest[size:]
	}
	rest = strings.TrimPrefix(strings.TrimPrefix(rest, " "), noBreak)
	r, _ := utf8.DecodeRuneInString(rest)
	return isWord(r) && !behindArticle(s[:i]) && !strings.HasSuffix(s[:i], "and ") && !strings.HasSuffix(s[:i], "or ")
}

// isAuxiliary reports whether a text ends in a word behind which "have" becomes "'a'".
func isAuxiliary(s string) bool {
	s = strings.TrimRight(s, " \u00A0")
	w := strings.ToLower(s[strings.LastIndexAny(s, " \n\"")+1:])
	switch w {
	case "would", "could", "should", "must", "might", "may", "ought", "to", "not", "had", "ha":
		return true
	}
	for _, end := range [...]string{"'d", "’d", "'ll", "’ll", "n't", "n’t"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// behindArticle reports whether a text ends in an article or its like: the next word is
// none that speech shortens.
func behindArticle(s string) bool {
	s = strings.TrimRight(s, " \u00A0")
	switch strings.ToLower(s[strings.LastIndexAny(s, " \n\"“(-—")+1:]) {
	case "the", "a", "an", "this", "that", "these", "those", "his", "her", "their", "its", "our", "my", "your", "of", "called", "word", "words":
		return true
	}
	return false
}

// opensSpeech reports whether a left mark before what looks like a shortened word opens a
// quotation all the same: the word is a stutter ('T-Tom?'), goes on behind an apostrophe
// ('D'you mind?'), or begins what a mark behind a stop closes ('Er, yes,').
func (c *compositor) opensSpeech(k int, o open) bool {
	m := &c.marks[k]
	s := c.flat
	next := m.at + m.width
	w := wordAt(s, next)
	if w == "" { // a year
		return false
	}
	rest := s[next+len(w):]
	if len(w) <= 2 && len(rest) > 1 && rest[0] == '-' && rest[1]|0x20 == w[0] {
		return m.begins || c.closer(k, o) != noCloser
	}
	joined := false
	for _, mark := range [...]string{"'", "’"} {
		if after, ok := strings.CutPrefix(rest, mark); ok && after != "" && isWord(rune(after[0])) {
			joined = !(after[0]|0x20 == 't' && (len(after) == 1 || !isWord(rune(after[1])))) // 'tisn't
		}
	}
	if !m.begins || o.single {
		return false
	}
	return (joined || c.singleOuter || o.double) && c.stopCloses(k)
}

// stopCloses reports whether the quotation that would begin with the left mark k has a
// mark behind a stop that closes it, and no other quotation that the mark may close.
func (c *compositor) stopCloses(k int) bool {
	pending := 0
	for j := k + 1; j < len(c.marks) && j < k+far; j++ {
		n := &c.marks[j]
		switch {
		case n.double:
			return false
		case n.side == right && pending > 0:
			pending--
		case n.side == right && n.sure:
			return true
		case n.side == right && !n.cut:
			_, whole := c.wholeWord(k)
			return j == k+1 && whole
		case n.side == left && !n.elided:
			pending++
		}
	}
	return false
}

// resumes reports whether a quotation that has been closed behind a comma goes on with
// the left mark k.
func (c *compositor) resumes(k int) bool {
	for j := k - 1; j >= 0 && j > k-far; j-- {
		n := &c.marks[j]
		switch {
		case n.double && n.at+n.width != c.marks[j+1].at: // a quotation round it begins or ends here
			return false
		case !n.double && n.side == right && n.sure && n.role == closes:
			return strings.ContainsRune(",?!—-…", lastSolid(c.flat, n.at))
		}
	}
	return false
}

// mayDropLetter reports whether a word may have lost its first letter: an h before a vowel.
func mayDropLetter(s string) bool { return s != "" && strings.IndexByte("aeiou", s[0]|0x20) >= 0 }

// wordBegins reports whether a text begins with a letter or a figure.
func wordBegins(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return s != "" && isWord(r)
}
