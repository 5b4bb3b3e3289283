package desk

import (
	"strings"
	"unicode"
)

// InCapitals reports whether a text of at least three letters is set in
// capitals, as signs, telegrams and headlines are.
func InCapitals(s string) bool {
	all, small := 0, 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case 'a' <= c && c <= 'z':
			if small++; small*8 > len(s) {
				return false
			}
			all++
		case 'A' <= c && c <= 'Z':
			all++
		case c >= 0x80:
			return inCapitalsUnicode(s)
		}
	}
	return all >= 3 && small*10 <= all && all*2 >= len(s)-strings.Count(s, " ")
}

func inCapitalsUnicode(s string) bool {
	all, small, signs := 0, 0, 0
	for _, c := range s {
		switch {
		case unicode.IsUpper(c):
			all++
		case unicode.IsLetter(c):
			all++
			if small++; small*10 > len(s) {
				return false
			}
		case c != ' ':
			signs++
		}
	}
	return all >= 3 && small*10 <= all && signs <= all
}
