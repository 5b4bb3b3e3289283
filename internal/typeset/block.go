package typeset

import "storybind/internal/book"

// blocks sets a stretch of a section's blocks inside a frame. before is the block
// in front of the stretch, nil at the section's start.
func (s *setter) blocks(bs []book.Block, before book.Block, f frame) {
	for _, b := range bs {
		outer := s.block // a line names the innermost block that it is part of
		s.block = b
		s.one(b, before, f)
		s.block = outer
		if n, ok := b.(*book.Note); !ok || !s.foot[n.ID] {
			before = b
		}
	}
}

func (s *setter) one(b, before book.Block, f frame) {
	switch b := b.(type) {
	case *book.Paragraph:
		s.prose(b, before, f)
	case *book.Subheading:
		s.opens = false
		s.subheading(b, f)
	case *book.SceneBreak:
		s.opens = false
		s.sceneBreak(b)
	case *book.Verse:
		s.verse(b, f, before == nil)
	case *book.Quote:
		s.quote(b, f)
	case *book.Letter:
		s.letter(b, f)
	case *book.Log:
		s.log(b, f)
	case *book.Inscription:
		s.inscription(b, f)
	case *book.Figure:
		s.figure(b, f)
	case *book.Preformatted:
		s.preformatted(b, f)
	case *book.Note:
		s.note(b, f)
	case *book.Byline:
		s.byline(b, f)
	case *book.FieldList:
		s.fieldList(b, f)
	case *book.ContentsList:
		// Set by contents.go when the page numbers are known.
	}
}

// setOff is the white before and after a block that is set off from the text.
func (s *setter) setOff(set func()) {
	s.white(s.geo.leading)
	from := len(s.rows)
	set()
	if len(s.rows) > from {
		s.snap(from)
		s.white(s.geo.leading)
	}
}

// line sets one line of a block that keeps its lines; a line that is too long
// turns over, hanging.
func (s *setter) line(ins []book.Inline, f frame, indent, hang Length, align alignment) {
	fl := s.flatten(ins, f.key)
	s.hanging(&fl, f, indent, hang, align)
}

// hanging sets a line that is flattened.
func (s *setter) hanging(fl *flat, f frame, indent, hang Length, align alignment) {
	s.paragraph(fl, &f, shape{align: align, first: indent, rest: indent + hang, hyphenate: false})
}
