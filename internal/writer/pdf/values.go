package pdf

import (
	"bytes"
	"fmt"
	"strconv"
)

// A value is what can stand in a PDF file (ISO 32000-1, 7.3): a name, number,
// keyword, literal, ref, array, dict or stream.
type value any

type (
	name    string // without its slash, as written
	number  string // as written
	keyword string // true, false or null
	literal string // a string with its brackets, as written
	array   []value
	dict    map[name]value
	stream  struct {
		dict dict
		data []byte // as it lies in the file
	}
)

// A valueReader takes values from the front of b. It repairs nothing: the first
// thing that is not as it should be stays in err.
type valueReader struct {
	b   []byte
	err error
}

// deepest is how far arrays and dictionaries may stand inside each other; those
// of gopdf's and ours stand four deep.
const deepest = 16

func (r *valueReader) fail(format string, args ...any) {
	if r.err == nil {
		r.err = fmt.Errorf("%s before %.40q", fmt.Sprintf(format, args...), r.b)
	}
	r.b = nil
}

func (r *valueReader) space() {
	for len(r.b) > 0 && isSpace(r.b[0]) {
		r.b = r.b[1:]
	}
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

func isDelimiter(c byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }

// accept takes s if it is next.
func (r *valueReader) accept(s string) bool {
	if len(r.b) < len(s) || string(r.b[:len(s)]) != s {
		return false
	}
	r.b = r.b[len(s):]
	return true
}

func (r *valueReader) expect(s string) {
	if !r.accept(s) {
		r.fail("no %q", s)
	}
}

// word takes everything up to white space or a delimiter.
func (r *valueReader) word() string {
	i := 0
	for i < len(r.b) && !isSpace(r.b[i]) && !isDelimiter(r.b[i]) {
		i++
	}
	w := string(r.b[:i])
	r.b = r.b[i:]
	return w
}

// value takes the next value, which is no stream.
func (r *valueReader) value(depth int) value {
	r.space()
	if depth > deepest {
		r.fail("values in values")
	}
	switch {
	case r.err != nil || len(r.b) == 0:
		r.fail("no value")
		return nil
	case r.accept("<<"):
		return r.dict(depth)
	case r.accept("["):
		a := array{}
		for {
			if r.space(); r.err != nil || r.accept("]") {
				return a
			}
			a = append(a, r.value(depth+1))
		}
	case r.accept("/"):
		return name(r.word())
	case r.b[0] == '(':
		return r.text()
	case r.b[0] == '<':
		i := bytes.IndexByte(r.b, '>')
		if i < 0 || len(bytes.Trim(r.b[1:i], "0123456789ABCDEFabcdef")) > 0 {
			r.fail("no string of hexadecimal digits")
			return nil
		}
		s := literal(r.b[:i+1])
		r.b = r.b[i+1:]
		return s
	}
	switch w := r.word(); {
	case w == "true" || w == "false" || w == "null":
		return keyword(w)
	case !isNumber(w):
		r.fail("%q", w)
		return nil
	default:
		return r.reference(w)
	}
}

// reference is the number w, or the reference that begins with it.
func (r *valueReader) reference(w string) value {
	if rest, ok := bytes.CutPrefix(r.b, []byte(" 0 R")); ok && (len(rest) == 0 || isSpace(rest[0]) || isDelimiter(rest[0])) {
		if n, err := strconv.Atoi(w); err == nil && n > 0 {
			r.b = rest
			return ref(n)
		}
	}
	return number(w)
}

func isNumber(w string) bool {
	digits, points := 0, 0
	for i := range len(w) {
		switch c := w[i]; {
		case c >= '0' && c <= '9':
			digits++
		case c == '.':
			points++
		case c != '-' || i > 0:
			return false
		}
	}
	return digits > 0 && points < 2
}

// dict takes the rest of a dictionary, behind its "<<".
func (r *valueReader) dict(depth int) dict {
	d := dict{}
	for {
		if r.space(); r.err != nil || r.accept(">>") {
			return d
		}
		r.expect("/")
		key := name(r.word())
		v := r.value(depth + 1)
		if _, twice := d[key]; twice || key == "" {
			r.fail("an empty key, or /%s twice,", key)
		}
		d[key] = v
	}
}

// text takes a string in round brackets, which may hold others.
func (r *valueReader) text() value {
	depth := 0
	for i := 0; i < len(r.b); i++ {
		switch r.b[i] {
		case '\\':
			i++
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				s := literal(r.b[:i+1])
				r.b = r.b[i+1:]
				return s
			}
		}
	}
	r.fail("no end of a string")
	return nil
}

// object takes an indirect object, from "n 0 obj" to "endobj".
func (r *valueReader) object(n int) value {
	r.expect(strconv.Itoa(n) + " 0 obj\n")
	v := r.value(0)
	r.space()
	if r.accept("stream\n") {
		d, ok := v.(dict)
		length, err := strconv.Atoi(string(d.number("Length")))
		if !ok || err != nil || length < 0 || length > len(r.b) {
			r.fail("no length of a stream")
			return nil
		}
		v = stream{d, r.b[:length:length]}
		r.b = r.b[length:]
		r.accept("\n")
		r.expect("endstream\n")
	}
	r.expect("endobj\n")
	return v
}

// number, and the like, are the entry of that kind, or nothing.
func (d dict) number(key name) number { n, _ := d[key].(number); return n }
