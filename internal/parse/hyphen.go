package parse

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A hyphenVote decides whether a word that is broken at a line's end had its
// hyphen before it was broken, by asking how the story writes the word elsewhere.
type hyphenVote struct {
	seen    map[string]int // words and compounds that breaks ask for: how often they stand inside lines
	looks   []bool         // what they look like at a glance, so that most other words need no look into seen
	longest int            // the bytes of the longest that is counted
	joined  bool           // what is done when the story does not tell: the hyphen goes
}

// broken reads the parts of a word at the end of line a and the beginning of line b.
func broken(a, b string) (head, tail string) {
	a = a[:len(a)-1]
	i := len(a)
	for i > 0 {
		c, size := utf8.DecodeLastRuneInString(a[:i])
		if !unicode.IsLetter(c) && c != '\'' && c != '’' {
			break
		}
		i -= size
	}
	return strings.ToLower(a[i:]), strings.ToLower(b[:wordEnd(b, 0)])
}

// wordEnd is the first byte after the letters at s[i:].
func wordEnd(s string, i int) int {
	for i < len(s) {
		if c := s[i]; c < utf8.RuneSelf {
			if asciiKinds[c] != ofWord {
				break
			}
			i++
			continue
		}
		c, size := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsLetter(c) {
			break
		}
		i += size
	}
	return i
}

// countHyphens looks up the words broken at the ends of lines [from, to). Texts
// without any cost one look at each line's end.
func (r *reading) countHyphens(from, to int) *hyphenVote {
	v := &hyphenVote{joined: true}
	type breakAt struct{ head, tail string }
	var breaks []breakAt
	last := -1
	for n := from; n < to; n++ {
		l := &r.lines[n]
		if l.blank() {
			continue
		}
		if last >= 0 && n-last < 3 && l.head == startsLower {
			if a := r.lines[last].text; a[len(a)-1] == '-' && len(a) > 2 {
				if c, _ := utf8.DecodeLastRuneInString(a[:len(a)-1]); unicode.IsLetter(c) && len(breaks) < 100000 {
					head, tail := broken(a, l.text)
					breaks = append(breaks, breakAt{head, tail})
				}
			}
		}
		last = n
	}
	if len(breaks) == 0 {
		return v
	}
	v.seen = make(map[string]int, 4*len(breaks))
	v.looks = make([]bool, 1<<bits.Len(uint(64*len(breaks))))
	for _, b := range breaks {
		for _, w := range [...]string{b.head + b.tail, b.head + "-" + b.tail, b.head, b.tail} {
			if w != "" {
				v.seen[w] = 0
				v.looks[v.look(w)] = true
				v.longest = max(v.longest, min(len(w), longestWord))
			}
		}
	}
	cut := false // the line begins with the rest of a broken word
	for n := from; n < to; n++ {
		l := &r.lines[n]
		if l.blank() {
			continue
		}
		text := l.text
		if cut && l.head == startsLower {
			text = text[wordEnd(text, 0):]
		}
		v.count(text)
		cut = l.text[len(l.text)-1] == '-' && !strings.HasSuffix(l.text, "--")
	}
	joined, kept := 0, 0
	for _, b := range breaks {
		switch whole, parted := v.seen[b.head+b.tail], v.seen[b.head+"-"+b.tail]; {
		case whole > parted:
			joined++
		case parted > whole:
			kept++
		}
	}
	// A file that was hyphenated breaks words everywhere; one that was not breaks
	// only compounds, at the hyphen they have.
	v.joined = joined >= kept
	return v
}

// count counts the words and compounds of a line that are asked for. The word that
// the line's end breaks is not complete and does not count.
func (v *hyphenVote) count(s string) {
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf && asciiKinds[c] != ofWord {
			i++
			continue
		}
		end := wordEnd(s, i)
		if end == i {
			_, size := utf8.DecodeRuneInString(s[i:])
			i += size
			continue
		}
		if end+1 == len(s) && s[end] == '-' {
			return
		}
		v.tally(s[i:end])
		for k := end; k+1 < len(s) && s[k] == '-' && k-i < v.longest; { // "well-known"
			next := wordEnd(s, k+1)
			if next == k+1 {
				break
			}
			v.tally(s[i:next])
			k = next
		}
		i = end
	}
}

// longestWord is the most bytes of a word that is counted.
const longestWord = 64

// tally counts a word if it is asked for.
func (v *hyphenVote) tally(w string) {
	if len(w) > v.longest || !v.looks[v.look(w)] {
		return
	}
	low := strings.ToLower(w)
	if n, ok := v.seen[low]; ok {
		v.seen[low] = n + 1
	}
}

// look is a word's length and some of its letters as an index into looks, the same
// for capitals and small letters; words that begin or end beyond ASCII look all alike.
func (v *hyphenVote) look(w string) int {
	n := len(w)
	first, middle, last := w[0], w[n/2], w[n-1]
	if (first | middle | last) >= utf8.RuneSelf {
		return 0
	}
	return (n*31*31*31 + int(first|0x20)*31*31 + int(middle|0x20)*31 + int(last|0x20)) & (len(v.looks) - 1)
}

// joins reports whether the hyphen that ends line a goes when line b's first word
// is joined to it.
func (v *hyphenVote) joins(a, b string) bool {
	if v == nil {
		return false
	}
	head, tail := broken(a, b)
	whole, parted := v.seen[head+tail], v.seen[head+"-"+tail]
	switch {
	case whole != parted:
		return whole > parted
	case v.seen[head] > 0 && v.seen[tail] > 0 && len(head) > 2 && len(tail) > 2:
		return false // both parts are words of their own
	case v.joined && beginsCompound[head]:
		return compoundEndings[tail]
	}
	return v.joined
}

// beginsCompound holds first words of compounds that are written with a hyphen: no
// other words are broken behind them, but for those with an ending.
var beginsCompound = map[string]bool{"half": true, "self": true, "well": true, "twenty": true, "thirty": true, "forty": true, "fifty": true,
	"sixty": true, "seventy": true, "eighty": true, "ninety": true}

var compoundEndings = map[string]bool{"ish": true, "ishly": true, "ishness": true, "less": true, "lessly": true, "lessness": true, "same": true, "hood": true,
	"ing": true, "ed": true, "ness": true, "fold": true, "way": true, "penny": true, "pence": true, "ington": true}
