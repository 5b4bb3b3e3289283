package char

import (
	"unicode"
)

// IsCapitals reports whether a text has letters and all of them are capitals.
func IsCapitals(s string) bool {
	upper := 0
	for _, c := range s {
		if unicode.IsLower(c) {
			return false
		}
		if unicode.IsUpper(c) {
			upper++
		}
	}
	return upper > 1
}
