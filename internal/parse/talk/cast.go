package talk

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// In printed plays the speaker's name ends in a stop, "KATE. Well, children!", or
// stands on a line of its own, "ERSTER:". Only the whole file tells such names from
// sentences: the same few begin many of its paragraphs.

// Limits of what is a play.
const (
	LeastSpeeches = 8
	LongestCue    = 32 // bytes
)

// NameSaid is a speaker's name without what follows it.
func NameSaid(s string) string { return strings.Trim(s, " ._*:") }

// StoppedName is the length of the name in capitals, with its stop, that a line begins
// with: "KATE. ", "SIR P. ", "_TOM._ "; 0 when there is none.
func StoppedName(s string) int {
	if c := s[0]; (c < 'A' || c > 'Z') && c != '_' && c < utf8.RuneSelf {
		return 0
	}
	letters := 0
	for i, c := range s {
		switch {
		case i > LongestCue:
			return 0
		case unicode.IsUpper(c):
			letters++
		case unicode.IsLetter(c) || c == ',' || c == '"' || c == '!' || c == '?' || c == ';':
			return 0
		case c == '.' || c == ':':
			end := i + 1
			for end < len(s) && (s[end] == '_' || s[end] == '*') {
				end++
			}
			rest := s[end:]
			if letters < 2 && rest != "" { // "A. "; and "M. ", which is no name yet
				continue
			}
			next, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, " "))
			switch word, _, _ := strings.Cut(strings.TrimLeft(rest, " "), " "); {
			case len(word) > 1 && len(word) < 4 && strings.HasSuffix(word, ".") && unicode.IsUpper(next): // "SIR P. No."
				continue
			case rest == "" || rest[0] == ' ' || strings.HasPrefix(rest, "--") || strings.HasPrefix(rest, "—"):
				return end
			}
			return 0
		}
	}
	return 0
}
