package typogrify

import (
	"strings"
	"unicode/utf8"
)

// isInches reports whether the double quote behind a figure stands for inches:
// of 6'2", or where nothing is open that it could close, or where the quote that
// comes next closes what is open.
func (c *compositor) isInches(k int, o open) bool {
	s, at := c.flat, c.marks[k].at
	from := figureAt(s, at)
	if strings.Count(s[from:at], "")-1 > 7 || from > 0 && isWord(rune(s[from-1])) && s[from-1]|0x20 != 'x' {
		return false
	}
	if isFeet(s, from) {
		return true
	}
	if isTimes(s[at+1:]) || from > 1 && (s[from-1] == 'x' || s[from-1] == 'X') && c.marks[max(k-1, 0)].role == doublePrime { // 8"x10"
		return true
	}
	if from > 0 && s[from-1] != ' ' {
		return false
	}
	return !o.double || c.nextDouble(k, right) && c.marks[k].side == right
}

// isTimes reports whether a text begins with the sign of a product and a figure.
func isTimes(s string) bool {
	s = strings.TrimPrefix(s, " ")
	for _, sign := range [...]string{"x", "X", "×", "by "} {
		if rest, ok := strings.CutPrefix(s, sign); ok {
			rest = strings.TrimPrefix(rest, " ")
			return rest != "" && isDigit(rest[0])
		}
	}
	return false
}

// endsInFigure reports whether a text ends in a digit or a fraction.
func endsInFigure(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r < utf8.RuneSelf && isDigit(byte(r)) || isFraction(r)
}

func isFraction(r rune) bool { return r >= '¼' && r <= '¾' || r >= '⅐' && r <= '⅞' }

// figureAt is where the figure begins that ends at byte at: 12, 3.5, 7½, 1/2.
func figureAt(s string, at int) int {
	for at > 0 {
		r, size := utf8.DecodeLastRuneInString(s[:at])
		joint := (r == '.' || r == ',' || r == '/' || r == '⁄') && at > 1 && isDigit(s[at-size-min(1, at-size)])
		if !isFraction(r) && !joint && (r >= utf8.RuneSelf || !isDigit(byte(r))) {
			break
		}
		at -= size
	}
	return at
}

// isDegrees reports whether the mark at byte i stands for minutes: 4° 5'.
func isDegrees(s string, i int) bool {
	return strings.HasSuffix(strings.TrimRight(s[:figureAt(s, i)], " \u00A0"), "°")
}

// isYearAt reports whether a year ends at byte i; what belongs to it is no measure.
func isYearAt(s string, i int) bool {
	from := figureAt(s, i)
	return i-from == 4 && (s[from] == '1' || s[from] == '2') && strings.IndexByte(s[from:i], '.') < 0
}

// isFeet reports whether a figure of feet stands before byte i: 6' or 6’ or 6′,
// and perhaps a blank or a hyphen.
func isFeet(s string, i int) bool {
	if i > 0 && (s[i-1] == ' ' || s[i-1] == '-') {
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
	if isTimes(s[i:]) { // 8'x10'
		return true
	}
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
