package parse

import "strings"

// The lines of a title page are set like names that head sections.

// dropTitlePage drops the first names of a group where no text follows them, as the
// lines of a title page stand, when the others stand above text.
func (s *scheme) dropTitlePage(g *group) {
	first := 0
	for first < len(g.members) && first < 6 && s.standsInRow(int(g.members[first])) {
		first++
	}
	rest := g.members[first:]
	if first == 0 || len(rest) < 2 {
		return
	}
	open := 0
	for _, m := range rest[:min(len(rest), 50)] {
		if !s.standsInRow(int(m)) || s.opensText(int(m)) {
			open++
		}
	}
	if open*4 >= min(len(rest), 50)*3 {
		g.members = rest
	}
}

// isSubtitle reports whether a name right below the title says a whole sentence:
// "FOUND AMONG THE PAPERS OF A FRIEND."
func (s *scheme) isSubtitle(h *heading) bool {
	t := s.lines[h.line].Text
	return h.before == startOfStory && strings.HasSuffix(t, ".") && strings.Count(t, " ") > 4
}

// belowSatellite reports whether candidate i stands right below a heading such as
// "Postscript": then it belongs to that heading.
func (s *scheme) belowSatellite(i int) bool {
	if i == 0 {
		return false
	}
	prev := &s.heads[i-1]
	return prev.style&satellite != 0 && s.isTaken(prev) && s.heads[i].from == prev.block+int32(prev.after)
}

// standsInRow reports whether candidate i has no text below it but another name set like it, and
// no printed contents name it.
func (s *scheme) standsInRow(i int) bool {
	h := &s.heads[i]
	if h.style&listed != 0 || i+1 == len(s.heads) {
		return false
	}
	next := &s.heads[i+1]
	return next.style&(named|satellite) != 0 && next.style&capitals == h.style&capitals && next.from == h.block+int32(h.after)
}
