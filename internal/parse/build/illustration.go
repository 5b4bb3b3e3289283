package build

import (
	"strings"

	"storybind/internal/book"
	"storybind/internal/diag"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/says"
)

// longestCaption is the most rows of a caption; a bracket open for longer is no caption.
const longestCaption = 40

// pictureEnd returns the first row after the caption that begins with row i
// ("[Illustration: A lamp]"); 0 when there is none.
func (p *sectionText) pictureEnd(i int) int {
	w := p.rows[i].Text
	if says.PictureWord(w) == 0 {
		return 0
	}
	return p.bracketEnd(i)
}

// bracketEnd returns the first row after the one in which the bracket that row i
// begins with is closed, at the row's end; 0 when it is not closed soon.
func (p *sectionText) bracketEnd(i int) int {
	depth := 0
	for j := i; j < len(p.rows) && j < i+longestCaption; j++ {
		t := p.rows[j].Text
		depth += strings.Count(t, "[") - strings.Count(t, "]")
		if depth <= 0 {
			if t[len(t)-1] != ']' {
				return 0
			}
			return j + 1
		}
	}
	return 0
}

// addFigure adds the caption as a figure. The word for the picture itself is set
// aside; a picture without a caption leaves nothing.
func (p *sectionText) addFigure(out []book.Block, c desk.Piece) []book.Block {
	at := p.at(c.A(), c.B())
	word := says.PictureWord(p.rows[c.A()].Text)
	aside := p.Src.Span(at.Start, at.Start+word)
	f := &book.Figure{Alt: p.rows[c.A()].Text[1:word], Span: at}
	f.Alt = strings.TrimSuffix(f.Alt, ":")
	for a := c.A(); a < c.B(); {
		b := a + 1
		for b < c.B() && p.rows[b].Gap() == 0 {
			b++
		}
		text, marked := p.joined(a, b)
		if a == c.A() {
			text = text[min(word, len(text)):]
		}
		if b == c.B() {
			text = strings.TrimSuffix(text, "]")
		}
		if text = strings.TrimSpace(text); text != "" {
			if len(f.Caption) > 0 {
				f.Caption = append(f.Caption, book.LineBreak{})
			}
			f.Caption = append(f.Caption, p.inlines(text, marked, a, b)...)
		}
		a = b
	}
	if len(f.Caption) == 0 {
		aside = at
	} else {
		out = append(out, f)
	}
	p.Book.SetAside = append(p.Book.SetAside, book.SetAside{Reason: "picture", Span: aside})
	if v := p.Layout.Marks; v != nil && !v.Pictures {
		v.Pictures = true
		p.Remark("picture", diag.Note, p.rows[c.A()].N(), p.rows[c.B()-1].N()+1, "the story names pictures that are not in the file; only their captions are in the book", "")
	}
	return out
}
