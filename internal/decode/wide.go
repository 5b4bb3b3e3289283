package decode

import (
	"bytes"
	"encoding/binary"
	"slices"
	"sync"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// A width is one of the encodings of two or four bytes a character.
type width struct {
	name string
	mark string // its byte order mark (Unicode 15, table 23-6)
	unit int    // bytes
	big  bool
}

// The order matters: the mark of UTF-16LE begins that of UTF-32LE.
var widths = []width{
	{"utf-32le", "\xFF\xFE\x00\x00", 4, false},
	{"utf-32be", "\x00\x00\xFE\xFF", 4, true},
	{"utf-16le", "\xFF\xFE", 2, false},
	{"utf-16be", "\xFE\xFF", 2, true},
}

// wide reads UTF-16 and UTF-32, with a byte order mark or known by their NUL
// bytes, and reports whether the text was such. A forced "utf-16" or "utf-32"
// without a byte order leaves that to the mark, and without a mark means
// big-endian, as RFC 2781 section 4.3 has it, unless the NULs say otherwise.
func (d *draft) wide(forced *charset) bool {
	w, ok := widthOf(d.text, forced)
	if !ok {
		return false
	}
	t := bytes.TrimPrefix(d.text, []byte(w.mark))
	d.name = w.name
	d.text = w.decode(t)
	return true
}

func widthOf(t []byte, forced *charset) (width, bool) {
	if forced == nil {
		for _, w := range widths {
			// A lone mark of UTF-16LE before NULs is not UTF-32 when the length does not fit.
			if bytes.HasPrefix(t, []byte(w.mark)) && (w.unit == 2 || len(t)%4 == 0) {
				return w, true
			}
		}
		return unmarked(t)
	}
	var last width
	for _, w := range widths {
		if w.name != forced.name && w.name[:len("utf-16")] != forced.name {
			continue
		}
		last = w
		if w.name == forced.name || bytes.HasPrefix(t, []byte(w.mark)) {
			return w, true
		}
	}
	if w, ok := unmarked(t); ok && w.unit == last.unit {
		return w, true
	}
	return last, true
}

// unmarked finds UTF-16 or UTF-32 without a byte order mark. Every story holds
// blanks or line ends, which are an ASCII byte and NULs there; so the NULs stand
// nearly all at the same places of their units.
func unmarked(t []byte) (width, bool) {
	if bytes.IndexByte(t, 0) < 0 {
		return width{}, false
	}
	var nul [4]int // by place in four bytes
	for i, c := range t {
		if c == 0 {
			nul[i&3]++
		}
	}
	units := len(t) / 4
	for _, w := range widths {
		if w.unit == 4 {
			zero, low := nul[2]+nul[3], nul[0]
			if w.big {
				zero, low = nul[0]+nul[1], nul[3]
			}
			if units > 0 && zero*20 >= units*2*19 && low*20 <= units {
				return w, true
			}
			continue
		}
		zero, low := nul[1]+nul[3], nul[0]+nul[2]
		if w.big {
			zero, low = low, zero
		}
		if zero == 0 {
			continue
		}
		// Latin text has a NUL in most units; other scripts have them in their blanks
		// and line ends, and then the rest must make sense.
		if zero*4 >= units*2*3 && low*20 <= zero || w.sensible(t) {
			return w, true
		}
	}
	return width{}, false
}

// frequent are the characters that make half of every page of Chinese, Japanese
// or Korean, as a set of bits.
var frequent = sync.OnceValue(func() *[1 << 16 / 64]uint64 {
	set := new([1 << 16 / 64]uint64)
	for _, r := range kana + japanesePun + hanzi + hanziTrad + hanziPun + hangul {
		set[r>>6] |= 1 << (r & 63)
	}
	return set
})

// sensible reports whether t, read as UTF-16 of this byte order, is a text:
// hardly a control character, and either nearly all of one script (the high byte
// of its units is then always the same) or rich in the frequent characters of
// Chinese, Japanese or Korean. Pairs of ASCII letters are neither.
func (w width) sensible(t []byte) bool {
	var pages [256]int
	set := frequent()
	odd, common, n := 0, 0, 0
	for ; len(t) >= 2; t = t[2:] {
		r := w.unit16(t)
		n++
		pages[r>>8]++
		if r < ' ' && r != '\n' && r != '\r' && r != '\t' || r >= 0xE000 && r < 0xF900 || r >= 0xFFF0 {
			odd++
		}
		common += int(set[r>>6] >> (r & 63) & 1)
	}
	most := slices.Max(pages[1:])
	return odd*50 <= n && ((pages[0]+most)*10 >= n*9 && most*3 >= n || common > 0 && common*4 >= n-pages[0])
}

func (w width) unit16(t []byte) uint16 {
	if w.big {
		return binary.BigEndian.Uint16(t)
	}
	return binary.LittleEndian.Uint16(t)
}

// decode turns the units of t into UTF-8. What is no character (a surrogate
// alone, a unit cut short) becomes U+FFFD.
func (w width) decode(t []byte) []byte {
	out := make([]byte, 0, len(t)/w.unit+len(t)/(4*w.unit)+utf8.UTFMax)
	for len(t) >= w.unit {
		var r rune
		if w.unit == 2 {
			r = rune(w.unit16(t))
			if utf16.IsSurrogate(r) {
				second := rune(0)
				if len(t) >= 4 {
					second = rune(w.unit16(t[2:]))
				}
				if r = utf16.DecodeRune(r, second); r != utf8.RuneError {
					t = t[2:]
				}
			}
		} else {
			u := binary.LittleEndian.Uint32(t)
			if w.big {
				u = binary.BigEndian.Uint32(t)
			}
			if r = rune(u); u > unicode.MaxRune {
				r = utf8.RuneError
			}
		}
		t = t[w.unit:]
		out = utf8.AppendRune(out, r)
	}
	if len(t) > 0 {
		out = utf8.AppendRune(out, utf8.RuneError)
	}
	return out
}
