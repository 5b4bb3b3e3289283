package decode

import (
	"bytes"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"storybind/internal/diag"
)

// A misreading is an encoding that programs take UTF-8 for, so that "é" becomes
// "Ã©" and is then written as UTF-8 a second time.
type misreading struct {
	name  string
	coder *charmap.Charmap
	bytes func() *misreadBytes
}

type misreadBytes [misreadRunes]byte // the byte of each character; 0 for none

// misreadRunes is the first code point that none of the encodings has.
const misreadRunes = 0x25FF

var misreadings = []misreading{
	{name: "windows-1252", coder: charmap.Windows1252},
	{name: "macintosh", coder: charmap.Macintosh},
	{name: "ibm850", coder: charmap.CodePage850},
	{name: "ibm437", coder: charmap.CodePage437},
	{name: "windows-1251", coder: charmap.Windows1251},
}

func init() {
	for i := range misreadings {
		m := &misreadings[i]
		m.bytes = sync.OnceValue(func() *misreadBytes {
			to := new(misreadBytes)
			if m.coder == charmap.Windows1252 { // and ISO 8859-1
				for c := 0x80; c < 0x100; c++ {
					to[c] = byte(c)
				}
			}
			for c := 0x80; c < 0x100; c++ {
				if r := m.coder.DecodeByte(byte(c)); r < misreadRunes {
					to[r] = byte(c)
				}
			}
			return to
		})
	}
}

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

// signs is a quick look for pairs of characters that text encoded twice is sure
// to hold: a bit for each of the misreadings. Two characters beyond ASCII side by
// side are rare in clean Latin text, so hardly any needs more than this.
func signs(t []byte) (shown uint) {
	const w1252, mac, dos850, dos437, w1251 = 1 << 0, 1 << 1, 1 << 2, 1 << 3, 1 << 4
	for i := 0; i+3 < len(t); {
		switch t[i] {
		case 0xC2:
			if t[i+1] == 0xAC && t[i+2] >= 0x80 { // ¬
				shown |= mac
			}
			i += 2
		case 0xC3: // À to ÿ
			if t[i+2] >= 0x80 {
				shown |= w1252
				if t[i+1] == 0x94 { // Ô
					shown |= dos850
				}
			} else if t[i+1] == 0x83 && t[i+2] == ' ' { // Ã
				shown |= w1252
			}
			i += 2
		case 0xCE:
			if t[i+1] == 0x93 && t[i+2] == 0xC3 { // ΓÇ
				shown |= dos437
			}
			i += 2
		case 0xD0:
			if t[i+1] == 0xB2 && t[i+2] == 0xD0 && t[i+3] == 0x82 || // вЂ
				t[i+1] == 0xA0 && (t[i+2] == 0xD1 && t[i+3] == 0x95 || t[i+2] == 0xC2 && t[i+3] == 0xB0) { // Рѕ, Р°
				shown |= w1251
			}
			i += 2
		case 0xE2:
			if t[i+3] >= 0x80 {
				switch {
				case t[i+1] == 0x80 && t[i+2] == 0x9A, t[i+1] == 0x88 && t[i+2] == 0x9A: // ‚ √
					shown |= mac
				case t[i+1] == 0x94 && (t[i+2] == 0x9C || t[i+2] == 0xAC): // ├ ┬
					shown |= dos850 | dos437
				}
			}
			i += 3
		default:
			i++
			if t[i-1] < 0x80 {
				i += asciiRun(t[i:])
			}
		}
	}
	return shown
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

// brokenQuote is the length of a ” at the start of t whose last third, which
// windows-1252 has no character for, was dropped.
func brokenQuote(t []byte) int {
	const most = "â€"
	if !bytes.HasPrefix(t, []byte(most)) {
		return 0
	}
	return len(most)
}

// brokenA is the length of an "à" at the start of t whose second half, a no-break
// space, some program has made a blank; the blank that followed is the same.
func brokenA(t []byte) int {
	rest, ok := bytes.CutPrefix(t, []byte("Ã "))
	if !ok {
		return 0
	}
	return len(t) - len(bytes.TrimLeft(rest, " "))
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

// likely reports whether stories hold r: letters of living scripts, punctuation.
func likely(r rune) bool {
	return r >= 0xA0 && r <= 0x17F || r >= 0x370 && r <= 0x52F || r >= 0x590 && r <= 0x6FF || r >= 0x2000 && r <= 0x27BF ||
		r >= 0x3000 && r <= 0x30FF || r >= 0x4E00 && r <= 0x9FFF || r >= 0xAC00 && r <= 0xD7A3 || r >= 0xFF00 && r <= 0xFFEF || r >= 0x1F000
}
