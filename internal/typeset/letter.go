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
		s.blocks(b.Blocks, nil, in)
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
