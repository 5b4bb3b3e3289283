package desk

import "storybind/internal/parse/passage"

// A Row is a line that has text, with the blank lines before it (in a
// double-spaced story one less than there are).
type Row struct {
	*passage.Line
	N   int // the line's number
	Gap int
}

// A Piece is one or more rows that make one thing.
type Piece struct {
	Kind PieceKind
	A, B int // rows [a, b)
}

// A PieceKind is what a piece of a section's text is.
type PieceKind uint8
