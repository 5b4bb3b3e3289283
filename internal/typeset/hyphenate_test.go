package typeset

import (
	"slices"
	"strings"
	"testing"

	"storybind/assets"
	"storybind/internal/book"
)

// Words of each language and where they may be divided, as its dictionaries have it.
func TestDivide(t *testing.T) {
	for _, c := range []struct{ language, words string }{
		{"en", "table Hy-phen-a-tion “some-thing,” didn’t over the as-so-ci-ate HMS NASA ex-tra-or-di-nary por-ta-ble"},
		{"en-GB", "ma-nu-script how-ever"},
		{"de", "Sil-ben-tren-nung Schiff-fahrt über Stra-ßen-bahn Groß-va-ter"},
		{"fr", "ap-pren-tis-sage c’est"},
		{"es", "es-ta-ción pa-la-bra"}, {"it", "pa-ro-la"},
		{"ru", "ас-бест мо-ло-ко"},
		{"pl", "by-naj-mniej"},
		{"xx", "hyphenation"},
	} {
		b := &book.Book{Meta: book.Metadata{Language: c.language}}
		st := DefaultStyle()
		g, _ := st.geometry("en")
		tc, err := newTypecase(b, &st, g)
		if err != nil {
			t.Fatal(err)
		}
		s := newSetter(tc, g, true)
		f := s.font(fontKey{size: g.size})
		for _, want := range strings.Fields(c.words) {
			word := strings.ReplaceAll(want, "-", "")
			var got strings.Builder
			at := 0
			p := s.piece(f, word)
			for _, d := range s.divide(f, p) {
				got.WriteString(word[at:d.at] + "-")
				at = int(d.at)
				if d.width <= 0 || d.width >= p.width {
					t.Errorf("%s: a division at width %d of %d", want, d.width, p.width)
				}
			}
			got.WriteString(word[at:])
			if got.String() != want {
				t.Errorf("%s: %s, want %s", c.language, got.String(), want)
			}
		}
	}
}

// The trie says what going through all patterns one by one says.
func TestLiang(t *testing.T) {
	for _, l := range languages {
		list, _ := assets.Hyphenation(l.file)
		trie := newLiang(list)
		all := map[string][]int{}
		longest := 0
		for _, p := range strings.Fields(string(list)) {
			var word []rune
			values := []int{0}
			for _, r := range p {
				if r >= '0' && r <= '9' {
					values[len(values)-1] = int(r - '0')
				} else {
					word = append(word, r)
					values = append(values, 0)
				}
			}
			all[string(word)] = values
			longest = max(longest, len(word))
		}
		for _, word := range strings.Fields("silbentrennung estación apprentissage extraordinary молоко bynajmniej fjärran überraschung kirjasto η παράθυρο ılıman x") {
			w := []rune("." + word + ".")
			odds := make([]int, len(w)+1)
			for i := range w {
				for j := i + 1; j <= min(len(w), i+longest); j++ {
					for k, v := range all[string(w[i:j])] {
						odds[i+k] = max(odds[i+k], v)
					}
				}
			}
			var want []int
			for i := 1; i < len(w)-2; i++ {
				if odds[i+1]%2 == 1 {
					want = append(want, i)
				}
			}
			if got := trie.divide([]rune(word)); !slices.Equal(got, want) {
				t.Errorf("%s: %s is divided after %v, want %v", l.file, word, got, want)
			}
		}
	}
}

func BenchmarkDivide(b *testing.B) {
	p := patternsFor("en")
	word := []rune("extraordinary")
	for b.Loop() {
		p.trie.divide(word)
	}
}

func BenchmarkLoadPatterns(b *testing.B) {
	list, _ := assets.Hyphenation("de-1996")
	for b.Loop() {
		newLiang(list)
	}
}
