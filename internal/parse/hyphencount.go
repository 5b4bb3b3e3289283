package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestWord is the most bytes of a word that is counted.
const longestWord = 64

// ask takes a word to be counted.
func (v *hyphenVote) ask(w string) {
	if w == "" || v.asked[w] > 0 {
		return
	}
	v.asked[w] = len(v.counts)
	v.counts = append(v.counts, 0)
	v.longest = max(v.longest, min(len(w), longestWord))
	var codes [3]uint32
	for i := range min(len(w), len(codes)) {
		codes[i] = uint32(byteCodes[w[i]])
	}
	sum := codes[0]<<(2*codeBits) | codes[1]<<codeBits | codes[2]
	v.begins[sum] = true
	if codes[1] == 0 { // a word of one letter: anything may follow the end
		for third := range uint32(1 << codeBits) {
			v.begins[sum|third] = true
		}
	}
}

// Most bytes of a story are passed over for what they and the two after them sum up to.
const (
	codeBits  = 5
	sumBits   = 3 * codeBits
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
		case asciiKinds[c] == ofWord:
			t[c] = uint8(c|0x20) - 'a' + 1
		}
	}
	return t
}()

// count counts the words and compounds of a line that are asked for.
func (v *hyphenVote) count(s string) {
	sum := uint32(0) // of the four bytes up to byte i
	for i := 0; i < len(s); i++ {
		sum = sum<<codeBits | uint32(byteCodes[s[i]])
		if v.begins[sum&(1<<sumBits-1)] {
			v.countAt(s, i-2, sum)
		}
	}
	for i := len(s); i < len(s)+2; i++ { // the last two bytes
		sum <<= codeBits
		if v.begins[sum&(1<<sumBits-1)] {
			v.countAt(s, i-2, sum)
		}
	}
}

// countAt counts the word at byte i, if one begins there, and the compounds that
// begin with it. The word that the line's end breaks is not complete and does not count.
func (v *hyphenVote) countAt(s string, i int, sum uint32) {
	if i < 0 { // a word that begins with an apostrophe looks as if it began before the line
		return
	}
	if before := sum >> sumBits & (1<<codeBits - 1); before != 0 && before != codeHigh {
		return
	}
	if c, _ := utf8.DecodeLastRuneInString(s[:i]); c >= utf8.RuneSelf && unicode.IsLetter(c) {
		return
	}
	end := wordEnd(s, i)
	if end == i || end+1 == len(s) && s[end] == '-' {
		return
	}
	v.tally(s[i:end])
	for end+1 < len(s) && s[end] == '-' && end-i < v.longest { // "well-known"
		next := wordEnd(s, end+1)
		if next == end+1 {
			return
		}
		v.tally(s[i:next])
		end = next
	}
}

func (v *hyphenVote) tally(w string) {
	if len(w) > v.longest {
		return
	}
	if k := v.asked[strings.ToLower(w)]; k > 0 {
		v.counts[k]++
	}
}

// seen is how often a word that was asked for stands inside lines; 0 for others.
func (v *hyphenVote) seen(w string) int {
	if k := v.asked[w]; k > 0 {
		return v.counts[k]
	}
	return 0
}
