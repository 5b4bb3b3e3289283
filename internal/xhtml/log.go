package xhtml

import "storybind/internal/book"

// log writes one paragraph an entry.
func (r *Renderer) log(l *book.Log) {
	r.raw(`<div class="log">` + "\n")
	for _, e := range l.Entries {
		r.raw("<p>")
		if len(e.Speaker) > 0 {
			r.raw(`<span class="speaker">`)
			r.inlines(e.Speaker)
			r.raw("</span> ")
		}
		r.inlines(e.Inlines)
		r.raw("</p>\n")
	}
	r.raw("</div>\n")
}
