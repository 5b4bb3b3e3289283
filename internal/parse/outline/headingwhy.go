package outline

import (
	"slices"

	"storybind/internal/parse/evidence"
	"storybind/internal/parse/wording"
)

// Why a line is taken for a heading, and how sure that is.

// Because are the words for the measures that spoke most for heading h, at most three.
// Headings that are set alike have the same reasons.
func (s *Scheme) Because(h *Heading) []string {
	const most, asked = 3, 8
	switch {
	case h.Style&wording.Said != 0:
		return []string{"it is marked as one"}
	case h.Style&wording.OfStory != 0:
		return []string{"another story's header"}
	case h.unit < 0:
		return []string{"a post's header"}
	}
	o := s.sight
	if o == nil {
		return s.why[h.shape]
	}
	shape := o.Units[h.unit].Shape
	if why, ok := s.why[shape]; ok {
		return why
	}
	n := len(evidence.HeadingMeasures)
	row := o.SectionRow(int(h.unit), nil)
	var why []string
	add := func(word string) {
		if len(why) < most && !slices.Contains(why, word) {
			why = append(why, word)
		}
	}
	for _, m := range evidence.SectionForest().Explain(row, int(evidence.HeadsSection), asked) {
		switch {
		case m == n: // what the first look made of it: its reasons
			for _, k := range evidence.HeadingForest().Explain(row[:n], 0, 2) {
				add(evidence.HeadingMeasures[k][1])
			}
		case m < n:
			add(evidence.HeadingMeasures[m][1])
		default:
			add(evidence.SectionMeasures[m-n][1])
		}
	}
	if s.why == nil {
		s.why = map[uint32][]string{}
	}
	s.why[shape] = why
	return why
}

// Sure is how sure it is that the headings are the right ones, in thousandths: the
// least chance of a heading that was taken, or the chance against one that was not.
func (s *Scheme) Sure() int {
	if s.sight == nil {
		return s.sure
	}
	least := 1000
	taken := map[int32]bool{}
	for i := range s.Heads {
		h := &s.Heads[i]
		taken[h.unit] = true
		if h.Style&wording.Said == 0 {
			least = min(least, int(h.Chance))
		}
	}
	for i := range s.sight.Second {
		if !taken[int32(i)] {
			least = min(least, 1000-int(s.sight.Second[i][evidence.HeadsSection]))
		}
	}
	return least
}

// Forget lets go of what was measured: beside the sections' text it would be a third of the
// memory that a story of short lines takes. What is asked for later is asked before.
func (s *Scheme) Forget() {
	for i := range s.Heads {
		if h := &s.Heads[i]; h.unit >= 0 {
			s.Because(h)
			h.shape = s.sight.Units[h.unit].Shape
		}
	}
	s.sure, s.sight = s.Sure(), nil
}
