package char

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// IsDigit reports whether c is one of 0 to 9.
func IsDigit(c rune) bool { return '0' <= c && c <= '9' }

// Kinds of characters beside a mark.
type Kind uint8

const (
	OfBlank   Kind = iota
	OfWord         // letters and digits
	OfOpening      // opening brackets
	OfEnd          // punctuation that only ends something
	OfQuote        // quotation marks
	ofOther
)

// KindOf is what c is to a mark beside it.
func KindOf(c rune) Kind {
	if uint32(c) < utf8.RuneSelf {
		return ASCIIKinds[c]
	}
	return findKind(c)
}

// ASCIIKinds are the kinds of ASCII's characters.
var ASCIIKinds = func() (t [utf8.RuneSelf]Kind) {
	for c := range t {
		t[c] = findKind(rune(c))
	}
	return t
}()

func findKind(c rune) Kind {
	switch {
	case c == ' ' || c == '\t' || c == '\n' || c == '\u00A0' || c == '\u3000':
		return OfBlank
	case 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9':
		return OfWord
	case c == '(' || c == '[' || c == '{':
		return OfOpening
	case c == ')' || c == ']' || c == '}' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?' || c == '%':
		return OfEnd
	case c == '"' || c == '\'' || c == '`':
		return OfQuote
	case c < utf8.RuneSelf:
		return ofOther
	case strings.ContainsRune("“”‘’«»‹›„‚", c):
		return OfQuote
	case unicode.IsLetter(c) || unicode.IsDigit(c):
		return OfWord
	}
	return ofOther
}

// OpensQuote reports whether s begins with a quotation mark.
func OpensQuote(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("\"'“‘«»„`「『", c)
}

// IsDigits reports whether s is digits of ASCII and nothing else.
func IsDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// FirstRune is the first character of s.
func FirstRune(s string) rune {
	c, _ := utf8.DecodeRuneInString(s)
	return c
}
