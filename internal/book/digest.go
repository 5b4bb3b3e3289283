package book

import (
	"unicode"
	"unicode/utf8"
)

// A Digest is a fingerprint of the letters and digits of a text, in order: how a
// writer shows that it drew what the model says. Spaces, punctuation and case do
// not count, so a word broken at a line's end or set in capitals is the same.
type Digest struct {
	Letters int    // how many letters and digits
	Sum     uint64 // FNV-1a over their simple case folds
}

// Add takes more text, in reading order.
func (d *Digest) Add(s string) {
	const prime = 1099511628211
	h, letters := d.Sum^14695981039346656037, d.Letters
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			i++
			if f := ascii[c]; f != 0 {
				letters++
				h = (h ^ uint64(f)) * prime
			}
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		if r >= 0x2000 && r < 0x2070 { // dashes, quotes, dots: the block has no letters
			continue
		}
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			letters++
			h = (h ^ uint64(fold(r))) * prime
		}
	}
	d.Sum, d.Letters = h^14695981039346656037, letters
}

// ascii is the case fold of ASCII's letters and digits, and 0 for its other characters.
var ascii = func() (t [utf8.RuneSelf]byte) {
	for c := range t {
		if r := rune(c); unicode.IsLetter(r) || unicode.IsDigit(r) {
			t[c] = byte(fold(r))
		}
	}
	return t
}()

// fold maps the letters that differ only in case to one of them.
func fold(r rune) rune {
	return unicode.ToLower(unicode.ToUpper(r))
}
