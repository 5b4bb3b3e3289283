package typogrify

import (
	"strings"
)

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
