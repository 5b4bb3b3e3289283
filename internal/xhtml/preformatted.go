package xhtml

import "storybind/internal/book"

// preformatted writes lines whose spaces count.
func (r *Renderer) preformatted(p *book.Preformatted) {
	r.raw("<pre>")
	for i, l := range p.Lines {
		// The first newline after <pre> is dropped by HTML parsers; XML keeps it, so none is written there.
		if i > 0 {
			r.raw("\n")
		}
		r.text(l)
	}
	r.raw("</pre>\n")
}
