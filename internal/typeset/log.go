package typeset

import "storybind/internal/book"

// log sets one entry a line, the speaker in small capitals, lines that turn over
// hanging under the text.
func (s *setter) log(b *book.Log, f frame) {
	in := f
	hang := s.step(f)
	s.setOff(func() {
		for _, e := range b.Entries {
			ins := append([]book.Inline(nil), e.Speaker...)
			if len(ins) > 0 && len(e.Inlines) > 0 {
				ins = append(ins, book.Text{Value: " "})
			}
			fl := s.flatten(append(ins, e.Inlines...), in.key)
			if who := book.Plain(e.Speaker); who != "" {
				s.restyle(&fl, len(who), func(k fontKey) fontKey { return s.smallFor(k, who) })
			}
			sh := shape{align: justified, rest: hang, hyphenate: true, hang: true}
			if s.geo.ragged {
				sh.align, sh.hang = flushLeft, false
			}
			s.paragraph(&fl, &in, sh)
		}
	})
}
