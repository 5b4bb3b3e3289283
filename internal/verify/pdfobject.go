package verify

import (
	"bytes"
	"strconv"
)

// The objects of a PDF (ISO 32000-2, 7.3), as far as its text needs them.
type (
	name    string
	ref     int
	array   []any
	dict    map[name]any
	text    []byte // a string
	keyword string // a keyword or an operator
)

// A scanner reads objects out of bytes. It wants no correct file: what it does not
// understand it passes over.
type scanner struct {
	data []byte
	at   int
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isMark(c byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }

func (s *scanner) blanks() {
	for s.at < len(s.data) {
		switch c := s.data[s.at]; {
		case isSpace(c):
			s.at++
		case c == '%':
			for s.at < len(s.data) && s.data[s.at] != '\n' && s.data[s.at] != '\r' {
				s.at++
			}
		default:
			return
		}
	}
}

// next reads an object or a keyword; nil at the end. References are read by value.
func (s *scanner) next(depth int) any {
	s.blanks()
	if s.at >= len(s.data) {
		return nil
	}
	c := s.data[s.at]
	switch {
	case depth > maxNesting:
		s.at = len(s.data)
		return nil
	case c == '/':
		return s.name()
	case c == '(':
		return s.literal()
	case c == '<' && s.at+1 < len(s.data) && s.data[s.at+1] == '<':
		s.at += 2
		return s.dict(depth)
	case c == '<':
		return s.hex()
	case c == '[':
		s.at++
		return s.array(depth)
	case isMark(c):
		s.at++
		if c == '>' && s.at < len(s.data) && s.data[s.at] == '>' {
			s.at++
			return keyword(">>")
		}
		return keyword(c)
	}
	from := s.at
	for s.at < len(s.data) && !isSpace(s.data[s.at]) && !isMark(s.data[s.at]) {
		s.at++
	}
	w := string(s.data[from:s.at])
	if f, err := strconv.ParseFloat(w, 64); err == nil && (w[0] == '-' || w[0] == '+' || w[0] == '.' || w[0] >= '0' && w[0] <= '9') {
		return f
	}
	return keyword(w)
}

// value reads an object, a reference among them.
func (s *scanner) value(depth int) any {
	v := s.next(depth)
	number, ok := v.(float64)
	if !ok || number < 0 || number != float64(int(number)) {
		return v
	}
	back := s.at // only words are looked at ahead: arrays in arrays would be read twice each
	if s.word() {
		if _, ok := s.next(depth).(float64); ok && s.word() && s.next(depth) == any(keyword("R")) {
			return ref(number)
		}
	}
	s.at = back
	return v
}

// word reports whether what comes next is a number or a keyword.
func (s *scanner) word() bool {
	s.blanks()
	return s.at < len(s.data) && !isMark(s.data[s.at])
}

func (s *scanner) name() name {
	s.at++
	var out []byte
	for s.at < len(s.data) && !isSpace(s.data[s.at]) && !isMark(s.data[s.at]) {
		c := s.data[s.at]
		if c == '#' && s.at+2 < len(s.data) {
			if n, err := strconv.ParseUint(string(s.data[s.at+1:s.at+3]), 16, 8); err == nil {
				c = byte(n)
				s.at += 2
			}
		}
		out = append(out, c)
		s.at++
	}
	return name(out)
}

func (s *scanner) dict(depth int) dict {
	d := dict{}
	for {
		key := s.next(depth)
		n, ok := key.(name)
		if !ok {
			if key == nil || key == any(keyword(">>")) {
				return d
			}
			continue
		}
		v := s.value(depth + 1)
		if v == any(keyword(">>")) {
			return d
		}
		d[n] = v
	}
}

func (s *scanner) array(depth int) array {
	var a array
	for {
		v := s.value(depth + 1)
		if v == nil || v == any(keyword("]")) {
			return a
		}
		a = append(a, v)
	}
}

func (s *scanner) literal() text {
	s.at++
	var out []byte
	for open := 1; s.at < len(s.data); s.at++ {
		c := s.data[s.at]
		switch c {
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				s.at++
				return out
			}
		case '\\':
			s.at++
			if s.at >= len(s.data) {
				return out
			}
			switch c = s.data[s.at]; {
			case c == 'n':
				c = '\n'
			case c == 'r':
				c = '\r'
			case c == 't':
				c = '\t'
			case c == 'b':
				c = '\b'
			case c == 'f':
				c = '\f'
			case c >= '0' && c <= '7':
				n := 0
				for k := 0; k < 3 && s.at < len(s.data) && s.data[s.at] >= '0' && s.data[s.at] <= '7'; k++ {
					n = n*8 + int(s.data[s.at]-'0')
					s.at++
				}
				s.at--
				c = byte(n)
			case c == '\r' || c == '\n':
				if c == '\r' && s.at+1 < len(s.data) && s.data[s.at+1] == '\n' {
					s.at++
				}
				continue
			}
		}
		out = append(out, c)
	}
	return out
}

func (s *scanner) hex() text {
	s.at++
	var out []byte
	half, have := byte(0), false
	for ; s.at < len(s.data); s.at++ {
		c := s.data[s.at]
		switch {
		case c == '>':
			s.at++
			if have {
				out = append(out, half<<4)
			}
			return out
		case c >= '0' && c <= '9':
			c -= '0'
		case c >= 'a' && c <= 'f':
			c -= 'a' - 10
		case c >= 'A' && c <= 'F':
			c -= 'A' - 10
		default:
			continue
		}
		if have {
			out = append(out, half<<4|c)
		}
		half, have = c, !have
	}
	return out
}
