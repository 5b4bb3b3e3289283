package build

import (
	"storybind/internal/book"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/passage"
)

// Lines that a person wants as they stand.

// keptEnd is the row behind the kept rows that begin with row i; blank lines
// among them are kept too.
func (p *sectionText) keptEnd(i int) int {
	for i < len(p.rows) && p.rows[i].Marks&passage.IsKept != 0 {
		i++
	}
	return i
}

// asIs keeps the lines of piece c: with their blanks when they are a drawing or a
// table, else as verse is set, which keeps lines and indents.
func (p *sectionText) asIs(c desk.Piece) book.Block {
	gaps := 0
	for i := c.A(); i < c.B(); i++ {
		if p.rows[i].Marks&passage.HasGaps != 0 {
			gaps++
		}
	}
	if gaps > 1 || p.isDrawing(c.A(), c.B()) || p.isMap(c.A(), c.B()) {
		return p.preformatted(c)
	}
	var stanzas []desk.Piece
	from := c.A()
	for i := c.A() + 1; i <= c.B(); i++ {
		if i == c.B() || p.rows[i].N() > p.rows[i-1].N()+1 {
			stanzas = append(stanzas, desk.PieceOf(pieceAsIs, from, i))
			from = i
		}
	}
	return p.verse(stanzas)
}
