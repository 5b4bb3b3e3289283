package parse

import "slices"

// dropTwice sets a heading aside that stands twice without text between, as archives
// print a chapter's name above the page and the author above the text.
func (s *scheme) dropTwice() {
	again := map[int32]bool{} // groups that lose headings
	for i := 0; i+1 < len(s.heads); i++ {
		h, next := &s.heads[i], &s.heads[i+1]
		if h.style&repeated != 0 || next.group != h.group || !s.isTaken(h) || int(s.nextText(int(h.to), s.to)) != int(next.from) {
			continue
		}
		if s.lines[h.line].Text != s.lines[next.line].Text || h.titleAt > 0 {
			continue
		}
		again[h.group] = true
		h.group = 0
		s.cuts = append(s.cuts, cut{repeatedTitle, int(h.from), int(h.to), int(h.line)})
	}
	for at := range again {
		g := s.groups[at]
		g.members = slices.DeleteFunc(g.members, func(m int32) bool { return s.heads[m].group != at })
	}
}
