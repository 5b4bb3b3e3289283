package typeset

import "storybind/internal/book"

// inscription sets a sign, a telegram, a headstone or "The End": its lines
// centred and kept together. What ends a section is not alone on a page.
func (s *setter) inscription(b *book.Inscription, f frame) {
	if n := len(s.section.Blocks); n > 0 && s.section.Blocks[n-1] == book.Block(b) && len(b.Lines) < 3 {
		s.dropSoft()
		s.keepLast()
	}
	s.setOff(func() {
		from := len(s.rows)
		for _, l := range b.Lines {
			s.line(l, f, 0, 0, centred)
		}
		if len(s.rows)-from <= 6 {
			s.keep(from)
		}
	})
}
