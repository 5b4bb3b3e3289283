package typeset

import (
	"strings"
	"testing"

	"storybind/internal/book"
)

// A name typed in capitals below a letter stands in small ones, its words' first letters large;
// one that is not stays as it is.
func TestSignature(t *testing.T) {
	for name, small := range map[string]int{"S. CASTELL.": 6, "MIRA O’DELL": 6, "Mira": 0} {
		l := &book.Letter{Blocks: []book.Block{words("I have put back the oil.")}, Closing: []book.Line{{book.Text{Value: "YOURS EVER,"}}, {book.Text{Value: name}}}}
		b := &book.Book{Meta: book.Metadata{Title: "T", Language: "en"}, Body: []*book.Section{{ID: "s", Role: book.Chapter, Label: "I", Blocks: []book.Block{words("She read it."), l}}}}
		d := pages(t, b, DefaultStyle())
		checkWords(t, b, d)
		var last *Line
		for _, p := range d.Pages {
			for _, line := range p.Lines {
				if line.Kind == BodyLine {
					if last = line; line.Runs[0].Text == "YOURS EVER," && line.Runs[0].track != 0 {
						t.Error("what stands above the name is set in small capitals")
					}
				}
			}
		}
		got := 0
		for _, r := range last.Runs {
			if r.track != 0 {
				got += len([]rune(strings.TrimSpace(r.Text)))
			}
		}
		if got != small {
			t.Errorf("%s: %d letters are small capitals, want %d: %+v", name, got, small, last.Runs)
		}
	}
}
