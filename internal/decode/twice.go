package decode

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"storybind/internal/diag"
)

// twice mends text that was encoded twice: all of it when nearly every character
// beyond ASCII is half of such a pair, else only what cannot be the author's own
// ("â€™"; "Ã©" inside a word).
func (d *draft) twice() {
	shown := signs(d.text)
	for i := range misreadings {
		m := &misreadings[i]
		if shown>>i&1 == 0 {
			continue
		}
		s := m.survey(d.text)
		if all := s.all(); all || s.strong > 0 {
			d.untwist(m, all)
			return
		}
	}
}

// A twiceSurvey counts the characters beyond ASCII of a text.
type twiceSurvey struct{ strong, weak, odd, single int }

// all reports whether the whole text was encoded twice.
func (s twiceSurvey) all() bool {
	n := s.strong + s.weak
	return (s.single+s.odd)*20 <= n && (s.strong > 0 || s.weak >= 3)
}

func (m *misreading) survey(t []byte) (s twiceSurvey) {
	to := m.bytes()
	for i := 0; i < len(t); {
		if t[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := to.sequence(t[i:])
		switch {
		case n == 0:
			_, n = utf8.DecodeRune(t[i:])
			switch {
			case m.coder == charmap.Windows1252 && brokenQuote(t[i:]) > 0:
				s.strong++
				n = brokenQuote(t[i:])
			case m.coder == charmap.Windows1252 && brokenA(t[i:]) > 0:
				s.weak++
			default:
				s.single++
			}
		case m.strong(t, i, n, r):
			s.strong++
		case likely(r):
			s.weak++
		default:
			s.odd++
		}
		i += n
	}
	return s
}

// untwist writes each pair as the one character it stands for.
func (d *draft) untwist(m *misreading, all bool) {
	t, to := d.text, m.bytes()
	out := make([]byte, 0, len(t))
	first, count := 0, 0
	for i := 0; i < len(t); {
		if t[i] < utf8.RuneSelf {
			out = append(out, t[i])
			i++
			continue
		}
		r, n := to.sequence(t[i:])
		if n > 0 && (m.strong(t, i, n, r) || all && likely(r)) {
			out = utf8.AppendRune(out, r)
			if count++; count == 1 {
				first = i
			}
		} else if n = brokenQuote(t[i:]); n > 0 && m.coder == charmap.Windows1252 {
			out = append(out, "”"...)
			count++
		} else if n = brokenA(t[i:]); all && n > 0 && m.coder == charmap.Windows1252 {
			out = append(out, "à "...)
		} else {
			_, n = utf8.DecodeRune(t[i:])
			out = append(out, t[i:i+n]...)
		}
		i += n
	}
	d.find(finding{code: "encoded-twice", severity: diag.Note,
		message: "characters of the story were encoded twice (by way of " + m.name + ") %s; they were mended"}, first, count)
	d.text = out
}

// sequence reads the character that the misread characters at the start of t
// stand for together, and how many bytes they take; 0 when they stand for none.
func (to *misreadBytes) sequence(t []byte) (rune, int) {
	var b [utf8.UTFMax]byte
	need, i := 1, 0
	for k := 0; k < need; k++ {
		if i >= len(t) || t[i] < utf8.RuneSelf {
			return 0, 0
		}
		r, n := utf8.DecodeRune(t[i:])
		if r >= misreadRunes {
			return 0, 0
		}
		b[k] = to[r]
		if k == 0 {
			switch {
			case in(b[0], 0xC2, 0xDF):
				need = 2
			case in(b[0], 0xE0, 0xEF):
				need = 3
			case in(b[0], 0xF0, 0xF4):
				need = 4
			default:
				return 0, 0
			}
		}
		i += n
	}
	r, n := utf8.DecodeRune(b[:need])
	if n != need {
		return 0, 0
	}
	return r, i
}

// strong reports whether the misread characters at byte i, n bytes long, which
// stand for r, cannot be what an author wrote.
func (m *misreading) strong(t []byte, i, n int, r rune) bool {
	before, _ := utf8.DecodeLastRune(t[:i])
	after, _ := utf8.DecodeRune(t[i+n:])
	switch {
	case r >= 0x2010 && r <= 0x2044, r == 0x20AC, r == 0x2122, r == 0xFEFF, r >= 0x1F000:
		return true
	case r >= 0xC0 && r <= 0xFF: // Ã and another
		return m.coder != charmap.Windows1251 && (unicode.IsLower(before) || unicode.IsLower(after))
	case r == 0xA0, r == 0xA3, r == 0xA9, r == 0xAB, r == 0xBB, r == 0xB0, r == 0xBD, r == 0xBF, r == 0xA1, r == 0xB4: // Â and another
		return m.coder == charmap.Windows1252 && !unicode.IsUpper(before)
	}
	return false
}
