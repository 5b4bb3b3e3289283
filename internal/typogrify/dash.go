package typogrify

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// dashes prints the dashes of a line of thought.
func (c *compositor) dashes() {
	if c.sight.seen&sawHyphen == 0 {
		return
	}
	s := c.flat
	guard := 0
	for i := strings.IndexByte(s, '-'); i >= 0; {
		n := 1
		for i+n < len(s) && s[i+n] == '-' {
			n++
		}
		if !c.guarded(i, &guard) {
			c.hyphens(i, n)
		}
		next := strings.IndexByte(s[i+n:], '-')
		if next < 0 {
			break
		}
		i += n + next
	}
}

// Around is what stands on both sides of a run of hyphens.
type around struct {
	blankBefore, blankAfter int  // 0 or 1
	before, after           rune // beyond the blank; 0 at the line's start or end
}

func (c *compositor) around(i, end int) (a around) {
	s := c.flat
	at := func(r rune, size int) rune {
		if size == 0 || r == '\n' {
			return 0
		}
		return r
	}
	if i > 0 && s[i-1] == ' ' {
		a.blankBefore = 1
	}
	if end < len(s) && s[end] == ' ' {
		a.blankAfter = 1
	}
	a.before = at(utf8.DecodeLastRuneInString(s[:i-a.blankBefore]))
	a.after = at(utf8.DecodeRuneInString(s[end+a.blankAfter:]))
	if a.after == '.' && strings.HasPrefix(s[end+a.blankAfter:], "...") { // what will be one
		a.after = '…'
	}
	return a
}

// hyphens prints the run of n hyphens at byte i.
func (c *compositor) hyphens(i, n int) {
	a := c.around(i, i+n)
	if a.before == '<' || a.after == '>' || n > 6 { // arrows, rules
		return
	}
	switch {
	case n == 1:
		c.hyphen(i, a)
	case n >= 6:
		c.change(i, i+n, "———")
	case n >= 4: // "Mr. H----": a name left out
		c.change(i, i+n, "——")
	case n == 2 && a.blankBefore+a.blankAfter == 0 && a.before < utf8.RuneSelf && isDigit(byte(a.before)) && a.after < utf8.RuneSelf && isDigit(byte(a.after)):
		c.change(i, i+n, "–")
	default:
		c.dashAt(i, i+n, a)
	}
}

// hyphen prints a single hyphen: one between blanks is a dash, one between years
// or pages a range, one before speech in languages that begin speech so a dash.
func (c *compositor) hyphen(i int, a around) {
	s := c.flat
	starts := a.before == 0
	switch {
	case starts && (c.dash == spacedEm || c.dash == attachedEm) && !c.title && (unicode.IsLetter(a.after) || strings.ContainsRune("¿¡«“„”‘’\"'`…", a.after)):
		c.dashAt(i, i+1, a)
	case starts || a.after == 0:
	case a.blankBefore == 1 && a.blankAfter == 1:
		if unicode.IsDigit(a.before) && unicode.IsDigit(a.after) {
			return // a sum, a score
		}
		if c.title {
			c.change(i, i+1, "–")
			return
		}
		c.dashAt(i, i+1, a)
	case c.dash == attachedEm && (s[0] == '-' || hasPrefix(s, "—")):
		// —Ven —dijo Juan—. Ya es tarde: what encloses the telling within speech.
		if a.blankBefore == 1 && (unicode.IsLower(a.after) || unicode.IsUpper(a.after) && strings.ContainsRune(".!?…", a.before)) || a.blankBefore == 0 && (strings.ContainsRune(".,;:", a.after) || a.blankAfter == 1 && tellingOpen(s[:i])) {
			c.change(i, i+1, "—")
		}
	case a.blankBefore+a.blankAfter == 0:
		if isRange(s, i) {
			c.change(i, i+1, "–")
		}
	}
}

// tellingOpen reports whether the telling within speech is open at the end of s:
// "-No abriré -respondió".
func tellingOpen(s string) bool {
	i := max(strings.LastIndex(s, " -"), strings.LastIndex(s, " —"))
	if i < 0 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(s[i:], " -—"))
	return unicode.IsLower(first) && !strings.ContainsAny(s[i+2:], "-—")
}

// dashAt prints a dash in the place of bytes [i, end), as the language sets it.
func (c *compositor) dashAt(i, end int, a around) {
	switch {
	case a.before == 0: // at a line's start: speech, or who said so
		if c.dash == attachedEm {
			end += a.blankAfter
		} else if c.dash == spacedEm && a.blankAfter == 0 && unicode.IsLetter(a.after) && end-i == 1 {
			c.change(i, end, "— ")
			return
		}
		c.change(i, end, "—")
	case c.dash == closedEm:
		// A sentence broken off, and a new one: "What the— Who are you?"
		if a.blankBefore == 0 && a.blankAfter == 1 && unicode.IsLetter(a.before) && unicode.IsUpper(a.after) {
			c.change(i, end, "—")
			return
		}
		c.change(i-a.blankBefore, end+a.blankAfter, "—")
	case c.dash == attachedEm:
		c.change(i, end, "—")
	default:
		mark := "–"
		if c.dash == spacedEm {
			mark = "—"
		}
		if isWord(a.before) && isWord(a.after) {
			if a.blankBefore == 0 {
				mark = " " + mark
			}
			if a.blankAfter == 0 {
				mark += " "
			}
		}
		c.change(i, end, mark)
	}
}

// isRange reports whether the hyphen at byte i stands between the ends of a range
// beyond doubt: two years in their order, or pages and chapters named as such.
// Telephone numbers, dates and scores have hyphens too.
func isRange(s string, i int) bool {
	from := i
	for from > 0 && isDigit(s[from-1]) {
		from--
	}
	to := i + 1
	for to < len(s) && isDigit(s[to]) {
		to++
	}
	a, b := s[from:i], s[i+1:to]
	if a == "" || b == "" || len(a) > 4 || len(b) > 4 {
		return false
	}
	if from > 0 && !strings.HasSuffix(s[:from], "--") && (strings.IndexByte("-/.,:#$£", s[from-1]) >= 0 || isWord(rune(s[from-1]))) {
		return false
	}
	if to < len(s) && !hasPrefix(s[to:], "--") && (s[to] == '-' || s[to] == '/' || s[to] == ':' || isWord(rune(s[to])) || to+1 < len(s) && s[to] == '.' && isDigit(s[to+1])) {
		return false
	}
	year := func(s string) bool { return len(s) == 4 && (s[0] == '1' || s[:2] == "20") }
	switch {
	case year(a) && year(b):
		return a < b
	case year(a) && len(b) == 2:
		return b > a[2:] && b > "12" // "2003-04" may be a month
	}
	if len(a) > len(b) || len(a) == len(b) && a >= b {
		return false
	}
	before := strings.TrimRight(s[:from], " \u00A0")
	word := strings.ToLower(before[strings.LastIndexAny(before, " \n\u00A0(")+1:])
	switch word {
	case "pp.", "p.", "pages", "page", "chapters", "chs.", "ch.", "verses", "lines", "parts", "nos.", "vols.", "ages", "aged":
		return from < len(s) && len(before) < from
	}
	return false
}
