package parse

import (
	"storybind/internal/book"
)

// cutFlush cuts rows into paragraphs, or keeps them as lines.
func (p *passage) cutFlush(a, b int) {
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

func (p *passage) addProse(a, b int) {
	if b-a == 1 {
		p.add(p.single(a), a, b)
		return
	}
	p.add(pieceProse, a, b)
}

// parts reports whether a new paragraph begins with row y, which follows row x
// without a blank line.
func (p *passage) parts(x, y *row) bool {
	l := &p.layout
	if l.indented && y.indent > l.margin+1 && y.indent <= l.margin+l.deepest+1 {
		return true
	}
	if goesOn(x.line, y.line) {
		return false
	}
	if x.tail != endsStop && x.word < 20 && l.early(x.line, y.line) && greets(x.text) {
		return true
	}
	if l.wrap == 0 || y.indent > x.indent+1 || x.width > l.wrap+30 {
		return true
	}
	// A line that ends a sentence, and early.
	return x.tail != endsOpen && y.head != startsLower && l.early(x.line, y.line) && (l.lineEnds || (x.width-l.margin)*5 < (l.wrap-l.margin)*3)
}

// single judges a row that stands alone.
func (p *passage) single(a int) pieceKind {
	w := &p.rows[a]
	l := &p.layout
	if len(w.text) > 120 {
		return pieceProse
	}
	if isTheEnd(w.text) {
		return pieceEnd
	}
	if inCapitals(w.text) && w.tail == endsOpen && w.text[0] != '"' && !greets(w.text) {
		return pieceCapitals
	}
	d := w.indent - l.margin
	switch {
	case firstRune(w.text) == '♪':
		return pieceKept
	case d <= max(3, l.deepest+1):
		return pieceProse
	case p.centred(w) && w.width-w.indent <= 50 && (w.tail == endsOpen || w.tail == endsOther):
		return pieceCapitals
	case w.tail == endsOpen || w.tail == endsOther || d >= 20:
		return pieceKept
	}
	return pieceProse
}

// centred reports whether a row stands in the middle of the lines.
func (p *passage) centred(w *row) bool {
	l := &p.layout
	if w.indent-l.margin < 8 {
		return false
	}
	middle := w.indent + w.width
	if l.wrap > 0 {
		return abs(middle-(l.wrap+l.margin)) <= 6
	}
	return abs(middle-72) <= 4 || abs(middle-80) <= 4
}

func abs(n int) int { return max(n, -n) }

// paragraph makes a paragraph of rows [a, b).
func (p *passage) paragraph(a, b int) *book.Paragraph {
	text, marked := p.joined(a, b)
	return &book.Paragraph{Inlines: p.inlines(text, marked, a, b), Span: p.at(a, b)}
}
