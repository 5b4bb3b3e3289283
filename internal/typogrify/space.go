package typogrify

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const noBreak = "\u00A0"

// beforeNames are the short forms that must not stand alone at a line's end
// (Standard Ebooks manual, 8.2).
var beforeNames = []string{"Mr. ", "Mrs. ", "Ms. ", "Dr. ", "St. ", "Messrs. "}

// endsShort are the letters with which they end.
var endsShort = [256]bool{'r': true, 's': true, 't': true}

// spaces folds runs of blanks into one.
func (c *compositor) spaces() {
	if !c.sight.blanks {
		return
	}
	s := c.flat
	for i := strings.Index(s, "  "); i >= 0; {
		end := i + 2
		for end < len(s) && s[end] == ' ' {
			end++
		}
		c.change(i+1, end, "")
		n := strings.Index(s[end:], "  ")
		if n < 0 {
			break
		}
		i = end + n
	}
}

// ties ties to a name or a mark what must not be parted from it at a line's end.
func (c *compositor) ties() {
	switch {
	case c.title: // what is searched for stays findable
	case c.english:
		c.names()
	case c.french:
		c.tallMarks()
	}
}

// names makes the blank between a short form and a name a no-break space.
func (c *compositor) names() {
	s := c.flat
	for at := 0; ; {
		n := strings.Index(s[at:], ". ")
		if n < 0 {
			return
		}
		at += n + len(". ")
		if at < len(". ")+2 || !endsShort[s[at-3]] {
			continue
		}
		for _, short := range beforeNames {
			if i := at - len(short); strings.HasSuffix(s[:at], short) {
				before, _ := utf8.DecodeLastRuneInString(s[:i])
				after, _ := utf8.DecodeRuneInString(s[at:])
				if !isWord(before) && unicode.IsUpper(after) {
					c.change(at-1, at, noBreak)
				}
			}
		}
	}
}

// tallMarks makes the blanks that French types before ; : ! ? » and after «
// no-break spaces.
func (c *compositor) tallMarks() {
	s := c.flat
	for i := strings.IndexByte(s, ' '); i >= 0 && i+1 < len(s); {
		tall := false
		switch s[i+1] {
		case ';', '!', '?':
			tall = true
		case ':':
			tall = i+2 == len(s) || s[i+2] == ' ' || s[i+2] == '\n' // no smiley
		default:
			tall = hasPrefix(s[i+1:], "»")
		}
		if tall && i > 0 && s[i-1] != ' ' && s[i-1] != '\n' || strings.HasSuffix(s[:i], "«") {
			c.change(i, i+1, noBreak)
		}
		n := strings.IndexByte(s[i+1:], ' ')
		if n < 0 {
			break
		}
		i += 1 + n
	}
}

// isWord reports whether words are made of r.
func isWord(r rune) bool {
	if r < utf8.RuneSelf {
		return r|0x20 >= 'a' && r|0x20 <= 'z' || r >= '0' && r <= '9'
	}
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
