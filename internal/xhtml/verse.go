package xhtml

import "storybind/internal/book"

// verse writes stanzas as paragraphs. A line is a span that the stylesheet makes
// a block, so that a long line turns over with a hanging indent; br ends it where
// there is no stylesheet.
func (r *Renderer) verse(v *book.Verse) {
	r.raw(`<blockquote class="verse">` + "\n")
	for _, stanza := range v.Stanzas {
		r.raw("<p>")
		for i, l := range stanza {
			if i > 0 {
				r.raw("<br/>\n")
			}
			r.raw(indents[min(max(l.Indent, 0), len(indents)-1)])
			r.inlines(l.Inlines)
			r.raw("</span>")
		}
		r.raw("</p>\n")
	}
	r.raw("</blockquote>\n")
}

// indents are the start tags of lines by their steps of indentation.
var indents = [...]string{
	"<span>", `<span class="i1">`, `<span class="i2">`, `<span class="i3">`, `<span class="i4">`, `<span class="i5">`,
}
