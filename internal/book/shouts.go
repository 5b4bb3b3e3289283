package book

import "unicode"

// Shouts reports whether a text is typed in capitals: it has two or more, and no lower-case letters.
func Shouts(text string) bool {
	capitals := 0
	for _, r := range text {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			capitals++
		}
	}
	return capitals > 1
}
