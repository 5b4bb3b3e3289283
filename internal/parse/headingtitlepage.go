package parse

// The lines of a title page are set like names that head sections.

// dropTitlePage drops the first names of a group where no text follows them, as the
// lines of a title page stand, when text follows most of the others at once.
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
		if s.opensText(int(m)) {
			open++
		}
	}
	if open*4 >= min(len(rest), 50)*3 {
		g.members = rest
	}
}

// standsInRow reports whether candidate i has no text below it but another name, and
// no printed contents name it.
func (s *scheme) standsInRow(i int) bool {
	h := &s.heads[i]
	if h.style&listed != 0 || i+1 == len(s.heads) || s.opensText(i) {
		return false
	}
	next := &s.heads[i+1]
	return next.style&named != 0 && next.from == h.block+int32(h.after)
}
