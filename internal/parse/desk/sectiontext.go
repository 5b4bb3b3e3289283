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

// ideographic reports whether a character belongs to a script that sets no blanks
// between words.
func ideographic(c rune) bool {
	return c >= 0x2E80 && c < 0xA4D0 || c >= 0xF900 && c < 0xFB00 || c >= 0xFE30 && c < 0xFE50 || c >= 0xFF00 && c < 0xFFE0 || c >= 0x20000 && c < 0x33480
}
