package char

import (
	"unicode"
	"unicode/utf8"
)

// PlainKey is a text's letters and digits in small letters: two texts with the
// same key say the same.
func PlainKey(s string) string {
	return string(AppendKey(make([]byte, 0, len(s)), s))
}

// AppendKey appends the key of s to b.
func AppendKey(b []byte, s string) []byte {
	for _, c := range s {
		switch {
		case c < utf8.RuneSelf:
			if c >= 'A' && c <= 'Z' {
				c |= 0x20
			}
			if c >= 'a' && c <= 'z' || c >= '0' && c <= '9' {
				b = append(b, byte(c))
			}
		case c == 'ß' || c == 'ẞ': // capitals write "SS"
			b = append(b, "ss"...)
		case unicode.IsLetter(c) || unicode.IsDigit(c):
			b = utf8.AppendRune(b, unicode.ToLower(c))
		}
	}
	return b
}

// HashKey is the hash of a text's key; 0 for a text without any.
func HashKey(s string) uint64 {
	if s == "" {
		return 0
	}
	return HashBytes(AppendKey(nil, s))
}

// HashBytes is FNV-1a.
func HashBytes(b []byte) uint64 {
	h := uint64(14695981039346656037)
	for _, c := range b {
		h = (h ^ uint64(c)) * 1099511628211
	}
	return h
}
