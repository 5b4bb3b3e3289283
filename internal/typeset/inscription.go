package typeset

import "storybind/internal/book"

// inscription sets a sign, a telegram, a headstone or "The End": its lines
// centred and kept together.
func (s *setter) inscription(b *book.Inscription, f frame) {
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
