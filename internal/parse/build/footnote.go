package build

import (
	"strings"

	"storybind/internal/book"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/inlines"
	"storybind/internal/parse/passage"
)

// noteEnd returns the first row after the note that begins with row i; 0 when none
// begins there.
func (p *sectionText) noteEnd(i int) int {
	x := p.Layout.Notes
	if x == nil {
		return 0
	}
	k, ok := x.ByLine[p.rows[i].N()]
	if !ok {
		return 0
	}
	if x.Notes[k].Word {
		if end := p.bracketEnd(i); end > 0 {
			return end
		}
	}
	end := i + 1
	for end < len(p.rows) && p.rows[end].Gap() == 0 && p.rows[end].Marks&passage.IsMark == 0 {
		if _, ok := x.ByLine[p.rows[end].N()]; ok {
			break
		}
		end++
	}
	// Further paragraphs of a note that is indented as a whole.
	in := p.rows[i].Indent()
	for in > p.Layout.Margin && !p.Layout.Indented && end < len(p.rows) && p.rows[end].Gap() == 1 {
		next := end
		for next < len(p.rows) && (next == end || p.rows[next].Gap() == 0) && p.rows[next].Indent() >= in && p.rows[next].Marks&passage.IsMark == 0 {
			next++
		}
		if _, ok := x.ByLine[p.rows[end].N()]; ok || next == end || next < len(p.rows) && p.rows[next].Gap() == 0 {
			break
		}
		end = next
	}
	return end
}

// note makes a note of the piece.
func (p *sectionText) note(c desk.Piece) *book.Note {
	n := p.Layout.Notes.Notes[p.Layout.Notes.ByLine[p.rows[c.A()].N()]]
	out := &book.Note{ID: n.Id, Mark: n.Mark, Span: p.at(c.A(), c.B())}
	if n.Word && strings.IndexByte(n.Mark, ' ') < 0 {
		at := p.rows[c.A()].Start()
		word := strings.IndexAny(p.rows[c.A()].Text, " :")
		p.Book.SetAside = append(p.Book.SetAside, book.SetAside{Reason: "the word for a note", Span: p.Src.Span(at, at+word)})
	}
	for a := c.A(); a < c.B(); {
		b := a + 1
		for b < c.B() && p.rows[b].Gap() == 0 {
			b++
		}
		text, marked := p.joined(a, b)
		if a == c.A() {
			size := n.Text
			if n.Word { // blanks within it may have been folded
				_, size = inlines.FootnoteWord(text)
			}
			text = strings.TrimLeft(text[min(size, len(text)):], " \t\u00A0\u3000")
		}
		if b == c.B() && n.Word {
			text = strings.TrimSuffix(text, "]")
		}
		out.Blocks = append(out.Blocks, &book.Paragraph{Inlines: p.inlines(text, marked, a, b), Span: p.at(a, b)})
		a = b
	}
	return out
}
