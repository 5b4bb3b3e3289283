package decode

import (
	"bytes"
	"sync"

	"golang.org/x/text/encoding/charmap"
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

// likely reports whether stories hold r: letters of living scripts, punctuation.
func likely(r rune) bool {
	return r >= 0xA0 && r <= 0x17F || r >= 0x370 && r <= 0x52F || r >= 0x590 && r <= 0x6FF || r >= 0x2000 && r <= 0x27BF ||
		r >= 0x3000 && r <= 0x30FF || r >= 0x4E00 && r <= 0x9FFF || r >= 0xAC00 && r <= 0xD7A3 || r >= 0xFF00 && r <= 0xFFEF || r >= 0x1F000
}
