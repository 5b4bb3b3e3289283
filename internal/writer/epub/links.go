package epub

import (
	"storybind/internal/book"
	"storybind/internal/xhtml"
)

// places finds on which pages notes and the marks that lead to them stand.
func (e *edition) places() {
	e.notes, e.refs = map[string]string{}, map[string]string{}
	for i := range e.pages {
		p := &e.pages[i]
		if p.Section == nil {
			continue
		}
		first := func(in map[string]string, id string) {
			if _, ok := in[id]; !ok && xhtml.IsName(id) {
				in[id] = p.file()
			}
		}
		w := walk{
			note: func(n *book.Note) { first(e.notes, n.ID) },
			ref:  func(n book.NoteRef) { first(e.refs, n.ID) },
		}
		if p.First {
			w.inlines(p.Section.Title)
			w.inlines(p.Section.Subtitle)
		}
		w.blocks(p.Blocks)
	}
}

// links tells package xhtml where everything stands; all pages are in one folder.
func (e *edition) links() xhtml.Links {
	at := func(page, id string) string {
		if page == "" {
			return ""
		}
		return page + "#" + id
	}
	return xhtml.Links{
		Note: func(id string) string { return at(e.notes[id], id) },
		Ref: func(id string) string {
			if e.notes[id] == "" {
				return ""
			}
			return at(e.refs[id], xhtml.RefID(id))
		},
		Image: func(img *book.Image) string {
			if file := e.imageOf[img]; file != "" {
				return "../" + imageFolder + file
			}
			return ""
		},
		List: func() []xhtml.Entry { return without(textFolder, e.contents) },
	}
}

// without makes the addresses of entries relative to a folder.
func without(folder string, es []xhtml.Entry) []xhtml.Entry {
	out := make([]xhtml.Entry, len(es))
	for i, en := range es {
		en.Href, en.Entries = en.Href[len(folder):], without(folder, en.Entries)
		out[i] = en
	}
	return out
}

// A walk visits what is inside blocks, in reading order.
type walk struct {
	note   func(*book.Note)
	ref    func(book.NoteRef)
	figure func(*book.Figure)
}

func (w walk) blocks(bs []book.Block) {
	for _, b := range bs {
		switch b := b.(type) {
		case *book.Paragraph:
			w.inlines(b.Inlines)
		case *book.Subheading:
			w.inlines(b.Inlines)
		case *book.Verse:
			for _, st := range b.Stanzas {
				for _, l := range st {
					w.inlines(l.Inlines)
				}
			}
		case *book.Quote:
			w.blocks(b.Blocks)
			w.inlines(b.Source)
		case *book.Letter:
			w.lines(b.Opening)
			w.blocks(b.Blocks)
			w.lines(b.Closing)
		case *book.Log:
			for _, en := range b.Entries {
				w.inlines(en.Speaker)
				w.inlines(en.Inlines)
			}
		case *book.Inscription:
			w.lines(b.Lines)
		case *book.Figure:
			if w.figure != nil {
				w.figure(b)
			}
			w.inlines(b.Caption)
		case *book.Note:
			if w.note != nil {
				w.note(b)
			}
			w.blocks(b.Blocks)
		case *book.Byline:
			w.inlines(b.Inlines)
		}
	}
}

func (w walk) lines(ls []book.Line) {
	for _, l := range ls {
		w.inlines(l)
	}
}

func (w walk) inlines(ins []book.Inline) {
	if w.ref == nil {
		return
	}
	for _, in := range ins {
		switch in := in.(type) {
		case book.NoteRef:
			w.ref(in)
		case book.Emphasis:
			w.inlines(in.Inlines)
		case book.Strong:
			w.inlines(in.Inlines)
		case book.Struck:
			w.inlines(in.Inlines)
		case book.SmallCaps:
			w.inlines(in.Inlines)
		case book.Link:
			w.inlines(in.Inlines)
		}
	}
}
