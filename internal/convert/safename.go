package convert

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// LongestName is how many bytes of UTF-8 a name may have that we make, so that with
// " (2)" and an ending it stays under the 255 of every file system.
const LongestName = 230

// SafeName makes one name of a file or folder (without ending) of any text, such
// that every system takes and shows it: without the characters that Windows and
// the memory of e-readers refuse, without control characters and marks of
// direction, not hidden, not a device, not too long. It is "" when nothing is left.
func SafeName(s string) string {
	s = norm.NFC.String(strings.ToValidUTF8(s, "_"))
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == ':':
			if strings.HasPrefix(s[i+1:], " ") {
				b.WriteByte(' ')
			}
			b.WriteByte('-')
		case r == '/' || r == '\\' || r == '|':
			b.WriteByte('-')
		case r == '"':
			b.WriteByte('\'')
		case r == '<':
			b.WriteByte('(')
		case r == '>':
			b.WriteByte(')')
		case r == '?' || r == '*' || r == unicode.ReplacementChar:
		case unicode.IsSpace(r):
			b.WriteByte(' ')
		case unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u200b' || r == '\ufeff':
		default:
			b.WriteRune(r)
		}
	}
	s = norm.NFC.String(b.String()) // a sign that went may have parted a letter from its accents
	s = ShortName(strings.TrimLeft(strings.Join(strings.Fields(s), " "), ". "))
	return NoDevice(strings.TrimRight(s, ". ")) // Windows drops them, and then finds the file no more
}

// ShortName cuts a name that is too long, between letters.
func ShortName(s string) string {
	if len(s) <= LongestName {
		return s
	}
	s = s[:LongestName]
	for len(s) > LongestName-utf8.UTFMax {
		if r, size := utf8.DecodeLastRuneInString(s); r != utf8.RuneError || size != 1 {
			break
		}
		s = s[:len(s)-1]
	}
	return s
}

// NoDevice changes a name that Windows takes for a device.
func NoDevice(s string) string {
	if !device(s) {
		return s
	}
	first, rest, dotted := strings.Cut(s, ".") // what follows a dot does not count
	if dotted {
		rest = "." + rest
	}
	return first + "_" + rest
}

// device reports whether Windows takes the name for a device, whatever its ending.
func device(s string) bool {
	s, _, _ = strings.Cut(strings.ToLower(s), ".")
	switch s = strings.TrimRight(s, " "); s {
	case "con", "prn", "aux", "nul", "conin$", "conout$", "clock$":
		return true
	}
	for _, port := range []string{"com", "lpt"} {
		if n, ok := strings.CutPrefix(s, port); ok && utf8.RuneCountInString(n) == 1 && strings.Contains("0123456789¹²³", n) {
			return true
		}
	}
	return false
}
