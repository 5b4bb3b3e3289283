package lexicon

import "unicode/utf8"

// WordStarts are the first three letters of words in small letters: asked first, they
// spare nearly every line a look into a list of words. What does not begin with two
// ASCII letters may always be one of them.
type WordStarts [(wordStarts + 63) / 64]uint64

const wordStarts = 26 * 26 * 28

// Add adds a word, in small letters.
func (w *WordStarts) Add(word string) {
	if at, plain := wordStart(word); plain {
		w[at/64] |= 1 << (at % 64)
	}
}

// Has reports whether a word with which s begins, case apart, may be one of the words.
func (w *WordStarts) Has(s string) bool {
	at, plain := wordStart(s)
	return !plain || w[at/64]&(1<<(at%64)) != 0
}

// wordStart numbers the first three letters of s; behind two of them all that is no
// letter is alike, and so is all that is not ASCII.
func wordStart[T string | []byte](s T) (at int, plain bool) {
	if len(s) < 2 {
		return 0, false
	}
	a, b := s[0]|0x20-'a', s[1]|0x20-'a'
	if a > 25 || b > 25 {
		return 0, false
	}
	third := 26
	if len(s) > 2 {
		if c := s[2] | 0x20 - 'a'; c <= 25 {
			third = int(c)
		} else if s[2] >= utf8.RuneSelf {
			third = 27
		}
	}
	return (int(a)*26+int(b))*28 + third, true
}
