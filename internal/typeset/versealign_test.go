package typeset

import (
	"testing"

	"storybind/internal/book"
)

func stanza(lines ...string) *book.Verse {
	v := &book.Verse{Stanzas: make([][]book.VerseLine, 1)}
	for _, l := range lines {
		v.Stanzas[0] = append(v.Stanzas[0], book.VerseLine{Inlines: []book.Inline{book.Text{Value: l}}})
	}
	return v
}

// Stanzas under numbers begin at one edge, below their canto's heading; poems inside prose
// stand in middles of their own.
func TestStanzasAtOneEdge(t *testing.T) {
	short, long := stanza("The tide,", "the tide."), stanza("The tide came up to the grocer's door", "and asked for a pound of tea.")
	canto := &book.Book{Meta: book.Metadata{Title: "The Ferry", Language: "en"}, Body: []*book.Section{
		{ID: "c1", Role: book.Part, Label: "Canto I", Sections: []*book.Section{
			{ID: "s1", Role: book.Chapter, Label: "1", Blocks: []book.Block{short}},
			{ID: "s2", Role: book.Chapter, Label: "2", Blocks: []book.Block{long}},
		}},
		{ID: "c2", Role: book.Part, Label: "Canto II", Sections: []*book.Section{
			{ID: "s3", Role: book.Chapter, Label: "1", Blocks: []book.Block{stanza("Low water,", "and the bell.")}},
		}},
	}}
	d := pages(t, canto, DefaultStyle())
	edges := map[Length]bool{}
	for _, l := range d.Pages[0].Lines {
		if l.Kind == BodyLine {
			edges[l.Runs[0].X] = true
		}
	}
	if len(edges) != 1 || len(d.Pages) != 2 {
		t.Errorf("%d edges on %d pages, want one, and a page a canto", len(edges), len(d.Pages))
	}
	prose := []book.Block{short, words("It was late."), words("He went home."), words("She sang."), words("He sang too."), long}
	edges = map[Length]bool{}
	for _, l := range pages(t, oneChapter(prose...), DefaultStyle()).Pages[0].Lines {
		if _, ok := l.Block.(*book.Verse); ok {
			edges[l.Runs[0].X] = true
		}
	}
	if len(edges) != 2 {
		t.Errorf("poems inside prose begin at %d edges, want each in a middle of its own", len(edges))
	}
}
