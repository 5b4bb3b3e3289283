package typeset

import "storybind/internal/book"

// letter sets a message inside the story: indented, but where it is all that the
// section holds, its opening lines as they stand, its closing lines towards the right.
func (s *setter) letter(b *book.Letter, f frame) {
	in := f
	step := s.step(f)
	if !s.letters {
		in.left += step
		in.right += step / 2
	}
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
			measure := s.geo.measure() - in.left - in.right
			indent := measure * 45 / 100
			for _, l := range b.Closing { // a long line moves all of them to the left
				indent = min(indent, measure-s.width(l, in.key)-1)
			}
			indent = max(indent, step)
			for _, l := range b.Closing {
				s.line(l, in, indent, step, flushLeft)
			}
			s.keep(from)
		}
	})
}

// ofLetters reports whether a section holds letters and little else: an epistolary novel's chapter.
func ofLetters(sec *book.Section) bool {
	in, out := 0, 0
	for _, b := range sec.Blocks {
		n := 0
		book.Pieces(b, func(text string) { n += len(text) })
		if _, ok := b.(*book.Letter); ok {
			in += n
		} else {
			out += n
		}
		if out > 2000 && out > in { // and it need not be counted to the end
			return false
		}
	}
	return in > 4*out
}
