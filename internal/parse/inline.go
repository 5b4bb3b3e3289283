package parse

import "storybind/internal/book"

// inlinesOf reads one stretch of running text, white space already folded, into
// inlines.
func (r *reading) inlinesOf(text string) []book.Inline {
	return []book.Inline{book.Text{Value: text}}
}

// inlines reads the text of rows [a, b), which holds no marks unless marked.
func (p *passage) inlines(text string, marked bool, a, b int) []book.Inline {
	if !marked {
		return []book.Inline{book.Text{Value: text}}
	}
	return p.inlinesOf(text)
}
