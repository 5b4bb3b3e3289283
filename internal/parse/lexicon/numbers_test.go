package lexicon

import (
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"storybind/assets"
)

// The list that is spelt out is what numbers.txt comes to; with STORYBIND_UPDATE set it is written.
func TestNumbersSpelt(t *testing.T) {
	spelt := spellNumbers()
	if assets.Numbers() == spelt {
		return
	}
	if os.Getenv("STORYBIND_UPDATE") == "" {
		t.Fatal("assets/lexicon/numbers.txt was changed: STORYBIND_UPDATE=1 go test ./internal/parse/lexicon spells its numbers out")
	}
	if err := os.WriteFile("../../../assets/lexicon/numbers.spelt", []byte(spelt), 0o666); err != nil {
		t.Fatal(err)
	}
}

// A speller spells numbers out: which number each spelling is.
type speller struct {
	said     map[string]Number
	everyday map[string]Number
	ends     []string
	signs    []string
	letters  map[string]int16
}

// add adds a number, unless the words are one already.
func (t *speller) add(words []byte, n Number) {
	if _, have := t.said[string(words)]; !have {
		t.said[string(words)] = n
	}
}

// spellNumbers is the list that readNumbers reads: what begins alike on one line.
func spellNumbers() string {
	t := composeNumbers()
	for words := range t.said {
		if first, _, more := strings.Cut(strings.ReplaceAll(words, "'", " "), " "); more {
			t.add([]byte(first), Number{opener, 0})
		}
	}
	var b strings.Builder
	write := func(words string, kind byte, value int16) {
		b.WriteString(words)
		b.WriteByte('\t')
		b.WriteByte(kind)
		if value > 0 {
			b.WriteString(strconv.Itoa(int(value)))
		}
	}
	for _, end := range t.ends {
		write(end, 'e', 0)
		b.WriteByte('\n')
	}
	for _, sign := range t.signs {
		write(sign, 's', 0)
		b.WriteByte('\n')
	}
	for _, letter := range slices.Sorted(maps.Keys(t.letters)) {
		write(letter, 'l', t.letters[letter])
		b.WriteByte('\n')
	}
	for _, word := range slices.Sorted(maps.Keys(t.everyday)) {
		n := t.everyday[word]
		write(word, 'w'+byte(n.Kind-Cardinal), n.Value)
		b.WriteByte('\n')
	}
	type begin struct {
		at    int
		other [2]byte
	}
	groups := map[begin][]string{}
	for _, word := range slices.Sorted(maps.Keys(t.said)) {
		g := begin{other: firstBytes(word)}
		if at, plain := wordStart(word); plain {
			g = begin{at: at}
		}
		groups[g] = append(groups[g], word)
	}
	for _, words := range slices.SortedFunc(maps.Values(groups), slices.Compare) {
		for i, word := range words {
			b.WriteByte("\n;"[min(i, 1)])
			n := t.said[word]
			write(word, kindLetters[n.Kind-Cardinal], n.Value)
		}
	}
	b.WriteByte('\n')
	return b.String()
}

func composeNumbers() *speller {
	t := &speller{said: map[string]Number{}, everyday: map[string]Number{}, letters: map[string]int16{}}
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

func (t *speller) addEnd(end string) {
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
	table   *speller
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
