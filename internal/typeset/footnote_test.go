package typeset

import (
	"fmt"
	"testing"

	"storybind/internal/book"
)

// noted is a chapter of so many paragraphs, each with a note of so many words
// that stands behind it.
func noted(paragraphs, words int) *book.Book {
	b := novel(1, paragraphs)
	l := lot(3)
	sec := b.Body[0]
	var blocks []book.Block
	for i, bl := range sec.Blocks {
		p, ok := bl.(*book.Paragraph)
		if !ok {
			blocks = append(blocks, bl)
			continue
		}
		id, mark := fmt.Sprint("note-", i), fmt.Sprint(i+1)
		p.Inlines = append(p.Inlines, book.Emphasis{Inlines: []book.Inline{book.NoteRef{ID: id, Mark: mark}}})
		blocks = append(blocks, p, &book.Note{ID: id, Mark: mark, Blocks: []book.Block{&book.Paragraph{Inlines: []book.Inline{book.Text{Value: l.sentence(words)}}}}})
	}
	sec.Blocks = blocks
	return b
}

// Notes stand at the foot of the page that refers to them, under a rule; what
// does not fit goes on at the foot of the next page, two lines at least.
func TestNotesAtTheFoot(t *testing.T) {
	for _, words := range []int{5, 60, 300, 1500} {
		for _, name := range PageNames() {
			st := DefaultStyle()
			st.Page.Set(name)
			d := pages(t, noted(12, words), st)
			begun := map[book.Block]int{}
			for at, p := range d.Pages {
				text, foot := Length(0), Length(0)
				for _, l := range p.Lines {
					if l.Kind != BodyLine {
						continue
					}
					if !l.foot {
						text = l.Y
						continue
					}
					if foot == 0 {
						foot = l.Y
						if len(p.Rules) != 1 || p.Rules[0].Y < text || p.Rules[0].Y > l.Y {
							t.Errorf("%s, %d words, page %d: no rule between the text and the notes", name, words, at)
						}
					}
					if n, ok := l.Block.(*book.Note); ok && l.at == 0 {
						begun[n] = at
					}
				}
				if foot > 0 && foot <= text {
					t.Errorf("%s, %d words, page %d: a note stands above the text", name, words, at)
				}
				for _, l := range p.Links {
					if words == 5 && l.Page != at && p.Label != "ii" && p.Label != "i" {
						t.Errorf("%s: page %d leads to page %d, but short notes stand where they are referred to", name, at, l.Page)
					}
				}
			}
			if len(begun) != 12 {
				t.Errorf("%s: %d notes of 12 stand at the foot of a page", name, len(begun))
			}
			if q := Report(d); q.Widows > 0 || q.Orphans > 0 || q.Overfull > 0 {
				t.Errorf("%s, %d words: %+v", name, words, q)
			}
			if words < 300 {
				continue
			}
			on := 0
			for at, p := range d.Pages {
				for _, l := range p.Lines {
					if l.foot && l.at > 0 && begun[l.Block] < at {
						on++
						break
					}
				}
			}
			if on == 0 {
				t.Errorf("%s: no note of %d words goes on on the next page", name, words)
			}
		}
	}
}

// A note to which nothing refers, and notes that are a list at the book's end,
// stay where the story has them.
func TestNotesThatStay(t *testing.T) {
	b := noted(3, 20)
	sec := b.Body[0]
	sec.Blocks[0].(*book.Paragraph).Inlines = sec.Blocks[0].(*book.Paragraph).Inlines[:1]
	end := noted(3, 20).Body[0]
	end.ID, end.Role = "notes", book.Endnotes
	b.Back = append(b.Back, end)
	feet := map[*book.Section]int{}
	for _, p := range pages(t, b, DefaultStyle()).Pages {
		for _, l := range p.Lines {
			if l.foot && l.at == 0 {
				feet[l.Section]++
			}
		}
	}
	if feet[sec] != 2 || feet[end] != 0 {
		t.Errorf("%d notes of the chapter and %d of the list stand at a foot, want 2 and 0", feet[sec], feet[end])
	}
}
