package book

import "unicode"

// A Digest is a fingerprint of the letters and digits of a text, in order: how a
// writer shows that it drew what the model says. Spaces, punctuation and case do
// not count, so a word broken at a line's end or set in capitals is the same.
type Digest struct {
	Letters int    // how many letters and digits
	Sum     uint64 // FNV-1a over their simple case folds
}

// Add takes more text, in reading order.
func (d *Digest) Add(s string) {
	h := d.Sum ^ 14695981039346656037
	for _, r := range s {
		if r < 0x80 {
			c := r | 0x20
			if (c < 'a' || c > 'z') && (r < '0' || r > '9') {
				continue
			}
			if c >= 'a' && c <= 'z' {
				r = c
			}
		} else if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			continue
		} else {
			r = fold(r)
		}
		d.Letters++
		h = (h ^ uint64(r)) * 1099511628211
	}
	d.Sum = h ^ 14695981039346656037
}

// fold maps the letters that differ only in case to one of them.
func fold(r rune) rune {
	return unicode.ToLower(unicode.ToUpper(r))
}
