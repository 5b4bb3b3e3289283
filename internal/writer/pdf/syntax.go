package pdf

import (
	"strconv"
	"unicode/utf16"

	"storybind/internal/typeset"
)

// A ref is the number of an indirect object; 0 is none. Generations are always 0.
type ref int

// syntax collects PDF's written form (ISO 32000-1, 7.3). Its methods return it,
// so that an object reads in one line.
type syntax struct{ b []byte }

func (s *syntax) raw(parts ...string) *syntax {
	for _, p := range parts {
		s.b = append(s.b, p...)
	}
	return s
}

func (s *syntax) int(n int) *syntax {
	s.b = strconv.AppendInt(s.b, int64(n), 10)
	return s
}

func (s *syntax) ref(r ref) *syntax {
	s.b = strconv.AppendInt(s.b, int64(r), 10)
	s.b = append(s.b, " 0 R"...)
	return s
}

// points writes a length in points, exactly.
func (s *syntax) points(l typeset.Length) *syntax {
	v := int64(l)
	if v < 0 {
		s.b = append(s.b, '-')
		v = -v
	}
	s.b = strconv.AppendInt(s.b, v/1000, 10)
	if rest := v % 1000; rest != 0 {
		s.b = append(s.b, '.', byte('0'+rest/100), byte('0'+rest/10%10), byte('0'+rest%10))
		for s.b[len(s.b)-1] == '0' {
			s.b = s.b[:len(s.b)-1]
		}
	}
	return s
}

// text writes a text string (7.9.2.2): plain where ASCII does, else UTF-16BE
// with its mark, characters beyond U+FFFF as surrogates.
func (s *syntax) text(v string) *syntax {
	for i := 0; i < len(v); i++ {
		if v[i] < 0x20 || v[i] > 0x7E {
			s.b = append(s.b, "<FEFF"...)
			s.utf16(v)
			s.b = append(s.b, '>')
			return s
		}
	}
	return s.bytes(v)
}

// bytes writes a byte string as a literal (7.3.4.2).
func (s *syntax) bytes(v string) *syntax {
	s.b = append(s.b, '(')
	for i := 0; i < len(v); i++ {
		s.b = appendEscaped(s.b, v[i])
	}
	s.b = append(s.b, ')')
	return s
}

// appendEscaped adds one byte of a literal string. A bare carriage return would
// be read as a line feed.
func appendEscaped(b []byte, c byte) []byte {
	switch c {
	case '(', ')', '\\':
		return append(b, '\\', c)
	case '\r':
		return append(b, '\\', 'r')
	}
	return append(b, c)
}

const hexDigits = "0123456789ABCDEF"

func (s *syntax) hex16(v uint16) *syntax {
	s.b = append(s.b, hexDigits[v>>12], hexDigits[v>>8&15], hexDigits[v>>4&15], hexDigits[v&15])
	return s
}

// utf16 writes hex digits of UTF-16BE.
func (s *syntax) utf16(v string) *syntax {
	for _, r := range v {
		if r > 0xFFFF {
			hi, lo := utf16.EncodeRune(r)
			s.hex16(uint16(hi)).hex16(uint16(lo))
		} else {
			s.hex16(uint16(r))
		}
	}
	return s
}

// name writes a name (7.3.5).
func (s *syntax) name(v string) *syntax {
	s.b = append(s.b, '/')
	for i := 0; i < len(v); i++ {
		c := v[i]
		switch {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', c == '-', c == '+', c == '_', c == '.':
			s.b = append(s.b, c)
		default:
			s.b = append(s.b, '#', hexDigits[c>>4], hexDigits[c&15])
		}
	}
	return s
}
