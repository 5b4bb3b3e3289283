package typeset

import "storybind/internal/book"

// subheading sets a heading inside a section: the outermost level in small
// capitals, the next in italics. It stays with the text after it.
func (s *setter) subheading(b *book.Subheading, f frame) {
	k := f.key
	if b.Level <= 1 {
		k = s.small(k, smallCaps)
	} else {
		k.face |= s.geo.italic()
	}
	fl := s.flatten(b.Inlines, k)
	s.white(s.geo.leading)
	from := len(s.rows)
	align := centred
	if b.Level > 1 {
		align = flushLeft
	}
	s.paragraph(&fl, &f, shape{align: align})
	s.keep(from)
	s.keepLast()
	if b.Level <= 1 {
		// Half a line under it would leave the grid, so it keeps close to its text.
		s.snap(from)
	}
}
