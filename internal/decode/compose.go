package decode

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"storybind/internal/diag"
)

// compose makes a letter and the accent typed behind it the one character that
// everybody searches for (Unicode Standard Annex 15, form C). Only accents of
// Latin, Greek, Cyrillic and Arabic letters are composed: the pieces of Korean
// syllables and the voice marks of Japanese stay as typed, and no other character
// is exchanged for its like.
func (d *draft) compose() {
	if !d.seen(isAccent) {
		return
	}
	t := d.text
	w := d.rewrite()
	var done tallyOf
	for i := 0; i < len(t); {
		r, n := utf8.DecodeRune(t[i:])
		if r < utf8.RuneSelf {
			if i++; i < len(t) && t[i] < utf8.RuneSelf {
				continue
			}
		} else {
			i += n
		}
		next, m := utf8.DecodeRune(t[i:])
		if !isAccent(next) || isAccent(r) || r == '\n' {
			continue
		}
		from := i - max(n, 1)
		for isAccent(next) {
			i += m
			next, m = utf8.DecodeRune(t[i:])
		}
		if whole := norm.NFC.Bytes(t[from:i]); !bytes.Equal(whole, t[from:i]) {
			w.upTo(from)
			w.put(string(whole))
			w.skip(i)
			done.add(from)
		}
	}
	d.find(finding{code: "composed", severity: diag.Note, message: "accents were typed behind their letters %s; letter and accent are one character now"}, done.at, done.count)
	w.done()
}

func isAccent(r rune) bool {
	return r >= 0x0300 && r < 0x0370 && r != 0x034F || r >= 0x0653 && r < 0x0656 || r >= 0x1AB0 && r < 0x1AC0 || r >= 0x1DC0 && r < 0x1E00
}
