package parse

import (
	"slices"

	"storybind/internal/parse/weigh"
)

// setLevels gives every heading its level: that by the numbers and words is evidence
// among other for the forest, headings of one kind decide together, and levels nest.
func (s *scheme) setLevels() {
	s.nestWords()
	if s.maxLevel() == 1 && len(s.groups) < 3 || s.severalStories() {
		return // one kind of heading; each story outside its own
	}
	f := levelForest()
	score := make([][levels]int32, len(s.heads))
	sum := make([][levels]int64, len(s.groups))
	for i, row := range s.levelRows {
		f.Weigh(row, score[i][:])
		for k, v := range score[i] {
			sum[s.heads[i].group][k] += int64(v)
		}
	}
	words := make([]int, len(s.heads)) // the level by words and numbers
	for i := range s.heads {
		words[i] = int(s.heads[i].level)
	}
	last := 0
	for i := range s.heads {
		h := &s.heads[i]
		n := int64(len(s.groups[h.group].members))
		best, level := int64(-1<<62), 0
		for k := range min(levels, last+1) {
			v := int64(score[i][k]) * 3
			if h.style&satellite == 0 { // satellites have little in common
				v = int64(score[i][k]) + 2*sum[h.group][k]/n
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
		h.level, last = uint8(level+1), level+1
	}
	s.liftFromOne()
}

// liftFromOne takes all headings one level out when they stand inside one heading alone:
// that is the book's own title, or front matter.
func (s *scheme) liftFromOne() {
	parent := -1
	for i := 1; i < len(s.heads); i++ {
		if s.heads[i].level == 2 && s.heads[i-1].level == 1 {
			if parent >= 0 {
				return
			}
			parent = i - 1
		}
	}
	if parent < 0 || s.heads[parent].kind != noNumeral {
		return
	}
	for i := range s.heads {
		if i != parent && s.heads[i].level == 1 && s.heads[i].kind == noNumeral && s.heads[i].style&satellite == 0 && s.heads[i].group == s.heads[parent].group {
			return // one of several stories
		}
	}
	for i := parent + 1; i < len(s.heads) && s.heads[i].level > 1; i++ {
		if s.heads[i].kind == noNumeral && s.heads[i].style&satellite == 0 {
			return // one story of several has sections
		}
	}
	for i := parent + 1; i < len(s.heads) && s.heads[i].level > 1; i++ {
		s.heads[i].level--
	}
}

// lean is how much more than the forest alone the level by words and numbers counts.
const lean = 2 * weigh.Unit

// certain is more than the forest is worth.
const certain = 64 * weigh.Unit

// formNests reports whether a heading's own form says how far in it stands: words of
// three depths, a volume and a chapter in one line, a number with points.
func (s *scheme) formNests(h *heading) bool {
	if h.word != 0 && h.style&satellite == 0 && s.wordDepths() > 2 {
		return true
	}
	return s.groups[h.group].goesOn || h.begin > 0 || h.end > 0 || s.heads[s.groups[h.group].members[0]].begin > 0 || h.word == 0 && s.pointed
}

// wordDepths is how many depths the words of numbered headings have.
func (s *scheme) wordDepths() int {
	var seen [8]bool
	n := 0
	for _, g := range s.groups[1:] {
		if d := headingList[g.word].depth; g.word != 0 && !seen[d] && len(g.members) > 1 {
			seen[d] = true
			n++
		}
	}
	return n
}

func (s *scheme) severalStories() bool {
	return slices.ContainsFunc(s.heads, func(h heading) bool { return h.style&ofStory != 0 })
}

// levels is how many levels the forest tells apart.
const levels = 3

var levelForest = forest("levels.trees")

func (s *scheme) maxLevel() (most uint8) {
	for i := range s.heads {
		most = max(most, s.heads[i].level)
	}
	return most
}
