package desk

import "storybind/internal/parse/passage"

// A Row is a line that has text, with the blank lines before it (in a
// double-spaced story one less than there are).
type Row struct {
	*passage.Line
	n, gap int32
}

// RowOf is the row of line n, with so many blank lines before it.
func RowOf(l *passage.Line, n, gap int) Row { return Row{l, int32(n), int32(gap)} }

// N is the line's number.
func (r *Row) N() int { return int(r.n) }

// Gap is the number of blank lines before the row.
func (r *Row) Gap() int { return int(r.gap) }

// A Piece is one or more rows that make one thing.
type Piece struct {
	Kind PieceKind
	a, b int32
}

// PieceOf is a piece of rows [a, b).
func PieceOf(kind PieceKind, a, b int) Piece { return Piece{kind, int32(a), int32(b)} }

// A is the piece's first row.
func (p *Piece) A() int { return int(p.a) }

// B is the row behind its last.
func (p *Piece) B() int { return int(p.b) }

// A PieceKind is what a piece of a section's text is.
type PieceKind uint8
