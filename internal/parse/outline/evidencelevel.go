package outline

import (
	"slices"

	"storybind/internal/parse/evidence"
	"storybind/internal/parse/opening"
	"storybind/internal/parse/wording"
)

// LevelMeasures are the measures of a heading that tell how far out it stands, in order.
var LevelMeasures = [...]string{
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

// LevelRows yields each heading's index and measures, one after the other in the same
// place.
func (s *Scheme) LevelRows(yield func(int, []int32) bool) {
	n := len(s.Heads)
	text := make([]int, n)
	for i := range s.Heads {
		end := s.To
		if i+1 < n {
			end = int(s.Heads[i+1].From)
		}
		a, b := opening.NextText(s.Reading, int(s.Heads[i].To), end), end
		if a < b {
			text[i] = s.Lines[b-1].Start() - s.Lines[a].Start() + s.Lines[b-1].Width()
		}
	}
	seen := make([]kindSeen, len(s.Groups))
	most, least, ruleMost, outermost, taken := 0, 99, 0, 99, 0
	for k, g := range s.Groups {
		if k == 0 || len(g.members) == 0 {
			continue
		}
		taken++
		g.count(s.Heads)
		v := &seen[k]
		v.gap = s.usualGap(g)
		most, least = max(most, v.gap), min(least, v.gap)
		v.depth = s.depthOf(&s.Heads[g.members[0]])
		if v.depth > 0 {
			outermost = min(outermost, v.depth)
		}
		if s.Heads[g.members[0]].Style&wording.Capitals != 0 {
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
	for i := range s.Heads {
		ruleMost = max(ruleMost, int(s.Heads[i].Level))
		if s.Heads[i].Kind != wording.NoNumeral {
			firstNumber, lastNumber = min(firstNumber, i), i
		}
	}
	var row evidence.Tally
	for i := range s.Heads {
		h := &s.Heads[i]
		g, v := s.Groups[h.Group], &seen[h.Group]
		members := max(len(g.members), 1)
		row = row[:0]
		flag := func(b bool) int {
			if b {
				return 1
			}
			return 0
		}
		before := min(int(h.Before), 12)
		row.Put(int(h.Level), ruleMost, taken, int(h.Verdict), s.depthOf(h), int(h.Kind), min(int(h.Number), 200), flag(h.Verdict != wording.NoHeading && h.Titled()), flag(h.Style&wording.Capitals != 0), flag(h.Style&wording.Cased != 0), flag(h.Style&wording.Inset != 0),
			before, before-s.Layout.Gap, min(int(h.After), 12), flag(h.Style&wording.Framed != 0), flag(h.Style&wording.Satellite != 0), s.sight.RoleClass(&evidence.Unit{Form: h.Form}), flag(h.Style&wording.Named != 0))
		first, last := 0, 0
		if len(g.members) > 0 {
			first, last = int(g.members[0])*100/n, int(g.members[len(g.members)-1])*100/n
		}
		row.Put(len(g.members), len(g.members)*100/n, g.steps*100/members, g.starts, first, last, flag(i > 0 && text[i-1] == 0), flag(text[i] == 0), v.up*100/members, v.down*100/members, v.gap, most-v.gap, v.gap-least)
		less := -1
		if d := s.depthOf(h); d > 0 && outermost < 99 {
			less = d - outermost
		}
		row.Put(n, less, i*100/n, text[i]/10, v.text/10, all[n/2]/10)
		for _, step := range [2]int{-1, 1} {
			k, away := i+step, 1
			for k >= 0 && k < n && away < 400 && s.Heads[k].Group == h.Group {
				k, away = k+step, away+1
			}
			if k < 0 || k >= n || s.Heads[k].Group == h.Group {
				row.Put(-9, -99, 0, -1, 999)
				continue
			}
			o := &seen[s.Heads[k].Group]
			row.Put(o.depth-s.depthOf(h), o.gap-v.gap, len(s.Groups[s.Heads[k].Group].members), o.caps, away)
		}
		up := 0
		if i > 0 {
			up = int(s.Heads[i-1].Level)
		}
		row.Put(up, flag(i < firstNumber), flag(i > lastNumber))
		if !yield(i, row) {
			return
		}
	}
}

// depthOf is the depth of a heading's word; that of chapters for a bare number, and -1
// for a name.
func (s *Scheme) depthOf(h *Heading) int {
	switch {
	case h.Word != 0:
		return int(wording.HeadingList[h.Word].Depth)
	case h.Kind != wording.NoNumeral:
		return int(wording.ChapterDepth)
	}
	return -1
}
