package parse

import (
	"storybind/internal/book"

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
func (p *sectionText) asIs(c piece) book.Block {
	gaps := 0
	for i := c.a; i < c.b; i++ {
		if p.rows[i].Marks&passage.HasGaps != 0 {
			gaps++
		}
	}
	if gaps > 1 || p.isDrawing(c.a, c.b) || p.isMap(c.a, c.b) {
		return p.preformatted(c)
	}
	var stanzas []piece
	from := c.a
	for i := c.a + 1; i <= c.b; i++ {
		if i == c.b || p.rows[i].n > p.rows[i-1].n+1 {
			stanzas = append(stanzas, piece{pieceAsIs, from, i})
			from = i
		}
	}
	return p.verse(stanzas)
}
