package parse

// Names of parts above numbered chapters: "THE STORY BEGUN BY A CLERK", then "I".

// takePartNames accepts the names that stand right above a numbered heading, as far
// from the text before them as the numbers do. One such name is a line of a title
// page; a name above most of the numbers is no part's.
func (s *scheme) takePartNames() {
	for _, g := range s.groups[1:] {
		if !g.taken || g.names || len(g.members) < 4 {
			continue
		}
		usual := s.usualGap(g)
		var found []int32
		for _, m := range g.members {
			if k := s.nameAbove(int(m), usual); k >= 0 {
				found = append(found, int32(k))
			}
		}
		if len(found) < 2 || len(found)*2 > len(g.members) || found[len(found)-1] < g.members[0] {
			continue
		}
		names := &group{names: true, parts: true, taken: true, rank: g.baseRank() - 5, members: found}
		at := int32(len(s.groups))
		s.groups = append(s.groups, names)
		for _, k := range found {
			s.heads[k].group = at
		}
		return
	}
}

// nameAbove is the candidate that stands right above candidate i, apart from it by
// one line in brackets at most, and is a name; -1 when there is none.
func (s *scheme) nameAbove(i, usual int) int {
	if i == 0 || usual < 2 {
		return -1
	}
	h := &s.heads[i-1]
	if h.style&named == 0 || s.isTaken(h) || h.before != startOfStory && (int(h.before) < usual || !s.wide(h)) || h.after == 0 || s.stopped(h) || s.isBookTitle(h) || opensQuote(s.lines[h.line].Text) {
		return -1
	}
	between := 0
	for n := h.to; n < s.heads[i].from; n++ {
		if l := &s.lines[n]; !l.Blank() {
			if between++; between > 1 || l.Text[0] != '(' && l.Text[0] != '[' && l.Text[0] != '_' {
				return -1
			}
		}
	}
	return i - 1
}
