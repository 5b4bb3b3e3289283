package xhtml

import "storybind/internal/book"

// ruby writes a text with its reading (HTML, section 4.5.10), without the brackets for
// readers that know no ruby: EPUBCheck calls them a discouraged construct (HTM-055).
func (r *Renderer) ruby(in book.Ruby) {
	r.raw("<ruby>")
	r.prose(in.Base)
	r.raw("<rt>")
	r.prose(in.Reading)
	r.raw("</rt></ruby>")
}
