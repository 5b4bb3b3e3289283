package build

import (
	"storybind/internal/book"
	"storybind/internal/parse/char"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/passage"
	"storybind/internal/parse/says"
)

// cutFlush cuts rows into paragraphs, or keeps them as lines.
func (p *sectionText) cutFlush(a, b int) {
	if b-a < 2 {
		p.addProse(a, b)
		return
	}
	if kind := p.judge(a, b); kind != pieceProse {
		p.add(kind, a, b)
		return
	}
	from := a
	for i := a + 1; i < b; i++ {
		if p.parts(&p.rows[i-1], &p.rows[i]) {
			p.addProse(from, i)
			from = i
		}
	}
	p.addProse(from, b)
}

func (p *sectionText) addProse(a, b int) {
	if b-a == 1 {
		p.add(p.single(a), a, b)
		return
	}
	p.add(pieceProse, a, b)
}

// parts reports whether a new paragraph begins with row y, which follows row x
// without a blank line.
func (p *sectionText) parts(x, y *desk.Row) bool {
	l := &p.Layout
	if l.Indented && y.Indent() > l.Margin+1 && y.Indent() <= l.Margin+l.Deepest+1 {
		return true
	}
	if passage.GoesOn(x.Line, y.Line) {
		return y.Head == passage.StartsCaseless && l.CutShort(x.Line)
	}
	if x.Tail != passage.EndsOpen && l.Speaks(y.Line) {
		return true
	}
	if x.Tail != passage.EndsStop && x.Word() < 20 && l.Early(x.Line, y.Line) && says.Greets(x.Text) {
		return true
	}
	if l.Wrap == 0 || y.Indent() > x.Indent()+1 || x.Width() > l.Wrap+30 {
		return true
	}
	// A line that ends a sentence, and early.
	return x.Tail != passage.EndsOpen && y.Head != passage.StartsLower && l.Early(x.Line, y.Line) && (l.LineEnds || (x.Width()-l.Margin)*5 < (l.Wrap-l.Margin)*3)
}

// single judges a row that stands alone.
func (p *sectionText) single(a int) desk.PieceKind {
	w := &p.rows[a]
	l := &p.Layout
	if len(w.Text) > 120 {
		return pieceProse
	}
	if says.IsTheEnd(w.Text) {
		return pieceEnd
	}
	if desk.InCapitals(w.Text) && w.Tail == passage.EndsOpen && w.Text[0] != '"' && !says.Greets(w.Text) {
		return pieceCapitals
	}
	d := w.Indent() - l.Margin
	switch {
	case char.FirstRune(w.Text) == '♪':
		return pieceKept
	case d < 2 || l.Indented && d <= l.Deepest+1 || l.FirstLine(w.Line):
		return pieceProse
	case d > 3 && p.centred(w) && w.Width()-w.Indent() <= 50 && (w.Tail == passage.EndsOpen || w.Tail == passage.EndsOther):
		return pieceCapitals
	}
	if w.Head == passage.StartsCaseless {
		return pieceProse
	}
	switch p.weighKind(a, a+1) {
	case weighsVerse:
		return pieceKept
	case weighsQuote:
		if d > 3 && d < ranged && !l.Apart {
			return pieceSetOff
		}
	}
	if d >= ranged {
		return pieceKept
	}
	return pieceProse
}

// ranged is how many columns beyond the margin a line stands that is ranged right.
const ranged = 20

// centred reports whether a row stands in the middle of the lines.
func (p *sectionText) centred(w *desk.Row) bool {
	l := &p.Layout
	if w.Indent()-l.Margin < 8 {
		return false
	}
	middle := w.Indent() + w.Width()
	if l.Wrap > 0 {
		return char.Abs(middle-(l.Wrap+l.Margin)) <= 6
	}
	return char.Abs(middle-72) <= 4 || char.Abs(middle-80) <= 4
}

// paragraph makes a paragraph of rows [a, b).
func (p *sectionText) paragraph(a, b int) *book.Paragraph {
	text, marked := p.joined(a, b)
	return &book.Paragraph{Inlines: p.inlines(text, marked, a, b), Span: p.at(a, b)}
}
