package cover

import "strings"

// divide cuts words that are longer than most (in thousandths of the size) into
// pieces of about the same length, with hyphens: where a syllable may begin, that
// is before a consonant that a vowel follows, or else just anywhere.
func (t typeset) divide(words []word, most int) []word {
	var out []word
	for _, w := range words {
		letters := []rune(w.text)
		pieces := (w.advance + most - 1) / most
		if pieces < 2 || len(letters) < 4*pieces {
			out = append(out, w)
			continue
		}
		pieces = (w.advance + pieces*t.advance("-") + most - 1) / most
		space := w.space
		from := 0
		for n := 1; n < pieces; n++ {
			at := syllable(letters, len(letters)*n/pieces, max(2, len(letters)/pieces/3))
			piece := string(letters[from:at]) + "-"
			out = append(out, word{piece, space, t.advance(piece)})
			from, space = at, false
		}
		last := string(letters[from:])
		out = append(out, word{last, space, t.advance(last)})
	}
	return out
}

// syllable is the place nearest to at, no further than that from it, where a
// syllable may begin; at itself when there is none.
func syllable(letters []rune, at, within int) int {
	vowel := func(i int) bool {
		return strings.ContainsRune("aeiouyäöüáéíóúàèìòùâêîôûåøæœаеёиоуыэюяіїєαεηιουωάέήίόύώ", letters[i])
	}
	for d := range within + 1 {
		for _, i := range [2]int{at - d, at + d} {
			if i > 1 && i+1 < len(letters) && !vowel(i) && vowel(i+1) {
				return i
			}
		}
	}
	return at
}
