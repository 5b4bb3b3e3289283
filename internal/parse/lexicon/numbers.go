package lexicon

import (
	"hash/maphash"
	"iter"
	"strconv"
	"strings"
	"sync"
)

// A NumberKind says how a number is written.
type NumberKind uint8

const (
	Cardinal NumberKind = iota + 1 // twelve
	Ordinal                        // twelfth, the twelfth
	Last                           // the last: no number, but it stands for one
)

// A Number is what a written number says.
type Number struct {
	Kind  NumberKind
	Value int16
}

// FindNumber finds a number from 1 to 100 (English: to 199) as headings write it,
// in words, as Fold spells them; its Kind is 0 when it is none.
func FindNumber[T string | []byte](words T) Number {
	t := numbers()
	if at := *t.place([]byte(words)); at > 0 {
		return t.entries[at-1].number
	}
	return Number{}
}

// NumberWords are all that FindNumber knows.
func NumberWords() iter.Seq[string] {
	return func(yield func(string) bool) {
		t := numbers()
		for i := range t.entries {
			if !yield(t.text(&t.entries[i])) {
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

// AddNumberOpeners adds the first words of all that FindNumber knows.
func AddNumberOpeners(openers map[string]bool) {
	t := numbers()
	for i := range t.entries {
		e := &t.entries[i]
		first := t.said[e.from : e.from+uint32(e.size)]
		for k, c := range first {
			if c == ' ' || c == '\'' {
				first = first[:k]
				break
			}
		}
		if !openers[string(first)] {
			openers[string(first)] = true
		}
	}
}

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

// A numberTable holds some ten thousand spellings, most of them composed while it is
// made: so they stand in one text, and are found by open addressing.
type numberTable struct {
	said     []byte
	entries  []numberEntry
	places   [1 << 15]uint16 // by hash: a place in entries and one more; 0 is free
	everyday map[string]Number
	ends     []string
	signs    []string
	letters  map[string]int16
}

var numbers = sync.OnceValue(makeNumbers)

type numberEntry struct {
	from   uint32
	size   uint8
	number Number
}

var numberSeed = maphash.MakeSeed() // nothing depends on the order that it makes

func (t *numberTable) text(e *numberEntry) string {
	return string(t.said[e.from : e.from+uint32(e.size)])
}

// place is where words stand in places, or the free place where they would.
func (t *numberTable) place(words []byte) *uint16 {
	for i := maphash.Bytes(numberSeed, words) % uint64(len(t.places)); ; i = (i + 1) % uint64(len(t.places)) {
		at := t.places[i]
		if at == 0 {
			return &t.places[i]
		}
		if e := &t.entries[at-1]; string(t.said[e.from:e.from+uint32(e.size)]) == string(words) {
			return &t.places[i]
		}
	}
}

// add adds a number, unless the words are one already.
func (t *numberTable) add(words []byte, n Number) {
	at := t.place(words)
	if *at > 0 || len(words) > 255 || len(t.entries) >= len(t.places)*2/3 {
		return
	}
	t.entries = append(t.entries, numberEntry{uint32(len(t.said)), uint8(len(words)), n})
	t.said = append(t.said, words...)
	*at = uint16(len(t.entries))
}

func makeNumbers() *numberTable {
	t := &numberTable{said: make([]byte, 0, 300_000), entries: make([]numberEntry, 0, 12_000), everyday: map[string]Number{}, letters: map[string]int16{}}
	c := &counting{table: t}
	language := ""
	read("numbers", func(l line) {
		if l.language != language {
			language = l.language
			*c = counting{table: t, also: l.also}
		}
		switch l.key {
		case "endings":
			c.endings = strings.Split(l.words, ", ")
		case "ordinal":
			for form := range strings.SplitSeq(l.words, ", ") {
				before, after, _ := strings.Cut(form, "_")
				c.around = append(c.around, [2]string{before, after})
			}
		case "last":
			l.each(func(word string, _ bool) { t.add([]byte(word), Number{Last, 0}) })
		case "suffix":
			for end := range strings.SplitSeq(l.words, ", ") {
				t.addEnd(end)
			}
		case "sign":
			t.signs = append(t.signs, strings.Split(l.words, ", ")...)
		case "letters":
			for pair := range strings.SplitSeq(l.words, ", ") {
				letter, value, _ := strings.Cut(pair, " ")
				n, _ := strconv.Atoi(value)
				t.letters[letter] = int16(n)
			}
		default:
			c.count(l)
		}
	})
	return t
}

func (t *numberTable) addEnd(end string) {
	at := len(t.ends)
	for i, have := range t.ends {
		if have == end {
			return
		}
		if at == len(t.ends) && strings.HasPrefix(end, have) {
			at = i
		}
	}
	t.ends = append(t.ends, "")
	copy(t.ends[at+1:], t.ends[at:])
	t.ends[at] = end
}

// counting is how one language counts.
type counting struct {
	table   *numberTable
	also    [][]swap
	endings []string
	around  [][2]string   // what stands before and behind an ordinal
	forms   [2][101]forms // of cardinals and ordinals

	spelt, other [256]byte // a spelling in the making
}

// forms are the ways to write one number; no language has more.
type forms struct {
	words [8]string
	n     int
}

func (f *forms) all() []string { return f.words[:f.n] }

// count reads "12: twelve; twelfth" or "21-99: T U; T U.".
func (c *counting) count(l line) {
	cardinals, ordinals, _ := strings.Cut(l.words, ";")
	if from, to, many := strings.Cut(l.key, "-"); many {
		first, _ := strconv.Atoi(from)
		last, _ := strconv.Atoi(to)
		for kind, templates := range [...]string{cardinals, ordinals} {
			var buf [128]byte
			for template := range strings.SplitSeq(strings.TrimSpace(templates), ", ") {
				parts := cutTemplate(template)
				for n := first; n <= last && len(parts) > 0; n++ {
					if n%10 != 0 || first > 100 {
						c.compose(NumberKind(kind+1), n, parts, buf[:0], -1)
					}
				}
			}
		}
		return
	}
	n, err := strconv.Atoi(l.key)
	if err != nil || n < 0 || n > 100 {
		return
	}
	for kind, words := range [...]string{cardinals, ordinals} {
		for word := range strings.SplitSeq(strings.TrimSpace(words), ", ") {
			switch {
			case word == "":
			case strings.HasSuffix(word, "?"):
				word = word[:len(word)-1]
				c.table.everyday[word] = Number{NumberKind(kind + 1), int16(n)}
				c.form(kind, n, word)
			case kind == 1 && strings.Contains(word, "-"):
				for _, end := range c.endings {
					c.number(1, n, strings.ReplaceAll(word, "-", end))
				}
			default:
				c.number(kind, n, word)
			}
		}
	}
}

func (c *counting) number(kind, n int, word string) {
	c.form(kind, n, word)
	c.put(NumberKind(kind+1), n, []byte(word))
}

// form keeps a form of a number for the numbers that are made of it.
func (c *counting) form(kind, n int, word string) {
	if f := &c.forms[kind][n]; f.n < len(f.words) {
		f.words[f.n] = word
		f.n++
	}
}

// put adds a number as it is written, with its other spellings and with what
// stands round ordinals.
func (c *counting) put(kind NumberKind, n int, word []byte) {
	around := c.around
	if kind != Ordinal || len(around) == 0 {
		around = bare[:]
	}
	for _, a := range around {
		spelt := append(append(append(c.spelt[:0], a[0]...), word...), a[1]...)
		c.table.add(spelt, Number{kind, int16(n)})
		for _, swaps := range c.also {
			if b := appendRespelt(c.other[:0], spelt, swaps); len(b) > 0 {
				c.table.add(b, Number{kind, int16(n)})
			}
		}
	}
}

var bare = [1][2]string{}

// A part of a template: a literal, or the forms of the tens, the units, the
// hundred or the rest of a number.
type part struct {
	literal string
	of      byte // 'T', 'U', 'H', 'N'; 0 for a literal
	kind    int  // 1 for ordinals
}

// cutTemplate reads "T e U." as tens, " e ", the unit's ordinal.
func cutTemplate(s string) []part {
	var parts []part
	for i := 0; i < len(s); {
		switch s[i] {
		case 'T', 'U', 'H', 'N':
			p := part{of: s[i]}
			if i++; i < len(s) && s[i] == '.' {
				p.kind = 1
				i++
			}
			parts = append(parts, p)
		default:
			from := i
			for i < len(s) && strings.IndexByte("TUHN", s[i]) < 0 {
				i++
			}
			parts = append(parts, part{literal: s[from:i]})
		}
	}
	return parts
}

// compose adds all that a template makes of number n. Where two of its parts are
// ordinals they end alike: same is the form that the first of them took, or -1.
func (c *counting) compose(kind NumberKind, n int, parts []part, said []byte, same int) {
	if len(parts) == 0 {
		c.put(kind, n, said)
		return
	}
	p := parts[0]
	var forms []string
	switch p.of {
	case 'T':
		forms = c.forms[p.kind][n%100/10*10].all()
	case 'U':
		forms = c.forms[p.kind][n%10].all()
	case 'H':
		forms = c.forms[p.kind][100].all()
	case 'N':
		forms = c.rest(p.kind, n%100)
	default:
		c.compose(kind, n, parts[1:], append(said, p.literal...), same)
		return
	}
	for i, form := range forms {
		if p.kind == 1 && same >= 0 && same < len(forms) && i != same {
			continue
		}
		next := same
		if p.kind == 1 && len(parts) > 1 {
			next = i
		}
		c.compose(kind, n, parts[1:], append(said, form...), next)
	}
}

// rest is the plainest form of a number below 100.
func (c *counting) rest(kind, n int) []string {
	if n%10 == 0 || n < 20 {
		return c.forms[kind][n].words[:1]
	}
	return []string{c.forms[0][n/10*10].words[0] + " " + c.forms[kind][n%10].words[0]}
}
