package parse

import "storybind/internal/book"

// inlinesOf reads one stretch of running text, white space already folded, into
// inlines.
func (r *reading) inlinesOf(text string) []book.Inline {
	return []book.Inline{book.Text{Value: text}}
}
