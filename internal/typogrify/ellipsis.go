package typogrify

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// ellipses prints "..." and ". . ." as one character.
//
//   - Three dots are an ellipsis. Four at the end of a sentence are its full stop
//     and an ellipsis (Chicago 13.53); everywhere else, and when there are more,
//     people have only let the key repeat.
//   - A blank before an ellipsis that is followed by another becomes a no-break
//     space, so that no line begins with the ellipsis.
//   - Two dots stay, and so do the leaders of a printed contents.
func (c *compositor) ellipses() {
	if !c.sight.dots {
		return
	}
	s := c.flat
	guard := 0
	for i := strings.IndexByte(s, '.'); i >= 0; {
		dots, end := dotsAt(s, i)
		if dots >= 3 && !c.guarded(i, &guard) {
			c.ellipsis(i, end, dots)
		}
		n := strings.IndexByte(s[end:], '.')
		if n < 0 {
			break
		}
		i = end + n
	}
}

// dotsAt counts the dots of the run at byte i, tight or with single blanks between.
func dotsAt(s string, i int) (dots, end int) {
	end = i + 1
	for end < len(s) && s[end] == '.' {
		end++
	}
	if dots = end - i; dots > 1 {
		return dots, end
	}
	for {
		gap := 0
		if end < len(s) && s[end] == ' ' {
			gap = 1
		} else if hasPrefix(s[end:], noBreak) {
			gap = len(noBreak)
		}
		at := end + gap
		if gap == 0 || at >= len(s) || s[at] != '.' || at+1 < len(s) && s[at+1] == '.' {
			return dots, end
		}
		dots++
		end = at + 1
	}
}

func (c *compositor) ellipsis(i, end, dots int) {
	s := c.flat
	blank := i > 0 && s[i-1] == ' '
	before, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s[:i], " "))
	rest := strings.TrimLeft(s[end:], "\"'`”’»\u00A0")
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, " \"'“‘«"))
	if page := strings.TrimLeft(s[end:], " "); dots >= 7 && page != "" && isDigit(page[0]) {
		return // leaders before a page number
	}
	set := "…"
	if dots == 4 && !blank && isWord(before) && (rest == "" || rest[0] == '\n' || rest[0] == ' ' && !unicode.IsLower(next)) {
		set = ".…"
	}
	if blank && isWord(before) && (end == len(s) || s[end] == ' ' || s[end] == '"' || s[end] == '\'') {
		set = noBreak + set
		i--
	}
	if blank && i > 1 && isQuote(s[i-2]) && s[i-1] == ' ' && (i == 2 || strings.IndexByte(" \n([\"'-", s[i-3]) >= 0 || strings.HasSuffix(s[:i-2], "—")) { // " . . . and then"
		set = noBreak + set
		i--
	}
	if end+1 < len(s) && s[end] == ' ' && s[end+1] == '"' && (end+2 == len(s) || !isWord(rune(s[end+2]))) { // "Well . . . " he said
		set += noBreak
		end++
	}
	c.change(i, end, set)
}
