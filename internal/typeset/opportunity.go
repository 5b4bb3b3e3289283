package typeset

import (
	"unicode"
	"unicode/utf8"
)

// wordy reports whether a word may go on with r.
func wordy(r rune) bool {
	if r < utf8.RuneSelf {
		return r|0x20 >= 'a' && r|0x20 <= 'z' || r >= '0' && r <= '9'
	}
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

func opening(r rune) bool {
	switch r {
	case '“', '‘', '(', '[', '«', '‹', '„', '‚', '"', '\'', '¿', '¡', '’':
		return true
	}
	return false
}

func holdsLetter(s string) bool { return letters(s) > 0 }

// letters counts the letters and digits that s begins with or holds up to the next space.
func letters(s string) int {
	n := 0
	for _, r := range s {
		if r == ' ' {
			break
		}
		if wordy(r) {
			n++
		}
	}
	return n
}
