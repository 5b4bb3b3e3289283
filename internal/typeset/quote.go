package typeset

import "storybind/internal/book"

// quote sets a set-off quotation: indented on both sides, its source in a line
// of its own towards the right.
func (s *setter) quote(b *book.Quote, f frame) {
	in := f
	step := s.step(f)
	in.left += step
	in.right += step
	s.setOff(func() {
		opens := s.opens // an epigraph is not the chapter's opening
		s.opens = false
		s.blocks(b.Blocks, nil, in)
		s.opens = opens
		if len(b.Source) > 0 {
			s.keepLast()
			s.line(b.Source, in, 0, 0, flushRight)
		}
	})
}

// step is the indent of a set-off block, less where the measure is narrow already.
func (s *setter) step(f frame) Length {
	left := s.geo.measure() - f.left - f.right
	return min(s.geo.leading*3/2, max(left-s.geo.size*12, 0)/4)
}
