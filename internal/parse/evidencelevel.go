package parse

import "slices"

// levelMeasures are the measures of a heading that tell how far out it stands, in order.
var levelMeasures = [...]string{
	"rule", "ruleMost", "groups", "verdict", "depth", "kind", "number", "titled", "caps", "cased", "centre", "before", "beforeMore", "after", "framed", "satellite", "role", "named",
	"count", "share", "steps", "starts", "first", "last", "upDirect", "downDirect", "upShare", "downShare", "gap", "gapLess", "gapMore",
	"heads", "depthLess", "place", "text", "textUsual", "textAll",
	"otherUpDepth", "otherUpGap", "otherUpCount", "otherUpCaps", "otherUpAway", "otherDownDepth", "otherDownGap", "otherDownCount", "otherDownCaps", "otherDownAway", "ruleUp", "beforeFirst", "behindLast",
}

// A kindSeen is what is known of a group's headings together.
type kindSeen struct {
	up, down int // members right below another heading, right above one
	gap      int // the usual white above
	text     int // the median of the characters below
	depth    int
	caps     int
}

// levelRows yields each heading's index and measures, one after the other in the same
// place.
func (s *scheme) levelRows(yield func(int, []int32) bool) {
	n := len(s.heads)
	text := make([]int, n)
	for i := range s.heads {
		end := s.to
		if i+1 < n {
			end = int(s.heads[i+1].from)
		}
		a, b := s.nextText(int(s.heads[i].to), end), end
		if a < b {
			text[i] = s.lines[b-1].Start - s.lines[a].Start + s.lines[b-1].Width
		}
	}
	seen := make([]kindSeen, len(s.groups))
	most, least, ruleMost, outermost, taken := 0, 99, 0, 99, 0
	for k, g := range s.groups {
		if k == 0 || len(g.members) == 0 {
			continue
		}
		taken++
		g.count(s.heads)
		v := &seen[k]
		v.gap = s.usualGap(g)
		most, least = max(most, v.gap), min(least, v.gap)
		v.depth = s.depthOf(&s.heads[g.members[0]])
		if v.depth > 0 {
			outermost = min(outermost, v.depth)
		}
		if s.heads[g.members[0]].style&capitals != 0 {
			v.caps = 1
		}
		lengths := make([]int, 0, len(g.members))
		for _, m := range g.members {
			lengths = append(lengths, text[m])
			if m > 0 && text[m-1] == 0 {
				v.up++
			}
			if text[m] == 0 && int(m)+1 < n {
				v.down++
			}
		}
		slices.Sort(lengths)
		v.text = lengths[len(lengths)/2]
	}
	all := slices.Clone(text)
	slices.Sort(all)
	firstNumber, lastNumber := n, -1
	for i := range s.heads {
		ruleMost = max(ruleMost, int(s.heads[i].level))
		if s.heads[i].kind != noNumeral {
			firstNumber, lastNumber = min(firstNumber, i), i
		}
	}
	var row tally
	for i := range s.heads {
		h := &s.heads[i]
		g, v := s.groups[h.group], &seen[h.group]
		members := max(len(g.members), 1)
		row = row[:0]
		flag := func(b bool) int {
			if b {
				return 1
			}
			return 0
		}
		before := min(int(h.before), 12)
		row.put(int(h.level), ruleMost, taken, int(h.verdict), s.depthOf(h), int(h.kind), min(int(h.number), 200), flag(h.verdict != noHeading && h.titled()), flag(h.style&capitals != 0), flag(h.style&cased != 0), flag(h.style&inset != 0),
			before, before-s.layout.gap, min(int(h.after), 12), flag(h.style&framed != 0), flag(h.style&satellite != 0), s.sight.roleClass(&unit{form: h.form}), flag(h.style&named != 0))
		first, last := 0, 0
		if len(g.members) > 0 {
			first, last = int(g.members[0])*100/n, int(g.members[len(g.members)-1])*100/n
		}
		row.put(len(g.members), len(g.members)*100/n, g.steps*100/members, g.starts, first, last, flag(i > 0 && text[i-1] == 0), flag(text[i] == 0), v.up*100/members, v.down*100/members, v.gap, most-v.gap, v.gap-least)
		less := -1
		if d := s.depthOf(h); d > 0 && outermost < 99 {
			less = d - outermost
		}
		row.put(n, less, i*100/n, text[i]/10, v.text/10, all[n/2]/10)
		for _, step := range [2]int{-1, 1} {
			k, away := i+step, 1
			for k >= 0 && k < n && away < 400 && s.heads[k].group == h.group {
				k, away = k+step, away+1
			}
			if k < 0 || k >= n || s.heads[k].group == h.group {
				row.put(-9, -99, 0, -1, 999)
				continue
			}
			o := &seen[s.heads[k].group]
			row.put(o.depth-s.depthOf(h), o.gap-v.gap, len(s.groups[s.heads[k].group].members), o.caps, away)
		}
		up := 0
		if i > 0 {
			up = int(s.heads[i-1].level)
		}
		row.put(up, flag(i < firstNumber), flag(i > lastNumber))
		if !yield(i, row) {
			return
		}
	}
}

// depthOf is the depth of a heading's word; that of chapters for a bare number, and -1
// for a name.
func (s *scheme) depthOf(h *heading) int {
	switch {
	case h.word != 0:
		return int(headingList[h.word].depth)
	case h.kind != noNumeral:
		return int(chapterDepth)
	}
	return -1
}
