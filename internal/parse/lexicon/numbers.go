package lexicon

import (
	"hash/maphash"
	"iter"
	"strings"
	"sync"

	"storybind/assets"
)

// A NumberKind says how a number is written.
type NumberKind uint8

const (
	Cardinal NumberKind = iota + 1 // twelve
	Ordinal                        // twelfth, the twelfth
	Last                           // the last: no number, but it stands for one
	opener                         // none, but one begins with it: "vingt et"
)

// A Number is what a written number says.
type Number struct {
	Kind  NumberKind
	Value int16
}

// FindNumber finds a number from 1 to 100 (English: to 199) as headings write it,
// in words, as Fold spells them; its Kind is 0 when it is none.
func FindNumber[T string | []byte](words T) Number {
	if n := numbers().find([]byte(words)); n.Kind != opener {
		return n
	}
	return Number{}
}

// MayOpenNumber asks quickly whether a text begins with a number that FindNumber knows.
func MayOpenNumber(s string) bool { return numbers().starts.Has(s) }

// OpensNumber reports whether a number that FindNumber knows begins with a word.
func OpensNumber(word []byte) bool { return numbers().find(word).Kind != 0 }

// NumberWords are all that FindNumber knows.
func NumberWords() iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, e := range numbers().entries {
			if e.number.Kind != opener && !yield(e.said) {
				return
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

// A numberTable holds some ten thousand spellings, found by open addressing: a map of
// so many takes longer to make than a short story to read.
type numberTable struct {
	entries  []numberEntry
	places   [1 << 15]uint16 // by hash: a place in entries and one more; 0 is free
	starts   WordStarts
	everyday map[string]Number
	ends     []string
	signs    []string
	letters  map[string]int16
}

type numberEntry struct {
	said   string
	number Number
}

var numberSeed = maphash.MakeSeed() // nothing depends on the order that it makes

func (t *numberTable) find(words []byte) Number {
	for i := maphash.Bytes(numberSeed, words) % uint64(len(t.places)); ; i = (i + 1) % uint64(len(t.places)) {
		at := t.places[i]
		if at == 0 {
			return Number{}
		}
		if e := &t.entries[at-1]; e.said == string(words) {
			return e.number
		}
	}
}

var numbers = sync.OnceValue(readNumbers)

// readNumbers reads what assets/lexicon/numbers.txt comes to, spelt out beforehand: each
// line a spelling, its kind and its value, "twenty one\tc21".
func readNumbers() *numberTable {
	list := assets.Numbers()
	t := &numberTable{entries: make([]numberEntry, 0, strings.Count(list, "\n")), everyday: map[string]Number{}, letters: map[string]int16{}}
	for list != "" {
		var line string
		line, list, _ = strings.Cut(list, "\n")
		tab := strings.IndexByte(line, '\t')
		said, kind := line[:tab], line[tab+1]
		value := 0
		for _, c := range line[tab+2:] {
			value = value*10 + int(c-'0')
		}
		switch kind {
		case 'e':
			t.ends = append(t.ends, said)
		case 's':
			t.signs = append(t.signs, said)
		case 'l':
			t.letters[said] = int16(value)
		case 'w', 'x': // an everyday word, cardinal or ordinal
			t.everyday[said] = Number{NumberKind(kind-'w') + Cardinal, int16(value)}
		default:
			t.starts.Add(said)
			t.entries = append(t.entries, numberEntry{said, Number{NumberKind(strings.IndexByte("cofb", kind)) + Cardinal, int16(value)}})
			i := maphash.String(numberSeed, said) % uint64(len(t.places))
			for t.places[i] > 0 {
				i = (i + 1) % uint64(len(t.places))
			}
			t.places[i] = uint16(len(t.entries))
		}
	}
	return t
}
