package parse

import (
	"strings"

	"storybind/internal/book"
	"storybind/internal/parse/passage"
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
	out := make([]book.Block, 0, end-k)
	for k < end {
		c := p.pieces[k]
		if p.gapBreaks(k) {
			at := p.rows[c.a].Start
			out = append(out, &book.SceneBreak{Span: p.src.Span(at, at)})
		}
		if !inside && c.kind != pieceAsIs {
			if greeting, closing, after, ok := p.letterEnd(k); ok {
				out = append(out, p.letter(k, greeting, closing, after))
				k = after
				continue
			}
		}
		if q, after, ok := p.epigraph(k); c.kind != pieceAsIs && ok && after <= end {
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
		if c.b-c.a == 1 && c.kind != pieceAsIs && p.creditTo(out, c.a) {
			k++
			continue
		}
		switch c.kind {
		case pieceMark:
			for k+n < end && p.pieces[k+n].kind == pieceMark {
				n++
			}
			span := p.at(c.a, p.pieces[k+n-1].b)
			switch {
			case k == 0 || k+n == len(p.pieces) || p.onlyTail(k+n): // the rule above the notes, or round "THE END"
				p.dropMark(span)
			case p.layout.apart:
				for _, s := range p.pieces[k : k+n] {
					out = append(out, p.bare(s))
				}
			default:
				out = append(out, &book.SceneBreak{Mark: p.rows[c.a].Text, Span: span})
				if n > 1 {
					p.dropMark(p.at(c.a+1, p.pieces[k+n-1].b))
				}
			}
		case pieceKept:
			m := p.closingAt(k)
			switch {
			case m > 0 && k+m <= end:
				n = m
				out = append(out, p.closing(k, k+n))
			case p.isMailHead(c.a, c.b):
				out = append(out, &book.Letter{Opening: p.lines(c.a, c.b), Span: p.at(c.a, c.b)})
			case p.isSign(c.a, c.b) && !p.besideStanza(k):
				n = p.signEnd(k, end) - k
				out = append(out, p.inscription(c.a, p.pieces[k+n-1].b))
			default:
				for k+n < end && p.nextStanza(k+n) {
					n++
				}
				out = append(out, p.verse(p.pieces[k:k+n]))
			}
		case pieceSetOff:
			for k+n < end && p.pieces[k+n].kind == pieceSetOff {
				n++
			}
			out = p.addSetOff(out, p.pieces[k:k+n], inside)
		case pieceEnd: // its ornaments are no marks of emphasis
			out = append(out, p.bare(c))
		case pieceCapitals:
			n = p.signEnd(k, end) - k
			out = append(out, p.inscription(c.a, p.pieces[k+n-1].b))
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
			out = append(out, &book.Subheading{Level: 1, Inlines: p.lineInlines(c.a), Span: p.at(c.a, c.a+1)})
		default:
			if m := p.closingAt(k); m == 2 && k+m <= end { // the name stands below
				n = m
				out = append(out, p.closing(k, k+n))
				break
			}
			out = append(out, p.paragraph(c.a, c.b))
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
		if c.kind != pieceNote && c.kind != pieceEnd && c.kind != pieceMark {
			return false
		}
	}
	return true
}

// nextStanza reports whether piece k is the next stanza of the poem before it.
func (p *sectionText) nextStanza(k int) bool {
	c := p.pieces[k]
	return c.kind == pieceKept && p.rows[c.a].gap <= max(1, p.layout.gap) && !p.gapBreaks(k) && p.closingAt(k) == 0 && (!p.isSign(c.a, c.b) || p.besideStanza(k))
}

// gapBreaks reports whether the gap before piece k marks a scene break: it stands
// between two paragraphs, not round something that is set apart.
func (p *sectionText) gapBreaks(k int) bool {
	l := &p.layout
	if k < 2 || l.breakGap == 0 || p.rows[p.pieces[k].a].gap < l.breakGap {
		return false
	}
	c := p.pieces[k]
	if p.pieces[k-1].kind != pieceProse || c.kind != pieceProse {
		return false
	}
	x, y := &p.rows[c.a-1], &p.rows[c.a]
	switch c := x.Text[len(x.Text)-1]; {
	case c == '-' || c == ':' || x.Tail == passage.EndsColon: // "It ran in this way--"
		return false
	case bullet(p.rows[p.pieces[k-1].a].Text) != 0 || inCapitals(x.Text) || takesLeave(x.Text):
		return false
	case k < 4 && p.isSynopsis(p.pieces[k-1]):
		return false
	}
	if k+1 == len(p.pieces) && y.Head == passage.StartsDigit {
		return false // a note at the end
	}
	return l.prose(x.Line) && l.prose(y.Line) && bullet(y.Text) == 0 && !greets(y.Text) && !inCapitals(y.Text)
}

// isSynopsis reports whether a piece tells a chapter's contents before it begins:
// "The lamp is lit.--A cart goes by.--The cat is lost."
func (p *sectionText) isSynopsis(c piece) bool {
	points := 0
	for i := c.a; i < c.b; i++ {
		t := p.rows[i].Text
		for _, sign := range [...]string{".--", ".—", ". — ", ". -- ", ". - ", ";--", ".–", ". – "} {
			points += strings.Count(t, sign)
		}
	}
	return points > 1 && points > c.b-c.a-1
}

// settle looks at pieces beside each other. A line of points inside a poem says
// that lines are left out, and is no scene break.
func (p *sectionText) settle() {
	p.runOn()
	lines := func(k int) bool {
		return k >= 0 && k < len(p.pieces) && (p.pieces[k].kind == pieceKept || p.pieces[k].kind == pieceSetOff)
	}
	for k := range p.pieces {
		if c := &p.pieces[k]; c.kind == pieceMark && p.rows[c.a].Text[0] == '.' && lines(k-1) && lines(k+1) {
			c.kind = pieceKept
		}
	}
	// A single line of a quotation is indented like the paragraphs beside it.
	single := func(k, beside int) {
		c := &p.pieces[k]
		if c.kind != pieceProse || c.b-c.a != 1 || p.pieces[beside].kind != pieceSetOff {
			return
		}
		if in := p.rows[c.a].Indent; in >= p.layout.margin+2 && abs(in-p.rows[p.pieces[beside].b-1].Indent) <= 4 {
			c.kind = pieceSetOff
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
		p.book.SetAside = append(p.book.SetAside, book.SetAside{Reason: edgeMark, Span: at})
	}
}
