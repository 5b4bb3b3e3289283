package outline

import (
	"slices"

	"storybind/internal/parse/evidence"
	"storybind/internal/parse/opening"
	"storybind/internal/parse/weigh"
	"storybind/internal/parse/wording"
)

// setLevels gives every heading its level: that by the numbers and words is evidence
// among other for the forest, headings of one kind decide together, and levels nest.
func (s *Scheme) setLevels() {
	s.NestWords()
	if s.maxLevel() == 1 && len(s.Groups) < 3 || s.severalStories() {
		return // one kind of heading; each story outside its own
	}
	f := levelForest()
	score := make([][levels]int32, len(s.Heads))
	sum := make([][levels]int64, len(s.Groups))
	for i, row := range s.LevelRows {
		f.Weigh(row, score[i][:])
		for k, v := range score[i] {
			sum[s.Heads[i].Group][k] += int64(v)
		}
	}
	words := make([]int, len(s.Heads)) // the level by words and numbers
	for i := range s.Heads {
		words[i] = int(s.Heads[i].Level)
	}
	last := 0
	for i := range s.Heads {
		h := &s.Heads[i]
		n := int64(len(s.Groups[h.Group].members))
		best, level := int64(-1<<62), 0
		for k := range min(levels, last+1) {
			v := int64(score[i][k]) * 3
			if h.Style&wording.Satellite == 0 { // satellites have little in common
				v = int64(score[i][k]) + 2*sum[h.Group][k]/n
			}
			if k+1 == words[i] {
				v += lean
				if s.formNests(h) {
					v += certain
				}
			}
			if v > best {
				best, level = v, k
			}
		}
		h.Level, last = uint8(level+1), level+1
	}
	s.liftFromOne()
	s.parentsAlone()
}

// liftFromOne takes all headings one level out when they stand inside one heading alone:
// that is the book's own title, or front matter.
func (s *Scheme) liftFromOne() {
	parent := -1
	for i := 1; i < len(s.Heads); i++ {
		if s.Heads[i].Level == 2 && s.Heads[i-1].Level == 1 {
			if parent >= 0 {
				return
			}
			parent = i - 1
		}
	}
	if parent < 0 || s.Heads[parent].Kind != wording.NoNumeral {
		return
	}
	for i := range s.Heads {
		if i != parent && s.Heads[i].Level == 1 && s.Heads[i].Kind == wording.NoNumeral && s.Heads[i].Style&wording.Satellite == 0 && s.Heads[i].Group == s.Heads[parent].Group {
			return // one of several stories
		}
	}
	for i := parent + 1; i < len(s.Heads) && s.Heads[i].Level > 1; i++ {
		if s.Heads[i].Kind == wording.NoNumeral && s.Heads[i].Style&wording.Satellite == 0 {
			return // one story of several has sections
		}
	}
	for i := parent + 1; i < len(s.Heads) && s.Heads[i].Level > 1; i++ {
		s.Heads[i].Level--
	}
}

// parentsAlone puts headings inside those of a kind that never have text of their own, where
// all would stand side by side: "SPRING" above "The First Day" and "The Second Day".
func (s *Scheme) parentsAlone() {
	if s.maxLevel() > 1 {
		return
	}
	for k, g := range s.Groups {
		if n := len(g.members); k == 0 || n < 2 || n*2 > len(s.Heads)-int(g.members[0])-n || !s.neverHasText(g) {
			continue
		}
		for i := int(g.members[0]); i < len(s.Heads); i++ {
			if h := &s.Heads[i]; h.Style&wording.Satellite == 0 && s.Groups[h.Group] != g {
				h.Level = 2
			}
		}
		return
	}
}

// neverHasText reports whether each heading of a group stands right above one of another
// kind that has text below it.
func (s *Scheme) neverHasText(g *group) bool {
	next := func(i int) int { return opening.NextText(s.Reading, int(s.Heads[i].To), s.To) }
	for _, m := range g.members {
		k := int(m) + 1
		if k == len(s.Heads) || s.Groups[s.Heads[k].Group] == g || next(int(m)) != int(s.Heads[k].From) || k+1 < len(s.Heads) && next(k) == int(s.Heads[k+1].From) {
			return false
		}
	}
	return true
}

// lean is how much more than the forest alone the level by words and numbers counts.
const lean = 2 * weigh.Unit

// certain is more than the forest is worth.
const certain = 64 * weigh.Unit

// formNests reports whether a heading's own form says how far in it stands: words of
// three depths, a volume and a chapter in one line, a number with points.
func (s *Scheme) formNests(h *Heading) bool {
	if h.Word != 0 && h.Style&wording.Satellite == 0 && s.wordDepths() > 2 {
		return true
	}
	return s.Groups[h.Group].goesOn || h.Begin > 0 || h.End > 0 || s.Heads[s.Groups[h.Group].members[0]].Begin > 0 || h.Word == 0 && s.pointed
}

// wordDepths is how many depths the words of numbered headings have.
func (s *Scheme) wordDepths() int {
	var seen [8]bool
	n := 0
	for _, g := range s.Groups[1:] {
		if d := wording.HeadingList[g.word].Depth; g.word != 0 && !seen[d] && len(g.members) > 1 {
			seen[d] = true
			n++
		}
	}
	return n
}

func (s *Scheme) severalStories() bool {
	return slices.ContainsFunc(s.Heads, func(h Heading) bool { return h.Style&wording.OfStory != 0 })
}

// levels is how many levels the forest tells apart.
const levels = 3

var levelForest = evidence.Forest("levels.trees")

func (s *Scheme) maxLevel() (most uint8) {
	for i := range s.Heads {
		most = max(most, s.Heads[i].Level)
	}
	return most
}
