package typogrify

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"storybind/internal/book"
)

// Whatever the text: letters and digits stay, in their order; setting it again
// changes nothing; of blanks only U+00A0 is new.
func FuzzApply(f *testing.F) {
	for _, c := range english {
		f.Add(c.typed, "en")
		f.Add(c.typed, "de")
		f.Add(c.typed, "fr")
		f.Add(c.typed, "es")
	}
	f.Add("a -- ' b\n'x' -\" - \" ... \" . . .", "ru")
	f.Fuzz(func(t *testing.T, text, language string) {
		if !utf8.ValidString(text) {
			return
		}
		paragraphs := strings.Split(text, "\n")
		first, _ := setParagraphs(language, paragraphs...)
		for i, p := range first {
			if a, b := letters(strings.ReplaceAll(paragraphs[i], "_", "")), letters(p); a != b {
				t.Fatalf("%q becomes %q: the letters %q become %q", paragraphs[i], p, a, b)
			}
			for _, r := range p {
				if unicode.IsSpace(r) && r != ' ' && r != '\u00A0' && !strings.ContainsRune(paragraphs[i], r) {
					t.Fatalf("%q becomes %q, which has a new %U", paragraphs[i], p, r)
				}
			}
		}
		s := &book.Section{}
		for _, p := range first {
			s.Blocks = append(s.Blocks, &book.Paragraph{Inlines: []book.Inline{book.Text{Value: p}}})
		}
		Apply(&book.Book{Meta: book.Metadata{Language: language}, Body: []*book.Section{s}}, Options{})
		for i, b := range s.Blocks {
			if again := book.Plain(b.(*book.Paragraph).Inlines); again != first[i] {
				t.Fatalf("%q becomes %q, and then %q", paragraphs[i], first[i], again)
			}
		}
	})
}

func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

func BenchmarkApply(b *testing.B) {
	novel := strings.Repeat("The lamp is the first thing he lights, and the last; he makes sure of it, for nobody else will.\n"+
		"\"Wait,\" Tom says, and waits. \"I didn't... It's the _third_ lamp--the 'big' one.\"\n"+
		"He went down to the harbour before breakfast, as they always did on market days, and found the door of the signal tower shut.\n"+
		"'Tis an odd thing, she thought, to miss a whole town in the fog. The keepers' coats were wet.\n", 2500)
	s := &book.Section{}
	var texts []string
	for _, p := range strings.Split(strings.TrimSpace(novel), "\n") {
		texts = append(texts, p)
		s.Blocks = append(s.Blocks, &book.Paragraph{})
	}
	bk := &book.Book{Meta: book.Metadata{Language: "en"}, Body: []*book.Section{s}}
	b.SetBytes(int64(len(novel)))
	b.ReportAllocs()
	for b.Loop() {
		b.StopTimer()
		for i, t := range texts {
			s.Blocks[i].(*book.Paragraph).Inlines = emphasised(t)
		}
		b.StartTimer()
		Apply(bk, Options{})
	}
}

// A paragraph of a million quotes is set in time that grows with its length.
func BenchmarkManyQuotes(b *testing.B) {
	for _, unit := range []string{"'a ", "a' ", "\"'", "--'", "'s ", "5\" ", ". . "} {
		text := strings.Repeat(unit, 1<<20/len(unit))
		b.Run(strings.TrimSpace(unit), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				setParagraphs("en", text)
			}
		})
	}
}
