package typeset

import (
	"strings"
	"sync"
	"unicode/utf8"

	"storybind/assets"
)

// Thai parts no words; lines end between them all the same. A stretch of Thai is cut into
// the fewest words of a list, and what is in no list is left whole.

func isThai(r rune) bool { return r >= 0xE01 && r <= 0xE4E }

// thaiWords are the list's words, read when the first Thai text is set.
var thaiWords = sync.OnceValues(func() (words map[string]struct{}, longest int) {
	list := strings.Split(assets.ThaiWords(), "\n")
	words = make(map[string]struct{}, len(list))
	for _, w := range list {
		words[w] = struct{}{}
		longest = max(longest, len(w))
	}
	return words, longest
})

// thaiMayEnd reports whether a syllable may end between two characters: not before a vowel
// that follows its consonant, nor before a sign above or below it, nor after a vowel that stands
// before its consonant.
func thaiMayEnd(before, after rune) bool {
	switch {
	case before >= 0xE40 && before <= 0xE44: // เ แ โ ใ ไ
		return false
	case after >= 0xE30 && after <= 0xE3A, after == 0xE45, after >= 0xE47 && after <= 0xE4E, after == 0xE2F, after == 0xE46: // ฯ and ๆ end what they stand behind
		return false
	}
	return true
}

// thaiBreaks are the bytes of text at which a word ends, the last one not among them. text
// is Thai throughout.
func thaiBreaks(text string) []int {
	words, longest := thaiWords()
	const unknown = 100 // the cost of a character that is in no word; a word costs 1
	type state struct{ cost, from int }
	n := len(text)
	best := make([]state, n+1) // a thirtieth of it is used: characters have three bytes
	for i := range best {
		best[i].cost = 1 << 30
	}
	best[0].cost = 0
	var before rune
	for i, r := range text {
		if i > 0 && !thaiMayEnd(before, r) {
			best[i].cost = 1 << 30 // no word begins here
		}
		before = r
		if best[i].cost == 1<<30 {
			continue
		}
		try := func(to, cost int) {
			if c := best[i].cost + cost; c < best[to].cost {
				best[to] = state{c, i}
			}
		}
		end, first := i, true
		for end < n && end-i < longest {
			_, size := utf8.DecodeRuneInString(text[end:])
			end += size
			if end < n && !thaiMayEnd(runeBefore(text, end), runeAt(text, end)) {
				continue
			}
			if _, ok := words[text[i:end]]; ok {
				try(end, 1)
			} else if first {
				try(end, unknown*(end-i)/3)
			}
			first = false
		}
	}
	var ends []int
	for at := n; at > 0; at = best[at].from {
		ends = append(ends, at)
	}
	// The ends are in reverse; two unknown stretches in a row are one.
	var out []int
	known := true
	for k := len(ends) - 1; k >= 0; k-- {
		from := best[ends[k]].from
		_, ok := words[text[from:ends[k]]]
		if !ok && !known {
			out = out[:len(out)-1]
		}
		known = ok
		out = append(out, ends[k])
	}
	return out[:len(out)-1]
}
