package decode

import (
	"bytes"

	"storybind/internal/diag"
)

const quotedPrintableCode = "quoted-printable"

// quotedPrintable reads text that a mail program left in its transport encoding
// (RFC 2045, section 6.7): "=20" and "=3D", and "=" at the end of a line that goes
// on in the next. It does so only when nearly every "=" of the file is such a mark,
// or when a mail's header says so and the text below it does not speak against it.
func (d *draft) quotedPrintable() {
	t := d.text
	if bytes.IndexByte(t, '=') < 0 || !surveyMail(t).clear() && !d.saidQuotedPrintable() {
		return
	}
	w := d.rewrite()
	first, count := w.unquote(len(t))
	d.find(finding{code: quotedPrintableCode, severity: diag.Note, message: "marks of a mail encoding (quoted-printable) stand in the story %s; the text was read through them",
		hint: "if an equals sign went missing, say so in a report"}, max(first, 0), count)
	w.done()
}

// unquote reads quoted-printable text up to byte end; it returns where the first mark
// stands, -1 for none, and how many there are.
func (w *rewriting) unquote(end int) (first, count int) {
	t := w.d.text[:end]
	first = -1
	for i := w.at; ; {
		next := bytes.IndexByte(t[i:], '=')
		if next < 0 {
			w.upTo(end)
			return first, count
		}
		i += next
		n := 1
		if bytes.HasPrefix(t[i:], []byte("=?")) {
			n = max(1, wordEnd(t[i:]))
		} else if end := softBreak(t, i); end > 0 {
			n = end - i
			w.upTo(i)
			w.skip(end)
		} else if c, ok := hexByte(t[i:]); ok {
			n = 3
			w.upTo(i)
			switch {
			case c == '\r' && bytes.HasPrefix(t[i+3:], []byte("=0A")):
				n = 6
				fallthrough
			case c == '\r' || c == '\n':
				w.newline()
			default:
				w.out = append(w.out, c)
			}
			w.skip(i + n)
		}
		if w.at == i+n {
			count++
			if first < 0 {
				first = i
			}
		}
		i += n
	}
}

// saidQuotedPrintable reports whether a mail's header says that the text below it
// is quoted-printable, and the text can be: a mark or more, and fewer plain equals
// signs. A text read through once is not asked again, for the header stays.
func (d *draft) saidQuotedPrintable() bool {
	for i := range d.found {
		if d.found[i].code == quotedPrintableCode {
			return false
		}
	}
	const label, value = "content-transfer-encoding:", "quoted-printable"
	for t := d.text; ; {
		i := bytes.Index(t, []byte("ncoding:"))
		if i < 0 {
			return false
		}
		end := i + len("ncoding:")
		open := bytes.LastIndexByte(t[:i], '\n') + 1
		labelled := bytes.EqualFold(t[open:end], []byte(label))
		if t = t[end:]; !labelled {
			continue
		}
		if line, _, _ := bytes.Cut(t, []byte{'\n'}); !bytes.EqualFold(bytes.TrimSpace(line), []byte(value)) {
			continue
		}
		if i = bytes.Index(t, []byte("\n\n")); i < 0 {
			return false
		}
		s := surveyMail(t[i:])
		marks := s.soft + s.equals + s.high + s.ends + s.other
		return marks > 0 && s.plain*2 <= marks
	}
}

// softBreak is the end of the line break that "=" at byte i takes back; 0 when it
// takes back none. Blanks may have been added behind it on the way (section 6.7, rule 3).
func softBreak(t []byte, i int) int {
	if i > 0 && t[i-1] == '=' {
		return 0 // a rule of equals signs
	}
	j := i + 1
	for j < len(t) && (t[j] == ' ' || t[j] == '\t') {
		j++
	}
	if j < len(t) && t[j] == '\n' {
		return j + 1
	}
	return 0
}

// hexByte is the byte that "=XX" at the start of t stands for. Control codes
// other than tab and line ends are not written so by mail programs.
func hexByte(t []byte) (byte, bool) {
	if len(t) < 3 {
		return 0, false
	}
	digit := func(c byte) int {
		switch {
		case in(c, '0', '9'):
			return int(c - '0')
		case in(c, 'A', 'F'):
			return int(c-'A') + 10
		}
		return -1
	}
	hi, lo := digit(t[1]), digit(t[2])
	if hi < 0 || lo < 0 {
		return 0, false
	}
	c := byte(hi<<4 | lo)
	return c, c >= ' ' && c != 0x7F || c == '\n' || c == '\r' || c == '\t'
}

// A mailSurvey counts the equals signs of a text by what they can be.
type mailSurvey struct {
	soft   int // line breaks taken back
	equals int // =3D
	high   int // bytes beyond ASCII
	ends   int // blanks at a line's end
	other  int // other codes
	plain  int // equals signs that are nothing but that
}

func surveyMail(t []byte) (s mailSurvey) {
	for i := bytes.IndexByte(t, '='); i >= 0; {
		n := 1
		c, ok := hexByte(t[i:])
		switch {
		case i+1 < len(t) && t[i+1] == '=': // a rule of equals signs is one
			for i+n < len(t) && t[i+n] == '=' {
				n++
			}
		case i+1 < len(t) && t[i+1] == '?': // an encoded word of a mail header
			n = max(1, wordEnd(t[i:]))
		case softBreak(t, i) > 0:
			s.soft++
		case !ok:
			s.plain++
		case c == '=':
			s.equals++
			n = 3
		case c >= 0x80:
			s.high++
			n = 3
		case (c == ' ' || c == '\t') && (i+3 == len(t) || t[i+3] == '\n'):
			s.ends++
			n = 3
		default:
			s.other++
			n = 3
		}
		next := bytes.IndexByte(t[i+n:], '=')
		if next < 0 {
			break
		}
		i += n + next
	}
	return s
}

// clear reports whether the text is quoted-printable beyond doubt. Figures such
// as "Strength=20" at a line's end look like it, but then other figures do not.
func (s mailSurvey) clear() bool {
	sure := s.soft + s.equals + s.high
	strong := sure + s.ends
	return strong >= 2 && (sure >= 1 || s.plain == 0 && s.other == 0 && s.ends >= 3) && (s.plain+s.other/4)*4 <= strong
}
