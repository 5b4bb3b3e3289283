package typeset

import (
	"strings"
	"testing"

	"storybind/internal/book"
)

// A title in capitals that goes on in italics is set as those in capitals are: in small ones above
// its chapter and at the head of pages, and in a list of both kinds with small letters. What is
// in italics throughout stands upright in the list.
func TestTitlesPartlyInCapitals(t *testing.T) {
	text := func(s string) book.Inline { return book.Text{Value: s} }
	italic := func(s string) book.Inline { return book.Emphasis{Inlines: []book.Inline{text(s)}} }
	b := &book.Book{Meta: book.Metadata{Title: "Lamps", Language: "en"},
		Front: []*book.Section{{ID: "contents", Role: book.Contents, Blocks: []book.Block{&book.ContentsList{}}}}}
	line := words(strings.Repeat("The oil is low, and there is weather in the west. ", 120))
	for i, title := range [][]book.Inline{{text("THE KEEPER’S LOG")}, {text("THE KEEPER’S LOG—"), italic("continued")}, {italic("A letter from Tom")}, {text("Of Oil")}} {
		b.Body = append(b.Body, &book.Section{ID: string(rune('a' + i)), Role: book.Chapter, Title: title, Blocks: []book.Block{line}})
	}
	d := pages(t, b, DefaultStyle())
	var list, head, title string
	for _, p := range d.Pages {
		for _, l := range p.Lines {
			for _, r := range l.Runs {
				switch name := d.Faces[r.Face].Name(); {
				case l.Kind == ContentsLine:
					list += r.Text
					if strings.Contains(name, "Italic") {
						t.Errorf("%q stands in italics in the contents", r.Text)
					}
				case l.Kind == RunningHead && l.Section == nil:
					head += r.Text
				case l.Kind == TitleLine && l.Section.ID == "b":
					title += r.Text
					if r.Size <= d.geo.size || r.Glyphs[0].ID == d.Faces[r.Face].Glyph('T') {
						t.Errorf("%q stands in %s of %d", r.Text, name, r.Size)
					}
				}
			}
		}
	}
	if !strings.Contains(list, "The Keeper’s Log—Continued") || !strings.Contains(head, "THE KEEPER’S LOG—CONTINUED") || !strings.Contains(title, "continued") {
		t.Errorf("contents %q\nheads %.300q\ntitle %q", list, head, title)
	}
}
