package typeset

import (
	"strconv"
	"strings"
	"testing"

	"storybind/internal/book"
)

// Sections of less than half a page run on, and so do those under numbers alone that have less
// than three pages; longer ones begin a page.
func TestRunOn(t *testing.T) {
	sentence := "The oil is low, and there is weather in the west. " // 50 characters; a page of a5 has some 2,300
	// running is how many sections begin below the text of another.
	running := func(sentences int, head func(int) *book.Section) (n int) {
		b := &book.Book{Meta: book.Metadata{Title: "T", Language: "en"}}
		for i := range 6 {
			s := head(i)
			s.ID, s.Role = "s"+strconv.Itoa(i), book.Chapter
			s.Blocks = []book.Block{words(strings.Repeat(sentence, sentences))}
			b.Body = append(b.Body, s)
		}
		d := pages(t, b, DefaultStyle())
		for _, p := range d.Pages {
			text := false
			for _, l := range p.Lines {
				if text && (l.Kind == LabelLine || l.Kind == TitleLine && l.Section.Label == "") {
					n++
				}
				text = text || l.Kind == BodyLine
			}
		}
		return n
	}
	titled := func(i int) *book.Section {
		return &book.Section{Title: []book.Inline{book.Text{Value: "The " + strings.Repeat("Red ", i) + "Lamp"}}}
	}
	numbered := func(i int) *book.Section { return &book.Section{Label: strconv.Itoa(i + 1)} }
	left := func(i int) *book.Section { // stanzas that a poet left out
		return &book.Section{Label: strconv.Itoa(10 * i), Title: []book.Inline{book.Text{Value: "XI. XII"}}}
	}
	for _, c := range []struct {
		what      string
		sentences int
		head      func(int) *book.Section
		runs      bool
	}{
		{"titles, a third of a page", 15, titled, true},
		{"titles, two thirds of a page", 30, titled, false},
		{"numbers, two thirds of a page", 30, numbered, true},
		{"numbers left out, two thirds of a page", 30, left, true},
		{"numbers, four pages", 190, numbered, false},
	} {
		if n := running(c.sentences, c.head); n > 0 != c.runs {
			t.Errorf("%s: %d of 6 sections run on", c.what, n)
		}
	}
}
