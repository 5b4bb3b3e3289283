package typeset

import (
	"strings"
	"unicode/utf8"

	"storybind/internal/book"
)

// preformatted keeps lines and columns: a face of one width, as large as the
// longest line allows. A line that is too long even in the smallest type is
// broken where the measure ends.
func (s *setter) preformatted(b *book.Preformatted, f frame) {
	k := s.mono(f.key)
	longest := 1
	for _, l := range b.Lines {
		longest = max(longest, utf8.RuneCountInString(l))
	}
	cell := s.faces[monoFace].Advance(s.faces[monoFace].Glyph('0'))
	measure := int64(s.geo.measure() - f.left - f.right)
	fits := Length(measure * 1000 / (int64(cell) * int64(longest)))
	k.size = max(min(k.size, fits), f.key.size*55/100)
	columns := max(int(measure*1000/(int64(cell)*int64(k.size))), 1)
	in := f
	in.key = k
	s.setOff(func() {
		from := len(s.rows)
		for _, l := range b.Lines {
			if strings.TrimSpace(l) == "" {
				s.white(f.leading)
				continue
			}
			for len(l) > 0 {
				cut := len(l)
				n := 0
				for i := range l {
					if n == columns {
						cut = i
						break
					}
					n++
				}
				s.cells(l[:cut], &in)
				l = l[cut:]
			}
		}
		s.together(from, inVerse)
	})
}

// cells sets a line whose spaces are kept.
func (s *setter) cells(text string, f *frame) {
	fl := s.plain(text, f.key)
	fl.spans[0].code = true
	tokens := s.tokenize(&fl)
	for i := range tokens {
		if tokens[i].after == spaced || tokens[i].after == breakable || tokens[i].after == loose {
			if tokens[i].after == spaced {
				tokens[i].after = tied
			} else {
				tokens[i].after = joined
			}
		}
	}
	if len(tokens) == 0 {
		return
	}
	sh := shape{align: flushLeft, first: f.left, rest: f.left, measure: s.geo.measure()}
	s.setLines(&fl, tokens, &sh, s.breakLines(tokens, &sh), func(l *Line, links []linkBox, _ bool) {
		l.Kind = f.kind
		l.of = 1
		s.put(row{kind: textRow, line: l, base: f.base(), height: f.leading, links: links})
	})
}
