package parse

import (
	"storybind/internal/book"
	"storybind/internal/source"
)

// assemble makes blocks of the pieces: stanzas become one poem, entries one log,
// a salutation and a closing one letter, larger gaps scene breaks.
func (p *passage) assemble() []book.Block {
	out := make([]book.Block, 0, len(p.pieces))
	for k := 0; k < len(p.pieces); {
		c := p.pieces[k]
		if p.gapBreaks(k) {
			out = append(out, &book.SceneBreak{Span: p.src.Span(p.rows[c.a].start, p.rows[c.a].start)})
		}
		n := 1
		switch c.kind {
		case pieceMark:
			for k+n < len(p.pieces) && p.pieces[k+n].kind == pieceMark {
				n++
			}
			span := p.at(c.a, p.pieces[k+n-1].b)
			switch {
			case k == 0 || k+n == len(p.pieces):
				p.dropMark(span)
			default:
				out = append(out, &book.SceneBreak{Mark: p.rows[c.a].text, Span: span})
			}
		case pieceKept:
			if p.isSign(c.a, c.b) {
				out = append(out, p.inscription(c.a, c.b))
				break
			}
			for k+n < len(p.pieces) && p.pieces[k+n].kind == pieceKept && p.rows[p.pieces[k+n].a].gap <= max(1, p.layout.gap) && !p.isSign(p.pieces[k+n].a, p.pieces[k+n].b) {
				n++
			}
			out = append(out, p.verse(p.pieces[k:k+n]))
		case pieceSetOff:
			for k+n < len(p.pieces) && p.pieces[k+n].kind == pieceSetOff {
				n++
			}
			q := &book.Quote{Span: p.at(c.a, p.pieces[k+n-1].b)}
			for _, s := range p.pieces[k : k+n] {
				q.Blocks = append(q.Blocks, p.paragraph(s.a, s.b))
			}
			out = append(out, q)
		case pieceEnd: // its ornaments are no marks of emphasis
			out = append(out, &book.Inscription{Lines: []book.Line{{book.Text{Value: p.rows[c.a].folded()}}}, Span: p.at(c.a, c.b)})
		case pieceCapitals:
			out = append(out, p.inscription(c.a, c.b))
		default:
			out = append(out, p.paragraph(c.a, c.b))
		}
		k += n
	}
	return out
}

// gapBreaks reports whether the gap before piece k marks a scene break.
func (p *passage) gapBreaks(k int) bool {
	if k == 0 || p.layout.breakGap == 0 || p.rows[p.pieces[k].a].gap < p.layout.breakGap {
		return false
	}
	before, after := p.pieces[k-1].kind, p.pieces[k].kind
	if p.layout.gap > 0 {
		return before != pieceMark && after != pieceMark && after != pieceEnd
	}
	return before == pieceProse && after == pieceProse
}

// dropMark leaves a mark at a section's edge out of the book; what letters it has
// are set aside.
func (p *passage) dropMark(at source.Span) {
	if n, _ := letters(at.Raw()); n > 0 {
		p.book.SetAside = append(p.book.SetAside, book.SetAside{Reason: "rule", Span: at})
	}
}
