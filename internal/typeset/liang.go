package typeset

import (
	"bytes"
	"unicode/utf8"
)

// liang is a language's hyphenation patterns as a trie (Liang, "Word Hy-phen-a-tion
// by Com-put-er", 1983). The library that was looked at first passes over patterns
// of a single letter, of which Spanish and Italian have one for most consonants.
type liang struct {
	letters map[rune]uint8 // the alphabet, counted from 2; 1 is a word's edge
	ascii   [128]uint8
	roots   [256]int32 // nodes by first letter; 0 for none
	nodes   []liangNode
	values  []uint8
}

// A liangNode is one letter of a pattern.
type liangNode struct {
	letter      uint8
	length      uint8 // of the values of the pattern that ends here
	first, next int32 // child, and sibling; 0 for none
	values      int32 // where they begin
}

// newLiang reads patterns parted by white space: ".ach4 4m1p".
func newLiang(list []byte) *liang {
	t := &liang{letters: map[rune]uint8{}, nodes: make([]liangNode, 1, len(list)/2)}
	var word, values []uint8
	for len(list) > 0 {
		list = bytes.TrimLeft(list, " \t\r\n")
		end := bytes.IndexAny(list, " \t\r\n")
		if end < 0 {
			end = len(list)
		}
		word, values = word[:0], append(values[:0], 0)
		for p := list[:end]; len(p) > 0; {
			r, size := utf8.DecodeRune(p)
			p = p[size:]
			if r >= '0' && r <= '9' {
				values[len(values)-1] = uint8(r - '0')
				continue
			}
			word = append(word, t.index(r))
			values = append(values, 0)
		}
		list = list[end:]
		if len(word) > 0 {
			t.add(word, values)
		}
	}
	return t
}

// index is a letter's number, given out as letters come up.
func (t *liang) index(r rune) uint8 {
	if r == '.' {
		return 1
	}
	if i := t.lookup(r); i != 0 {
		return i
	}
	if len(t.letters) > 250 {
		return 0
	}
	i := uint8(len(t.letters) + 2)
	t.letters[r] = i
	if r < 128 {
		t.ascii[r] = i
	}
	return i
}

func (t *liang) lookup(r rune) uint8 {
	if r < 128 {
		return t.ascii[r]
	}
	return t.letters[r]
}

func (t *liang) add(word, values []uint8) {
	at := &t.roots[word[0]]
	for i, c := range word {
		n := *at
		for n != 0 && t.nodes[n].letter != c {
			at = &t.nodes[n].next
			n = *at
		}
		if n == 0 {
			n = int32(len(t.nodes))
			*at = n
			t.nodes = append(t.nodes, liangNode{letter: c})
		}
		if i == len(word)-1 {
			t.nodes[n].length, t.nodes[n].values = uint8(len(values)), int32(len(t.values))
			t.values = append(t.values, values...)
		}
		at = &t.nodes[n].first
	}
}

// divide lists after how many letters the word, in lower case, may be divided.
func (t *liang) divide(word []rune) []int {
	var letters [longestDivided + 2]uint8
	var odds [longestDivided + 3]uint8
	if len(word) > longestDivided {
		return nil
	}
	letters[0], letters[len(word)+1] = 1, 1
	for i, r := range word {
		letters[i+1] = t.lookup(r)
	}
	w := letters[:len(word)+2]
	for from := range w {
		n := t.roots[w[from]]
		for i := from; n != 0; {
			node := &t.nodes[n]
			if node.letter != w[i] {
				n = node.next
				continue
			}
			for k, v := range t.values[node.values : node.values+int32(node.length)] {
				odds[from+k] = max(odds[from+k], v)
			}
			if i++; i == len(w) {
				break
			}
			n = node.first
		}
	}
	var out []int
	for i := 1; i < len(word); i++ {
		if odds[i+1]%2 == 1 {
			out = append(out, i)
		}
	}
	return out
}
