package xhtml

import (
	"unicode/utf8"

	"storybind/internal/book"
)

// ruby writes a text with its reading (HTML, section 4.5.10). Readers that know no
// ruby show the reading in brackets behind the text.
func (r *Renderer) ruby(in book.Ruby) {
	open, end := "(", ")"
	if c, _ := utf8.DecodeRuneInString(in.Base); c >= 0x2E80 { // from the CJK radicals on
		open, end = "（", "）"
	}
	r.raw("<ruby>")
	r.prose(in.Base)
	r.raw("<rp>" + open + "</rp><rt>")
	r.prose(in.Reading)
	r.raw("</rt><rp>" + end + "</rp></ruby>")
}
