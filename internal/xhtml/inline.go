package xhtml

import "storybind/internal/book"

// inlines writes pieces of a line.
func (r *Renderer) inlines(ins []book.Inline) {
	for _, in := range ins {
		switch in := in.(type) {
		case book.Text:
			r.prose(in.Value)
		case book.Emphasis:
			r.slanted("em", in.Inlines)
		case book.Strong:
			r.bold++
			r.use()
			r.raw("<strong>")
			r.inlines(in.Inlines)
			r.raw("</strong>")
			r.bold--
		case book.Struck:
			r.raw("<s>")
			r.inlines(in.Inlines)
			r.raw("</s>")
		case book.Ruby:
			r.ruby(in)
		case book.SmallCaps:
			r.raw(`<span class="small-caps">`)
			r.inlines(in.Inlines)
			r.raw("</span>")
		case book.Code:
			r.raw("<code>")
			r.text(in.Value)
			r.raw("</code>")
		case book.Link:
			r.link(in)
		case book.NoteRef:
			r.noteRef(in)
		case book.LineBreak:
			r.raw("<br/>\n")
		}
	}
}

// slanted writes an element whose text is set in italics; inside another such
// element it is upright again.
func (r *Renderer) slanted(element string, ins []book.Inline) {
	r.italic++
	r.use()
	r.raw("<" + element + ">")
	r.inlines(ins)
	r.raw("</" + element + ">")
	r.italic--
}

// use notes the style that the open elements ask for together.
func (r *Renderer) use() {
	switch italic := r.italic%2 == 1; {
	case italic && r.bold > 0:
		r.Used |= BoldItalic
	case italic:
		r.Used |= Italic
	case r.bold > 0:
		r.Used |= Bold
	}
}

// Line is the inlines' text on one line, white space folded, without note marks.
func Line(ins []book.Inline) string { return book.Named(ins) }
