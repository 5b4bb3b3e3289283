package typeset

// restyleBetween changes the fonts of the bytes [from, to).
func (s *setter) restyleBetween(fl *flat, from, to int, change func(fontKey) fontKey) {
	var spans []styled
	at := 0
	for _, sp := range fl.spans {
		for _, cut := range [3]int{min(sp.end, from), min(sp.end, to), sp.end} {
			if cut <= at {
				continue
			}
			part := sp
			part.end = cut
			if at >= from && cut <= to && !sp.code {
				part.font = s.font(change(sp.font.key))
			}
			spans = append(spans, part)
			at = cut
		}
	}
	fl.spans = spans
}

// restyle changes the fonts of the first end bytes.
func (s *setter) restyle(fl *flat, end int, change func(fontKey) fontKey) {
	s.restyleBetween(fl, 0, end, change)
}

// restyleRest changes the fonts of everything after the first from bytes.
func (s *setter) restyleRest(fl *flat, from int, change func(fontKey) fontKey) {
	s.restyleBetween(fl, from, len(fl.text), change)
}
