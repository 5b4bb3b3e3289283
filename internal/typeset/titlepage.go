package typeset

import "storybind/internal/book"

// titlePage sets the title large, in the upper part of the page, the author under
// it, then rating and summary; the other fields stand quietly at the foot. What
// does not fit goes on to a second page.
func (s *setter) titlePage(sec *book.Section) {
	s.section, s.block = sec, nil
	g := s.geo
	lines := Length(g.lines)
	s.put(row{kind: firmRow, height: 0, penalty: never, mark: sec})
	from := len(s.rows)
	if sec.Label != "" {
		s.heading([]book.Inline{book.Text{Value: sec.Label}}, s.small(fontKey{size: g.size}, allSmall), LabelLine)
	}
	s.heading(sec.Title, fontKey{size: s.titleSize(sec.Title)}, TitleLine)
	if len(sec.Subtitle) > 0 {
		s.put(row{kind: firmRow, height: g.leading / 2})
		s.heading(sec.Subtitle, fontKey{size: g.size * 5 / 4, face: s.geo.italic()}, SubtitleLine)
	}
	s.snap(from)
	s.white(g.leading)

	foot := -1 // where the quiet list begins
	var before book.Block
	for i, b := range sec.Blocks {
		if list, ok := b.(*book.FieldList); ok && i == len(sec.Blocks)-1 && !s.only(list, "rating", "series", "contributor") && !s.only(list, "summary") {
			s.dropSoft()
			foot = len(s.rows)
		}
		s.blocks(sec.Blocks[i:i+1], before, s.body())
		before = b
	}
	s.dropSoft()
	if foot >= len(s.rows) {
		foot = -1
	}

	// Share out the white: two fifths above the title, the rest above the list.
	var top, low Length
	for i, r := range s.rows {
		if foot >= 0 && i >= foot {
			low += r.height
		} else {
			top += r.height
		}
	}
	spare := lines*g.leading - top - low
	spare -= spare % g.leading
	if spare <= 0 {
		s.rows[0].height = 0
		if foot > 0 && top <= lines*g.leading*3/4 && low <= lines*g.leading {
			s.rows[0].height = (lines*g.leading - top) / 4 / g.leading * g.leading
			s.rows[foot-1].penalty = eject
		}
		return
	}
	above := min(spare*2/5/g.leading, lines/5) * g.leading
	s.rows[0].height = above
	if foot >= 0 {
		s.rows[foot].kind = firmRow
		s.rows[foot].height += spare - above
	}
}

// titleSize is the largest size up to two and a half times the text's at which
// the title's longest word fits and the title needs no more than three lines.
func (s *setter) titleSize(title []book.Inline) Length {
	measure := s.geo.measure() * 7 / 8
	size := s.geo.size * 5 / 2
	for ; size > s.geo.size*3/2; size -= s.geo.size / 8 {
		fl := s.flatten(title, s.headingFont(title, fontKey{size: size}))
		var word, widest, whole int64
		for _, t := range s.tokenize(&fl) {
			if t.p != nil {
				word += t.f.units(t.p.width)
				whole += t.f.units(t.p.width)
			}
			if t.after != joined {
				word = 0
				whole += t.f.units(t.space)
			}
			widest = max(widest, word)
		}
		if widest <= int64(measure)*1000 && whole <= int64(measure)*1000*27/10 {
			break
		}
	}
	return s.phraseSize(title, size)
}

// phraseSize is a size up to this one, at which no line of the title ends inside a phrase:
// "A Short History / of the Harbour Cats" a little smaller, and not "A Short / History of the /
// Harbour Cats". Much smaller only where a line would end in a word that leans on the next.
func (s *setter) phraseSize(title []book.Inline, size Length) Length {
	best := size
	n, price := s.headingLines(title, size)
	least := size * 85 / 100
	if price >= headingTie {
		least = size * 65 / 100
	}
	for smaller := size - s.geo.size/8; price > 0 && smaller >= max(least, s.geo.size*3/2); smaller -= s.geo.size / 8 {
		if m, p := s.headingLines(title, smaller); p < price && m <= n {
			best, price = smaller, p
		}
	}
	return best
}

// headingLines is how many lines a heading of a size has, and what the worst of their ends costs.
func (s *setter) headingLines(title []book.Inline, size Length) (n int, price int32) {
	s.phrases = true
	defer func() { s.phrases = false }()
	fl := s.flatten(title, s.headingFont(title, fontKey{size: size}))
	tokens := s.tokenize(&fl)
	if len(tokens) == 0 {
		return 0, 0
	}
	side := s.geo.measure() / 16
	ends := s.breakLines(tokens, &shape{align: centred, first: side, rest: side, measure: s.geo.measure() - side})
	for _, e := range ends[:len(ends)-1] {
		price = max(price, s.chances[e].penalty)
	}
	return len(ends), price
}
