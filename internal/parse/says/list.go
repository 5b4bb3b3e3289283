package says

import (
	"strings"

	"storybind/internal/parse/char"
)

// Bullet is the sign that an item of a list begins with: '-' for all dashes, '1'
// for numbers and letters, 0 for none.
func Bullet(s string) byte {
	switch c := s[0]; {
	case c == '-' || c == '*' || c == '+':
		if len(s) > 2 && s[1] == ' ' {
			return c
		}
	case strings.HasPrefix(s, "— ") || strings.HasPrefix(s, "– "):
		return '-'
	case strings.HasPrefix(s, "• ") || strings.HasPrefix(s, "· ") || strings.HasPrefix(s, "◦ ") || strings.HasPrefix(s, "‣ "):
		return '*'
	default:
		i := 0
		if c == '(' {
			i++
		}
		from := i
		for i < len(s) && i-from < 3 && char.IsDigit(rune(s[i])) {
			i++
		}
		if i == from && i < len(s) && 'a' <= s[i] && s[i] <= 'h' {
			i++
		}
		if i > from && i+1 < len(s) && (s[i] == ')' || s[i] == '.' && c != '(') && s[i+1] == ' ' {
			return '1'
		}
	}
	return 0
}
