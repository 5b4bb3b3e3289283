package parse

import (
	"strings"

	"storybind/internal/parse/passage"
)

// Lines that stand apart and head a section, though no number and no style of names
// has them: "Prologue" and its kin, a dedication, a last note.

// takeApart accepts names that stand at least as far from the text before them
// as the scheme's own headings do: a dedication, a foreword with a name of its
// own, a last note, or the names of stories above their chapters.
func (s *scheme) takeApart() {
	var gaps [8]int
	found, all, upper := false, 0, 0
	for i := range s.heads {
		if h := &s.heads[i]; s.isTaken(h) && h.before != startOfStory {
			gaps[min(h.before, 7)]++
			found = true
			all++
			if h.style&capitals != 0 {
				upper++
			}
		}
	}
	usual := 0
	for n, count := range gaps {
		if count > gaps[usual] {
			usual = n
		}
	}
	if !found || usual < 3 || usual <= s.paragraphGap()+1 {
		return
	}
	g := &group{names: true, rank: int(chapterDepth) * 10, taken: true}
	at := int32(len(s.groups))
	for i := range s.heads {
		h, upper := &s.heads[i], upper*2 > all
		if s.isTaken(h) || h.style&named == 0 || int(h.before) < usual || h.after == 0 || s.isBookTitle(h) || s.isSubtitle(h) || s.belowSatellite(i) || h.before == startOfStory && s.standsInRow(i) || s.stopped(h) || !s.setAs(h, upper) || !s.opensText(i) {
			continue
		}
		h.group = at
		g.members = append(g.members, int32(i))
	}
	if len(g.members) > 0 {
		s.groups = append(s.groups, g)
	}
}

// setAs reports whether a name is set as the scheme's headings are: in capitals
// when they are, and not as text in italics.
func (s *scheme) setAs(h *heading, upper bool) bool {
	if t := s.lines[h.line].Text; t[0] == '_' || opensQuote(t) {
		return false
	}
	return h.style&capitals != 0 || h.style&cased != 0 && !upper
}

// opensText reports whether text follows candidate i: at once, or behind lines
// in capitals, in brackets or in italics such as belong to a heading. Other short
// lines make it a title page's line.
func (s *scheme) opensText(i int) bool {
	n, next := int(s.heads[i].to), i+1
	for k := 0; k < 2; k++ {
		for n < s.to && s.lines[n].Blank() {
			n++
		}
		end := n
		for end < s.to && !s.lines[end].Blank() {
			end++
		}
		if n == end {
			return false
		}
		if l := &s.lines[n]; s.isText(n, end) && !(end-n > 1 && s.allInCapitals(n, end)) || l.Tail == passage.EndsStop && !allCapitals(l.Text) && strings.IndexByte("([_*", l.Text[0]) < 0 {
			return true
		}
		for ; next < len(s.heads) && int(s.heads[next].line) < end; next++ {
			if s.isTaken(&s.heads[next]) {
				return false
			}
		}
		for ; n < end; n++ {
			if t := s.lines[n].Text; strings.IndexByte("([_*", t[0]) < 0 && !allCapitals(t) || passage.IsRule(t) {
				return false
			}
		}
	}
	return false
}

// allInCapitals reports whether every line of [from, to) is in capitals, as a title
// page's are.
func (s *scheme) allInCapitals(from, to int) bool {
	for n := from; n < to; n++ {
		if !allCapitals(s.lines[n].Text) {
			return false
		}
	}
	return true
}

// takeSatellites accepts the lines that head a section without a number
// ("Prologue") where they stand alone.
func (s *scheme) takeSatellites() {
	g := &group{names: true, rank: int(chapterDepth) * 10, taken: true}
	at := int32(len(s.groups))
	for i := range s.heads {
		h := &s.heads[i]
		if h.style&satellite == 0 || s.isTaken(h) || h.before == 0 && h.style&framed == 0 {
			continue
		}
		switch {
		case h.titled() && h.sep == '.' && h.to < h.block && h.style&capitals == 0: // "Introduction. The extent of the", a chapter's summary
			continue
		case h.verdict == nameAlone && (h.after > 0 || h.block-h.line <= 3):
		case h.verdict == maybe && h.style&listed != 0:
		case h.verdict == maybe && h.before > 1 && int(h.before) > s.paragraphGap() && h.after > 0:
		default:
			continue
		}
		h.group = at
		g.members = append(g.members, int32(i))
	}
	if len(g.members) > 0 {
		s.groups = append(s.groups, g)
	}
}

func (s *scheme) tookSatellite() bool {
	for i := range s.heads {
		if h := &s.heads[i]; h.style&satellite != 0 && s.isTaken(h) {
			return true
		}
	}
	return false
}

// anySatellite reports whether the story has a "Prologue" or its like that stands apart.
func (s *scheme) anySatellite() bool {
	if s.apart == 0 {
		s.apart = 1
		for i := range s.heads {
			if h := &s.heads[i]; h.style&satellite != 0 && h.verdict == nameAlone && s.wide(h) {
				s.apart = 2
			}
		}
	}
	return s.apart == 2
}
