package xhtml

import "storybind/internal/book"

// ruby writes a text with its reading (HTML, section 4.5.10). Readers that know no
// ruby show the reading in brackets behind the text.
func (r *Renderer) ruby(in book.Ruby) {
	open, end := "(", ")"
	for _, c := range in.Base {
		if c >= 0x2E80 {
			open, end = "（", "）"
		}
		break
	}
	r.raw("<ruby>")
	r.prose(in.Base)
	r.raw("<rp>" + open + "</rp><rt>")
	r.prose(in.Reading)
	r.raw("</rt><rp>" + end + "</rp></ruby>")
}
