package xhtml

import (
	"unicode"

	"storybind/internal/book"
)

// paragraph opens a paragraph. One whose first letter is of a script that runs
// the other way than the book says so (Unicode Annex 9, rules P2 and P3);
// otherwise its full stop would stand at the wrong end.
func (r *Renderer) paragraph(ins []book.Inline) {
	rtl, known := runsLeft(ins)
	switch {
	case !known || rtl == r.RightToLeft:
		r.raw("<p>")
	case rtl:
		r.raw(`<p dir="rtl">`)
	default:
		r.raw(`<p dir="ltr">`)
	}
}

// runsLeft reports whether the first letter is of a script written from right to
// left; known is false when there is no letter.
func runsLeft(ins []book.Inline) (rtl, known bool) {
	for _, in := range ins {
		switch in := in.(type) {
		case book.Text:
			for _, c := range in.Value {
				if c < 0x590 {
					if c|0x20 >= 'a' && c|0x20 <= 'z' || c >= 0xC0 && unicode.IsLetter(c) {
						return false, true
					}
				} else if unicode.IsLetter(c) {
					return c < 0x900 || c >= 0xFB1D && c < 0xFE00 || c >= 0xFE70 && c < 0xFF00 || c >= 0x10800 && c < 0x11000 || c >= 0x1E800 && c < 0x1F000, true
				}
			}
		case book.Emphasis:
			rtl, known = runsLeft(in.Inlines)
		case book.Strong:
			rtl, known = runsLeft(in.Inlines)
		case book.SmallCaps:
			rtl, known = runsLeft(in.Inlines)
		case book.Link:
			rtl, known = runsLeft(in.Inlines)
		}
		if known {
			return rtl, true
		}
	}
	return false, false
}
