package passage

import (
	"strings"
	"unicode"
)

// IsRule reports whether a line is a rule: one sign, three times or more.
func IsRule(s string) bool {
	if len(s) < 3 {
		return false
	}
	sign, count := rune(0), 0
	for _, c := range s {
		switch {
		case c == ' ':
			continue
		case c|0x20 >= 'a' && c|0x20 <= 'z': // nearly all lines end here
			return false
		case c >= 0x2000 && c < 0x2070 && (sign == 0 || sign == c): // a block without letters
			sign = c
		case unicode.IsLetter(c) || unicode.IsDigit(c) || strings.ContainsRune(".,;:!?\"'()", c):
			return false
		case sign == 0:
			sign = c
		case c != sign:
			return false
		}
		count++
	}
	return count >= 3
}

// Underlines reports whether a rule is about as long as the line above it, or
// runs across the page.
func Underlines(rule, l *Line) bool {
	a, b := rule.Width()-rule.Indent(), l.Width()-l.Indent()
	return a >= b-b/3 && (a <= b+b/3+2 || a >= 20)
}
