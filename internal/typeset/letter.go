package typeset

import "storybind/internal/book"

// letter sets a message inside the story: indented, its opening lines as they
// stand, its closing lines towards the right.
func (s *setter) letter(b *book.Letter, f frame) {
	in := f
	step := s.step(f)
	in.left += step
	in.right += step / 2
	s.setOff(func() {
		from := len(s.rows)
		for _, l := range b.Opening {
			s.line(l, in, 0, step, flushLeft)
		}
		if len(b.Opening) > 0 {
			s.keep(from)
			s.keepLast()
		}
		blocks, before := b.Blocks, book.Block(nil)
		if len(blocks) > 1 { // a salutation is not parted from what it opens
			from = len(s.rows)
			s.blocks(blocks[:1], nil, in)
			before, blocks = blocks[0], blocks[1:]
			if _, ok := before.(*book.Paragraph); ok && len(s.rows) == from+1 {
				s.keepLast()
			}
		}
		s.blocks(blocks, before, in)
		if len(b.Closing) > 0 {
			s.dropSoft()
			s.keepLast()
			from = len(s.rows)
			indent := (s.geo.measure() - in.left - in.right) * 45 / 100
			for _, l := range b.Closing {
				s.line(l, in, indent, step, flushLeft)
			}
			s.keep(from)
		}
	})
}
