package xhtml

import "storybind/internal/book"

// quote writes a set-off quotation, its source last.
func (r *Renderer) quote(q *book.Quote, level int) {
	r.raw("<blockquote>\n")
	r.blocks(q.Blocks, level)
	if len(q.Source) > 0 {
		r.raw(`<p class="source">`)
		r.slanted("cite", q.Source)
		r.raw("</p>\n")
	}
	r.raw("</blockquote>\n")
}
