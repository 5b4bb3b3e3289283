package xhtml

import (
	"fmt"

	"storybind/internal/book"
)

// blocks writes blocks of a section whose level is given.
func (r *Renderer) blocks(bs []book.Block, level int) {
	var before book.Block
	for _, b := range bs {
		switch b := b.(type) {
		case *book.Paragraph:
			if r.staged(b.Inlines) {
				break
			}
			r.paragraph(b.Inlines, before)
			r.inlines(b.Inlines)
			r.raw("</p>\n")
		case *book.Subheading:
			h := heading(level + max(b.Level, 1))
			r.raw("<" + h + ` class="subheading">`)
			r.inlines(b.Inlines)
			r.raw("</" + h + ">\n")
		case *book.SceneBreak:
			r.sceneBreak()
		case *book.Verse:
			r.verse(b)
		case *book.Quote:
			r.quote(b, level)
		case *book.Letter:
			r.letter(b, level)
		case *book.Log:
			r.log(b)
		case *book.Inscription:
			r.inscription(b)
		case *book.Figure:
			r.figure(b)
		case *book.Preformatted:
			r.preformatted(b)
		case *book.Note:
			r.note(b, level)
		case *book.Byline:
			r.raw(`<p class="byline">`)
			r.inlines(b.Inlines)
			r.raw("</p>\n")
		case *book.FieldList:
			r.fields(b)
		case *book.ContentsList:
			if r.Links.List != nil {
				r.buf = AppendList(r.buf, r.Links.List())
			}
		default:
			// A kind that this package does not know is a mistake of ours, not of the story.
			panic(fmt.Sprintf("xhtml: no markup for %T", b))
		}
		before = b
	}
}

// lines writes lines that are kept, as one paragraph.
func (r *Renderer) lines(class string, ls []book.Line) {
	if len(ls) == 0 {
		return
	}
	r.raw(`<p class="` + class + `">`)
	for i, l := range ls {
		if i > 0 {
			r.raw("<br/>\n")
		}
		r.inlines(l)
	}
	r.raw("</p>\n")
}
