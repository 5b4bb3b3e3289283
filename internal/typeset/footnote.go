package typeset

import (
	"strings"

	"storybind/internal/book"
)

// note sets a note where the story prints it, in smaller type, its mark before
// the first words.
func (s *setter) note(b *book.Note, f frame) {
	in := f
	in.key.size = f.key.size * 87 / 100
	in.leading = f.leading * 87 / 100
	s.white(f.leading)
	from := len(s.rows)
	blocks := b.Blocks
	if len(blocks) > 0 {
		if p, ok := blocks[0].(*book.Paragraph); ok {
			ins := append([]book.Inline{book.NoteRef{Mark: b.Mark}, book.Text{Value: "\u2009"}}, p.Inlines...)
			s.small87(ins, &in)
			blocks = blocks[1:]
		} else {
			s.small87([]book.Inline{book.Text{Value: b.Mark}}, &in)
			s.keepLast()
		}
	} else if strings.TrimSpace(b.Mark) != "" {
		s.small87([]book.Inline{book.Text{Value: b.Mark}}, &in)
	}
	s.blocks(blocks, &book.Paragraph{}, in)
	if len(s.rows) > from {
		s.rows[from].note = b.ID
		s.snap(from)
		s.white(f.leading)
	}
}

func (s *setter) small87(ins []book.Inline, f *frame) {
	fl := s.flatten(ins, f.key)
	for i := range fl.links { // the note's own mark leads nowhere
		if fl.links[i] == (target{}) {
			for j := range fl.spans {
				if int(fl.spans[j].link) == i+1 {
					fl.spans[j].link = 0
				}
			}
		}
	}
	sh := shape{align: justified, hyphenate: true, hang: true}
	if s.geo.ragged {
		sh.align, sh.hang = flushLeft, false
	}
	s.paragraph(&fl, f, sh)
}
