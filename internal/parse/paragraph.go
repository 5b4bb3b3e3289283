package parse

import (
	"storybind/internal/book"
	"storybind/internal/parse/passage"
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
func (p *sectionText) parts(x, y *row) bool {
	l := &p.layout
	if l.indented && y.Indent > l.margin+1 && y.Indent <= l.margin+l.deepest+1 {
		return true
	}
	if passage.GoesOn(x.Line, y.Line) {
		return y.Head == passage.StartsCaseless && l.cutShort(x.Line)
	}
	if x.Tail != passage.EndsOpen && l.speaks(y.Line) {
		return true
	}
	if x.Tail != passage.EndsStop && x.Word < 20 && l.early(x.Line, y.Line) && greets(x.Text) {
		return true
	}
	if l.wrap == 0 || y.Indent > x.Indent+1 || x.Width > l.wrap+30 {
		return true
	}
	// A line that ends a sentence, and early.
	return x.Tail != passage.EndsOpen && y.Head != passage.StartsLower && l.early(x.Line, y.Line) && (l.lineEnds || (x.Width-l.margin)*5 < (l.wrap-l.margin)*3)
}

// cutShort reports whether a line of a script without capitals ends far before any
// wrap: a speaker's name, a clause, a speech. Such lines were ended by their writer.
func (l *layout) cutShort(x *passage.Line) bool {
	most := 30 // characters: few wraps of Chinese and Japanese are narrower
	if l.wrap > 0 {
		most = (l.wrap - l.margin) * 2 / 3
	}
	return x.Width-x.Indent < most
}

// single judges a row that stands alone.
func (p *sectionText) single(a int) pieceKind {
	w := &p.rows[a]
	l := &p.layout
	if len(w.Text) > 120 {
		return pieceProse
	}
	if isTheEnd(w.Text) {
		return pieceEnd
	}
	if inCapitals(w.Text) && w.Tail == passage.EndsOpen && w.Text[0] != '"' && !greets(w.Text) {
		return pieceCapitals
	}
	d := w.Indent - l.margin
	switch {
	case firstRune(w.Text) == '♪':
		return pieceKept
	case d < 2 || l.indented && d <= l.deepest+1:
		return pieceProse
	case d > 3 && p.centred(w) && w.Width-w.Indent <= 50 && (w.Tail == passage.EndsOpen || w.Tail == passage.EndsOther):
		return pieceCapitals
	}
	if w.Head == passage.StartsCaseless {
		return pieceProse
	}
	switch p.weighKind(a, a+1) {
	case weighsVerse:
		return pieceKept
	case weighsQuote:
		if d > 3 && d < ranged && !l.apart {
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
func (p *sectionText) centred(w *row) bool {
	l := &p.layout
	if w.Indent-l.margin < 8 {
		return false
	}
	middle := w.Indent + w.Width
	if l.wrap > 0 {
		return abs(middle-(l.wrap+l.margin)) <= 6
	}
	return abs(middle-72) <= 4 || abs(middle-80) <= 4
}

func abs(n int) int { return max(n, -n) }

// paragraph makes a paragraph of rows [a, b).
func (p *sectionText) paragraph(a, b int) *book.Paragraph {
	text, marked := p.joined(a, b)
	return &book.Paragraph{Inlines: p.inlines(text, marked, a, b), Span: p.at(a, b)}
}
