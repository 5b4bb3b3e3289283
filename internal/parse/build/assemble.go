package build

import (
	"strings"

	"storybind/internal/book"
	"storybind/internal/parse/char"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/passage"
	"storybind/internal/parse/says"
	"storybind/internal/source"
)

// assemble makes blocks of the pieces: stanzas become one poem, entries one log,
// a salutation and a closing one letter, larger gaps scene breaks.
func (p *sectionText) assemble() []book.Block {
	p.settle()
	return p.blocksOf(0, len(p.pieces), false)
}

// blocksOf makes blocks of pieces [k, end); inside says that they are a letter's.
func (p *sectionText) blocksOf(k, end int, inside bool) []book.Block {
	const room = 10_000 // of a log's million lines one block is made
	out := make([]book.Block, 0, min(end-k, room))
	for k < end {
		c := p.pieces[k]
		if p.gapBreaks(k) {
			at := p.rows[c.A()].Start()
			out = append(out, &book.SceneBreak{Span: p.Src.Span(at, at)})
		}
		if !inside && c.Kind != pieceAsIs {
			if greeting, closing, after, ok := p.letterEnd(k); ok {
				out = append(out, p.letter(k, greeting, closing, after))
				k = after
				continue
			}
		}
		if q, after, ok := p.epigraph(k); c.Kind != pieceAsIs && ok && after <= end {
			out = append(out, q)
			k = after
			continue
		}
		if after := min(p.logEnd(k), end); after > k {
			out = append(out, p.log(p.pieces[k:after]))
			k = after
			continue
		}
		n := 1
		if c.B()-c.A() == 1 && c.Kind != pieceAsIs && p.creditTo(out, c.A()) {
			k++
			continue
		}
		switch c.Kind {
		case pieceMark:
			for k+n < end && p.pieces[k+n].Kind == pieceMark {
				n++
			}
			span := p.at(c.A(), p.pieces[k+n-1].B())
			switch {
			case k == 0 || k+n == len(p.pieces) || p.onlyTail(k+n): // the rule above the notes, or round "THE END"
				p.dropMark(span)
			case p.Layout.Apart:
				for _, s := range p.pieces[k : k+n] {
					out = append(out, p.bare(s))
				}
			default:
				out = append(out, &book.SceneBreak{Mark: p.rows[c.A()].Text, Span: span})
				if n > 1 {
					p.dropMark(p.at(c.A()+1, p.pieces[k+n-1].B()))
				}
			}
		case pieceKept:
			m := p.closingAt(k)
			switch {
			case m > 0 && k+m <= end:
				n = m
				out = append(out, p.closing(k, k+n))
			case p.isMailHead(c.A(), c.B()):
				out = append(out, &book.Letter{Opening: p.lines(c.A(), c.B()), Span: p.at(c.A(), c.B())})
			case p.isSign(c.A(), c.B()) && !p.besideStanza(k):
				n = p.signEnd(k, end) - k
				out = append(out, p.inscription(c.A(), p.pieces[k+n-1].B()))
			default:
				for k+n < end && p.nextStanza(k+n) {
					n++
				}
				out = append(out, p.verse(p.pieces[k:k+n]))
			}
		case pieceSetOff:
			for k+n < end && p.pieces[k+n].Kind == pieceSetOff {
				n++
			}
			out = p.addSetOff(out, p.pieces[k:k+n], inside)
		case pieceEnd: // its ornaments are no marks of emphasis
			out = append(out, p.bare(c))
		case pieceCapitals:
			n = p.signEnd(k, end) - k
			out = append(out, p.inscription(c.A(), p.pieces[k+n-1].B()))
		case piecePicture:
			out = p.addFigure(out, c)
		case pieceNote:
			out = append(out, p.note(c))
		case pieceQuoted:
			out = append(out, p.quotedMail(c))
		case pieceAsIs:
			out = append(out, p.asIs(c))
		case pieceDrawing:
			out = append(out, p.preformatted(c))
		case pieceUnderline:
			out = append(out, &book.Subheading{Level: 1, Inlines: p.lineInlines(c.A()), Span: p.at(c.A(), c.A()+1)})
		default:
			if m := p.closingAt(k); m == 2 && k+m <= end { // the name stands below
				n = m
				out = append(out, p.closing(k, k+n))
				break
			}
			out = append(out, p.paragraph(c.A(), c.B()))
		}
		k += n
	}
	return out
}

// onlyTail reports whether nothing but notes, or the words that end a story,
// follows from piece k on.
func (p *sectionText) onlyTail(k int) bool {
	const most = 400 // pieces looked at
	if len(p.pieces)-k > most {
		return false
	}
	for _, c := range p.pieces[k:] {
		if c.Kind != pieceNote && c.Kind != pieceEnd && c.Kind != pieceMark {
			return false
		}
	}
	return true
}

// nextStanza reports whether piece k is the next stanza of the poem before it.
func (p *sectionText) nextStanza(k int) bool {
	c := p.pieces[k]
	return c.Kind == pieceKept && p.rows[c.A()].Gap() <= max(1, p.Layout.Gap) && !p.gapBreaks(k) && p.closingAt(k) == 0 && (!p.isSign(c.A(), c.B()) || p.besideStanza(k))
}

// gapBreaks reports whether the gap before piece k marks a scene break: it stands
// between two paragraphs, not round something that is set apart.
func (p *sectionText) gapBreaks(k int) bool {
	l := &p.Layout
	if k < 2 || l.BreakGap == 0 || p.rows[p.pieces[k].A()].Gap() < l.BreakGap {
		return false
	}
	c := p.pieces[k]
	if p.pieces[k-1].Kind != pieceProse || c.Kind != pieceProse {
		return false
	}
	x, y := &p.rows[c.A()-1], &p.rows[c.A()]
	switch c := x.Text[len(x.Text)-1]; {
	case c == '-' || c == ':' || x.Tail == passage.EndsColon: // "It ran in this way--"
		return false
	case says.Bullet(p.rows[p.pieces[k-1].A()].Text) != 0 || desk.InCapitals(x.Text) || says.TakesLeave(x.Text):
		return false
	case k < 4 && p.isSynopsis(p.pieces[k-1]):
		return false
	}
	if k+1 == len(p.pieces) && y.Head == passage.StartsDigit {
		return false // a note at the end
	}
	return l.Prose(x.Line) && l.Prose(y.Line) && says.Bullet(y.Text) == 0 && !says.Greets(y.Text) && !desk.InCapitals(y.Text)
}

// isSynopsis reports whether a piece tells a chapter's contents before it begins:
// "The lamp is lit.--A cart goes by.--The cat is lost."
func (p *sectionText) isSynopsis(c desk.Piece) bool {
	points := 0
	for i := c.A(); i < c.B(); i++ {
		t := p.rows[i].Text
		for _, sign := range [...]string{".--", ".—", ". — ", ". -- ", ". - ", ";--", ".–", ". – "} {
			points += strings.Count(t, sign)
		}
	}
	return points > 1 && points > c.B()-c.A()-1
}

// settle looks at pieces beside each other. A line of points inside a poem says
// that lines are left out, and is no scene break.
func (p *sectionText) settle() {
	p.runOn()
	lines := func(k int) bool {
		return k >= 0 && k < len(p.pieces) && (p.pieces[k].Kind == pieceKept || p.pieces[k].Kind == pieceSetOff)
	}
	for k := range p.pieces {
		if c := &p.pieces[k]; c.Kind == pieceMark && p.rows[c.A()].Text[0] == '.' && lines(k-1) && lines(k+1) {
			c.Kind = pieceKept
		}
	}
	// A single line of a quotation is indented like the paragraphs beside it.
	single := func(k, beside int) {
		c := &p.pieces[k]
		if c.Kind != pieceProse || c.B()-c.A() != 1 || p.pieces[beside].Kind != pieceSetOff {
			return
		}
		if in := p.rows[c.A()].Indent(); in >= p.Layout.Margin+2 && char.Abs(in-p.rows[p.pieces[beside].B()-1].Indent()) <= 4 {
			c.Kind = pieceSetOff
		}
	}
	for k := 1; k < len(p.pieces); k++ {
		single(k, k-1)
	}
	for k := len(p.pieces) - 2; k >= 0; k-- {
		single(k, k+1)
	}
}

// dropMark leaves a mark at a section's edge out of the book; what letters it has
// are set aside.
func (p *sectionText) dropMark(at source.Span) {
	if n, _ := passage.Letters(at.Raw()); n > 0 {
		p.Book.SetAside = append(p.Book.SetAside, book.SetAside{Reason: desk.EdgeMark, Span: at})
	}
}
