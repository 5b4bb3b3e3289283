package typeset

import (
	"testing"

	"storybind/internal/book"
)

// The lines of a heading are of about the same length.
func TestBalancedHeading(t *testing.T) {
	b := novel(1, 3)
	b.Body[0].Title = []book.Inline{book.Text{Value: "In which the keeper of the lamp at the harbour has nothing"}}
	for _, name := range []string{"a5", "trade", "pocket"} {
		st := DefaultStyle()
		st.Page.Set(name)
		d := pages(t, b, st)
		var widths []Length
		for _, p := range d.Pages {
			for _, l := range p.Lines {
				if l.Kind == TitleLine && l.Section == b.Body[0] {
					widths = append(widths, l.Runs[len(l.Runs)-1].right()-l.Runs[0].X)
				}
			}
		}
		if len(widths) < 2 {
			t.Fatalf("%s: the title has %d lines", name, len(widths))
		}
		for _, w := range widths {
			if w*2 < widths[0] {
				t.Errorf("%s: the title's lines are %v wide", name, widths)
			}
		}
	}
}

// A letter's salutation is not parted from what it opens, nor a short stanza.
func TestKeptTogether(t *testing.T) {
	para := func(text string) *book.Paragraph {
		return &book.Paragraph{Inlines: []book.Inline{book.Text{Value: text}}}
	}
	for before := range 40 {
		b := novel(1, 1)
		sec := b.Body[0]
		sec.Blocks = nil
		for range before {
			sec.Blocks = append(sec.Blocks, para("One line."))
		}
		dear, line := para("Dear Tess,"), func(s string) book.VerseLine { return book.VerseLine{Inlines: []book.Inline{book.Text{Value: s}}} }
		verse := &book.Verse{Stanzas: [][]book.VerseLine{{line("The lamp"), line("the tide"), line("the boat"), line("the rope")}}}
		sec.Blocks = append(sec.Blocks, &book.Letter{Opening: []book.Line{{book.Text{Value: "20 May"}}}, Blocks: []book.Block{dear, para("I am well.")}}, verse, para("And so on."))
		d := pages(t, b, DefaultStyle())
		for i, p := range d.Pages {
			var last *Line
			n := 0
			for _, l := range p.Lines {
				if l.Kind == BodyLine {
					last = l
				}
				if l.Block == verse {
					n++
				}
			}
			if last != nil && last.Block == book.Block(dear) {
				t.Errorf("%d lines before: page %d ends with the salutation", before, i)
			}
			if n != 0 && n != 4 {
				t.Errorf("%d lines before: page %d has %d lines of the stanza", before, i, n)
			}
		}
	}
}
