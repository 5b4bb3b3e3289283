package typeset

import "storybind/internal/book"

// log sets one entry a line, the speaker in small capitals, lines that turn over
// hanging under the text. In a play its entries are the play's speeches.
func (s *setter) log(b *book.Log, f frame) {
	hang := s.step(f)
	if s.play {
		hang = s.indent()
	}
	entries := func() {
		for _, e := range b.Entries {
			s.entry(e, f, hang)
		}
	}
	if s.play {
		s.opens = false
		entries()
		return
	}
	s.setOff(entries)
}

func (s *setter) entry(e book.LogEntry, f frame, hang Length) {
	ins := append([]book.Inline(nil), e.Speaker...)
	if len(ins) > 0 && len(e.Inlines) > 0 {
		ins = append(ins, book.Text{Value: " "})
	}
	fl := s.flatten(append(ins, e.Inlines...), f.key)
	sh := shape{align: justified, rest: hang, hyphenate: true, hang: true}
	if s.geo.ragged {
		sh.align, sh.hang = flushLeft, false
	}
	if s.play && s.speech(&fl, f, sh) {
		return
	}
	if who := book.Plain(e.Speaker); who != "" {
		s.restyle(&fl, len(who), func(k fontKey) fontKey { return s.smallFor(k, who) })
	}
	s.paragraph(&fl, &f, sh)
}
