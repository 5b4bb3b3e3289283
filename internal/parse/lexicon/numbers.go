package lexicon

import (
	"iter"
	"strings"
	"sync"
	"sync/atomic"

	"storybind/assets"
)

// A NumberKind says how a number is written.
type NumberKind uint8

const (
	Cardinal NumberKind = iota + 1 // twelve
	Ordinal                        // twelfth, the twelfth
	Last                           // the last: no number, but it stands for one
	opener                         // none, but one begins with it: "vingt et"

	everydayCardinal // what follows is no number by itself
	everydayOrdinal
	ending
	sign
	letter
)

// kindLetters are the kinds as the list that is spelt out writes them.
const kindLetters = "cofbwxesl"

// A Number is what a written number says.
type Number struct {
	Kind  NumberKind
	Value int16
}

// FindNumber finds a number from 1 to 100 (English: to 199) as headings write it,
// in words, as Fold spells them; its Kind is 0 when it is none.
func FindNumber[T string | []byte](words T) Number {
	if n := find(numbers(), words); n.Kind != opener {
		return n
	}
	return Number{}
}

// MayOpenNumber asks quickly whether a text begins with a number that FindNumber knows.
func MayOpenNumber(s string) bool {
	at, plain := wordStart(s)
	return !plain || numbers().starts[at] > 0
}

// OpensNumber reports whether a number that FindNumber knows begins with a word.
func OpensNumber(word []byte) bool { return find(numbers(), word).Kind != 0 }

// NumberWords are all that FindNumber knows.
func NumberWords() iter.Seq[string] {
	return func(yield func(string) bool) {
		groups := numbers().groups[1:]
		for i := range groups {
			for e := range strings.SplitSeq(groups[i].list, ";") {
				if said, n := entry(e); n.Kind != opener && !yield(said) {
					return
				}
			}
		}
	}
}

// NumberBehindWord finds a number that is an everyday word as well ("to", Danish
// for 2): it is a number only behind a heading word.
func NumberBehindWord(word string) (Number, bool) {
	n, ok := numbers().everyday[word]
	return n, ok
}

// OrdinalEnds are the endings that make digits an ordinal ("nd", "-я", "º"),
// longest first where one begins with another.
func OrdinalEnds() []string { return numbers().ends }

// NumberSigns stand between a heading word and its number: "no.", "№".
func NumberSigns() []string { return numbers().signs }

// LetterValue is the value of the letter (of two letters, for the Greek 6) that s
// begins with and that counts in Greek or Hebrew, in small letters, and its bytes; 0
// when it does not count.
func LetterValue(s string) (value, size int) {
	t := numbers()
	for n := 4; n >= 2; n -= 2 { // these letters take two bytes
		if len(s) >= n && t.letters[s[:n]] > 0 {
			return int(t.letters[s[:n]]), n
		}
	}
	return 0, 0
}

// A numberTable holds some ten thousand spellings in groups that begin alike: a group is
// read when a word is first looked up that begins so. To make a map of them all took
// longer than to read a short story.
type numberTable struct {
	groups   []numberGroup // the first is empty
	starts   [wordStarts]uint16
	others   map[[2]byte]uint16 // by the first bytes, where wordStart knows none
	everyday map[string]Number
	ends     []string
	signs    []string
	letters  map[string]int16
}

type numberGroup struct {
	list string                            // "twelve\tc12;twenty\tc20"
	said atomic.Pointer[map[string]Number] // the same read; two readers make it alike
}

func firstBytes[T string | []byte](s T) (b [2]byte) {
	copy(b[:], s)
	return b
}

func find[T string | []byte](t *numberTable, words T) Number {
	at, plain := wordStart(words)
	k := uint16(0)
	if plain {
		k = t.starts[at]
	} else {
		k = t.others[firstBytes(words)]
	}
	if k == 0 {
		return Number{}
	}
	g := &t.groups[k]
	said := g.said.Load()
	if said == nil {
		m := make(map[string]Number, strings.Count(g.list, ";")+1)
		for e := range strings.SplitSeq(g.list, ";") {
			words, n := entry(e)
			m[words] = n
		}
		said = &m
		g.said.Store(said)
	}
	return (*said)[string(words)]
}

// entry reads "twenty one\tc21".
func entry(e string) (said string, n Number) {
	said, spec, ok := strings.Cut(e, "\t")
	if !ok || spec == "" { // while the list is being written anew
		return said, n
	}
	for _, c := range spec[1:] {
		n.Value = n.Value*10 + int16(c-'0')
	}
	n.Kind = NumberKind(strings.IndexByte(kindLetters, spec[0])) + Cardinal
	return said, n
}

var numbers = sync.OnceValue(readNumbers)

// readNumbers reads what assets/lexicon/numbers.txt comes to, spelt out beforehand: lines
// of what is no number by itself, an empty line, then a line a group.
func readNumbers() *numberTable {
	t := &numberTable{others: map[[2]byte]uint16{}, everyday: map[string]Number{}, letters: map[string]int16{}}
	special, groups, _ := strings.Cut(assets.Numbers(), "\n\n")
	for e := range strings.SplitSeq(special, "\n") {
		switch said, n := entry(e); n.Kind {
		case everydayCardinal:
			t.everyday[said] = Number{Cardinal, n.Value}
		case everydayOrdinal:
			t.everyday[said] = Number{Ordinal, n.Value}
		case ending:
			t.ends = append(t.ends, said)
		case sign:
			t.signs = append(t.signs, said)
		case letter:
			t.letters[said] = n.Value
		}
	}
	t.groups = make([]numberGroup, 1+strings.Count(groups, "\n"))
	for i := 1; i < len(t.groups); i++ {
		var g string
		g, groups, _ = strings.Cut(groups, "\n")
		if at, plain := wordStart(g); plain {
			t.starts[at] = uint16(i)
		} else {
			t.others[firstBytes(g)] = uint16(i)
		}
		t.groups[i].list = g
	}
	return t
}
