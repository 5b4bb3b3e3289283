package typeset

import "storybind/internal/book"

// copyrightPage sets what is said about rights in small type at the page's foot.
func (s *setter) copyrightPage(sec *book.Section) {
	s.section, s.block = sec, nil
	s.put(row{kind: firmRow, penalty: never, mark: sec})
	s.blocks(sec.Blocks, nil, s.bodyOf(sec))
	s.dropSoft()
	var depth Length
	for _, r := range s.rows {
		depth += r.height
	}
	if spare := s.geo.depth() - depth; spare > 0 {
		s.rows[0].height = spare / s.geo.leading * s.geo.leading
	}
}
