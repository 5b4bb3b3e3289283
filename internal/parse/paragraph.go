package parse

import (
	"strings"

	"storybind/internal/book"
)

// blocks reads lines [from, to), which hold no heading of a section, into blocks.
func (r *reading) blocks(from, to int) []book.Block {
	var out []book.Block
	for n := from; n < to; n++ {
		first := n
		for n < to && !r.lines[n].blank() {
			n++
		}
		if n > first {
			sp := r.span(first, n)
			out = append(out, &book.Paragraph{Inlines: []book.Inline{book.Text{Value: strings.Join(strings.Fields(sp.Raw()), " ")}}, Span: sp})
		}
	}
	return out
}
