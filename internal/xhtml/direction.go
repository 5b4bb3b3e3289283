package xhtml

import (
	"unicode"
	"unicode/utf8"

	"storybind/internal/book"
)

// paragraph opens a paragraph. One whose first letter is of a script that runs
// the other way than the book says so (Unicode Annex 9, rules P2 and P3);
// otherwise its full stop would stand at the wrong end. One that goes on with the
// paragraph before a set-off block is not indented.
func (r *Renderer) paragraph(ins []book.Inline, before book.Block) {
	rtl, known := runsLeft(ins)
	r.raw("<p")
	if goesOn(ins, before) {
		r.raw(` class="resumed"`)
	}
	switch {
	case !known || rtl == r.RightToLeft:
	case rtl:
		r.raw(` dir="rtl"`)
	default:
		r.raw(` dir="ltr"`)
	}
	r.raw(">")
}

// goesOn reports whether a paragraph behind verse, a letter or the like begins
// with a small letter.
func goesOn(ins []book.Inline, before book.Block) bool {
	switch before.(type) {
	case *book.Verse, *book.Quote, *book.Letter, *book.Log, *book.Preformatted, *book.Inscription:
	default:
		return false
	}
	for len(ins) > 0 {
		switch in := ins[0].(type) {
		case book.Text:
			first, _ := utf8.DecodeRuneInString(in.Value)
			return unicode.IsLower(first)
		case book.Emphasis:
			ins = in.Inlines
		case book.Strong:
			ins = in.Inlines
		default:
			return false
		}
	}
	return false
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
		case book.Struck:
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
