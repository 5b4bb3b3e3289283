package hyphen

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/parse/char"
)

// longestWord is the most bytes of a word that is counted.
const longestWord = 64

// Ask takes a word to be counted.
func (v *HyphenVote) Ask(w string) {
	if w == "" || v.Asked[w] > 0 {
		return
	}
	v.Asked[w] = len(v.Counts)
	v.Counts = append(v.Counts, 0)
	v.longest = max(v.longest, min(len(w), longestWord))
	var codes [3]uint32
	for i := range min(len(w), len(codes)) {
		codes[i] = uint32(byteCodes[w[i]])
	}
	sum := codes[0]<<(2*codeBits) | codes[1]<<codeBits | codes[2]
	v.Begins[sum] = true
	if codes[1] == 0 { // a word of one letter: anything may follow the end
		for third := range uint32(1 << codeBits) {
			v.Begins[sum|third] = true
		}
	}
}

// Most bytes of a story are passed over for what they and the two after them sum up to.
const (
	codeBits  = 5
	SumBits   = 3 * codeBits
	codeDigit = 27
	codeHigh  = 28
)

// byteCodes is 1 to 26 for the letters of ASCII, big and small, and 0 for what stands
// in no word.
var byteCodes = func() (t [256]uint8) {
	for c := range t {
		switch {
		case c >= utf8.RuneSelf:
			t[c] = codeHigh
		case '0' <= c && c <= '9':
			t[c] = codeDigit
		case char.ASCIIKinds[c] == char.OfWord:
			t[c] = uint8(c|0x20) - 'a' + 1
		}
	}
	return t
}()

// Count counts the words and compounds of a line that are asked for.
func (v *HyphenVote) Count(s string) {
	sum := uint32(0) // of the four bytes up to byte i
	for i := 0; i < len(s); i++ {
		sum = sum<<codeBits | uint32(byteCodes[s[i]])
		if v.Begins[sum&(1<<SumBits-1)] {
			v.countAt(s, i-2, sum)
		}
	}
	for i := len(s); i < len(s)+2; i++ { // the last two bytes
		sum <<= codeBits
		if v.Begins[sum&(1<<SumBits-1)] {
			v.countAt(s, i-2, sum)
		}
	}
}

// countAt counts the word at byte i, if one begins there, and the compounds that
// begin with it. The word that the line's end breaks is not complete and does not count.
func (v *HyphenVote) countAt(s string, i int, sum uint32) {
	if i < 0 { // a word that begins with an apostrophe looks as if it began before the line
		return
	}
	if before := sum >> SumBits & (1<<codeBits - 1); before != 0 && before != codeHigh {
		return
	}
	if c, _ := utf8.DecodeLastRuneInString(s[:i]); c >= utf8.RuneSelf && unicode.IsLetter(c) {
		return
	}
	end := WordEnd(s, i)
	if end == i || end+1 == len(s) && s[end] == '-' {
		return
	}
	v.tally(s[i:end])
	for end+1 < len(s) && s[end] == '-' && end-i < v.longest { // "well-known"
		next := WordEnd(s, end+1)
		if next == end+1 {
			return
		}
		v.tally(s[i:next])
		end = next
	}
}

func (v *HyphenVote) tally(w string) {
	if len(w) > v.longest {
		return
	}
	if k := v.Asked[strings.ToLower(w)]; k > 0 {
		v.Counts[k]++
	}
}

// seen is how often a word that was asked for stands inside lines; 0 for others.
func (v *HyphenVote) seen(w string) int {
	if k := v.Asked[w]; k > 0 {
		return v.Counts[k]
	}
	return 0
}
