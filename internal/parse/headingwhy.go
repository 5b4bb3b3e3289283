package parse

import "slices"

// Why a line is taken for a heading, and how sure that is.

// because are the words for the measures that spoke most for heading h, at most three.
// Headings that are set alike have the same reasons.
func (s *scheme) because(h *heading) []string {
	const most, asked = 3, 8
	switch {
	case h.style&said != 0:
		return []string{"a person said so"}
	case h.style&ofStory != 0:
		return []string{"another story's header"}
	case h.unit < 0:
		return []string{"a post's header"}
	}
	o := s.sight
	shape := o.units[h.unit].shape
	if why, ok := s.why[shape]; ok {
		return why
	}
	n := len(headingMeasures)
	row := o.sectionRow(int(h.unit), nil)
	var why []string
	add := func(word string) {
		if len(why) < most && !slices.Contains(why, word) {
			why = append(why, word)
		}
	}
	for _, m := range sectionForest().Explain(row, int(headsSection), asked) {
		switch {
		case m == n: // what the first look made of it: its reasons
			for _, k := range headingForest().Explain(row[:n], 0, 2) {
				add(headingMeasures[k][1])
			}
		case m < n:
			add(headingMeasures[m][1])
		default:
			add(sectionMeasures[m-n][1])
		}
	}
	if s.why == nil {
		s.why = map[uint32][]string{}
	}
	s.why[shape] = why
	return why
}

// sure is how sure it is that the headings are the right ones, in thousandths: the
// least chance of a heading that was taken, or the chance against one that was not.
func (s *scheme) sure() int {
	least := 1000
	taken := map[int32]bool{}
	for i := range s.heads {
		h := &s.heads[i]
		taken[h.unit] = true
		if h.style&said == 0 {
			least = min(least, int(h.chance))
		}
	}
	for i := range s.sight.second {
		if !taken[int32(i)] {
			least = min(least, 1000-int(s.sight.second[i][headsSection]))
		}
	}
	return least
}
