package xhtml

import (
	"strings"

	"storybind/internal/book"
)

// RefID is the id that the first NoteRef of a note is given.
func RefID(noteID string) string { return "ref-" + noteID }

// noteRef writes the mark that leads to a note; without such a note only the mark.
func (r *Renderer) noteRef(n book.NoteRef) {
	href := ""
	if r.Links.Note != nil {
		href = r.Links.Note(n.ID)
	}
	if href == "" {
		r.raw("<sup")
		r.star(n.Mark)
		r.raw(">")
		r.text(n.Mark)
		r.raw("</sup>")
		return
	}
	r.raw("<a")
	r.id(RefID(n.ID))
	r.attr("href", href)
	r.raw(` epub:type="noteref" role="doc-noteref"`)
	r.star(n.Mark)
	r.raw(">")
	r.text(n.Mark)
	r.raw("</a>")
}

// star marks a mark of asterisks: their glyph is small and stands high by itself,
// so that the stylesheet does not make it smaller and raise it again.
func (r *Renderer) star(mark string) {
	if mark != "" && strings.Trim(mark, "*") == "" {
		r.raw(` class="star"`)
	}
}

// note writes a note. Its mark leads back to the text. A note that no mark leads
// to is no footnote to a reading system: some hide footnotes from the page and
// show them only when their mark is touched, and its words would be lost.
func (r *Renderer) note(n *book.Note, level int) {
	back := ""
	if r.Links.Ref != nil {
		back = r.Links.Ref(n.ID)
	}
	if back == "" {
		r.raw(`<div class="note"`)
		r.id(n.ID)
		r.raw(">\n")
	} else {
		r.raw(`<aside class="note"`)
		r.id(n.ID)
		r.raw(` epub:type="footnote" role="doc-footnote">` + "\n")
	}
	rest := n.Blocks
	r.raw("<p>")
	r.mark(n.Mark, back)
	if len(rest) > 0 {
		if p, ok := rest[0].(*book.Paragraph); ok {
			r.raw(" ")
			r.inlines(p.Inlines)
			rest = rest[1:]
		}
	}
	r.raw("</p>\n")
	r.blocks(rest, level)
	if back == "" {
		r.raw("</div>\n")
	} else {
		r.raw("</aside>\n")
	}
}

func (r *Renderer) mark(mark, back string) {
	if back == "" {
		r.raw(`<span class="mark">`)
		r.text(mark)
		r.raw("</span>")
		return
	}
	r.raw(`<a class="mark"`)
	r.attr("href", back)
	r.raw(` role="doc-backlink">`)
	r.text(mark)
	r.raw("</a>")
}
