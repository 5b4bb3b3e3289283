package xhtml

import "unicode/utf8"

// plain marks the ASCII bytes that stand in XHTML text as they are.
var plain = func() (t [256]bool) {
	for c := 0x20; c < 0x7F; c++ {
		t[c] = c != '<' && c != '>' && c != '&' && c != '"'
	}
	t['\t'], t['\n'] = true, true
	return t
}()

// AppendText appends s as character data. What XML forbids (XML 1.0 section 2.2)
// is left out, and so is what e-readers print as an empty box or stumble over:
// control characters, noncharacters, soft hyphens (they hide words from search
// and dictionary), the marks U+2060 and U+FEFF. Rare spaces become the common
// space or the no-break space of their kind. ">" is written as an entity, so that
// "]]>" cannot stand in the text. Invalid UTF-8 becomes U+FFFD.
func AppendText(dst []byte, s string) []byte { return escape(dst, s, false) }

// AppendAttr appends s as the value of an attribute in double quotes.
func AppendAttr(dst []byte, s string) []byte { return escape(dst, s, true) }

func escape(dst []byte, s string, attr bool) []byte {
	from := 0 // s[from:i] is still to be copied
	for i := 0; i < len(s); {
		c := s[i]
		if plain[c] && (!attr || c >= 0x20) {
			i++
			continue
		}
		size, with := 1, ""
		switch {
		case c == '<':
			with = "&lt;"
		case c == '>':
			with = "&gt;"
		case c == '&':
			with = "&amp;"
		case c == '"':
			if !attr {
				i++
				continue
			}
			with = "&quot;"
		case c == '\t' || c == '\n':
			with = " "
		case c < utf8.RuneSelf: // the other controls
		default:
			var ch rune
			ch, size = utf8.DecodeRuneInString(s[i:])
			var keep bool
			if with, keep = instead(ch, size); keep {
				i += size
				continue
			}
		}
		dst = append(dst, s[from:i]...)
		dst = append(dst, with...)
		i += size
		from = i
	}
	return append(dst, s[from:]...)
}

// instead says whether the character (of size bytes, not ASCII) stands as it is,
// and if not, what stands for it.
func instead(c rune, size int) (with string, keep bool) {
	switch {
	case c == utf8.RuneError && size == 1:
		return "\uFFFD", false
	case c < 0xA0, c == 0xAD, c == 0x2060, c == 0xFEFF:
		return "", false
	case c < 0x2000:
		return "", true
	case c == 0x2007, c == 0x202F:
		return "\u00A0", false
	case c <= 0x200A, c == 0x2028, c == 0x2029, c == 0x205F:
		return " ", false
	case c >= 0xFDD0 && c <= 0xFDEF, c&0xFFFE == 0xFFFE:
		return "", false
	}
	return "", true
}
