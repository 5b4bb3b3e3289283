package outline

import (
	"slices"

	"storybind/internal/parse/opening"
	"storybind/internal/parse/wording"
)

// Levels by words and numbers alone: evidence for the forest of levels.

// NestWords gives every heading its level by words and numbers alone. Heading words nest as printed
// books nest them (volume, book, part, chapter, scene), bare numbers stand below
// words; where the file's numbers say otherwise, they decide: what begins again
// at 1 inside another stands inside it.
func (s *Scheme) NestWords() {
	var taken []*group
	for _, g := range s.Groups[1:] {
		if len(g.members) > 0 {
			g.rank = s.rank(g)
			g.count(s.Heads)
			taken = append(taken, g)
		}
	}
	slices.SortStableFunc(taken, func(a, b *group) int { return a.rank - b.rank })
	const most = 24 // groups compared with each other; no story heads its sections in more ways
	for i := 0; i < len(taken) && i < most; i++ {
		for k := i + 1; k < len(taken) && k < most; k++ {
			s.nest(taken[i], taken[k], taken[0])
		}
	}
	var ranks []int
	for _, g := range taken {
		ranks = append(ranks, g.rank)
	}
	slices.Sort(ranks)
	ranks = slices.Compact(ranks)
	for _, g := range taken {
		level, _ := slices.BinarySearch(ranks, g.rank)
		for _, m := range g.members {
			s.Heads[m].Level = uint8(level + 1)
		}
	}
}

// rank is a group's rank by its words, or by the company that bare numbers keep.
func (s *Scheme) rank(g *group) int {
	if g.rank > 0 {
		return g.rank
	}
	if g.word == 0 {
		for _, o := range s.Groups[1:] {
			if len(o.members) > 0 && (o.word != 0 && wording.HeadingList[o.word].Depth == wording.ChapterDepth || o.names && o.named(s) && s.standsCloser(g, o)) && s.beginsInside(g, o) {
				return int(wording.ChapterDepth)*10 + 5
			}
		}
	}
	return g.baseRank()
}

// standsCloser reports whether the numbers of g begin again, or stand with less
// white before them than the names of o: numbers that run once and stand as the
// names do are no further in ("Forethought", "I", "II", "Afterthought").
func (s *Scheme) standsCloser(g, o *group) bool {
	g.count(s.Heads)
	return g.starts > 1 || s.usualGap(g) < s.usualGap(o)
}

// usualGap is how many blank lines stand before most of a group's headings.
func (s *Scheme) usualGap(g *group) int {
	var gaps [16]int
	usual := 0
	for _, m := range g.members {
		if b := s.Heads[m].Before; b != StartOfStory {
			gaps[min(b, 15)]++
		}
	}
	for n, count := range gaps {
		if count > gaps[usual] {
			usual = n
		}
	}
	return usual
}

// named reports whether a group of names holds any name that is no satellite.
func (g *group) named(s *Scheme) bool {
	for _, m := range g.members {
		if s.Heads[m].Style&wording.Satellite == 0 {
			return true
		}
	}
	return false
}

// beginsInside reports whether group g's numbers begin at 1 right behind
// headings of group o, so that each of o's sections holds a run of g's.
func (s *Scheme) beginsInside(g, o *group) bool {
	inside, outside := 0, 0
	for _, m := range g.members {
		if s.Heads[m].Number != 1 {
			continue
		}
		if k, _ := slices.BinarySearch(o.members, m); k > 0 {
			inside++
		} else {
			outside++
		}
	}
	if inside+outside == 0 && s.goesOnInside(g, o) {
		g.goesOn = true
	}
	return g.goesOn || inside > 0 && outside == 0
}

// goesOnInside reports whether group g's numbers begin at 2, each time below a heading of
// group o: "CHAPTER I", text, "II", "III". The heading itself heads what would be "I".
func (s *Scheme) goesOnInside(g, o *group) bool {
	runs := 0
	for _, m := range g.members {
		if s.Heads[m].Number != 2 {
			continue
		}
		if m == 0 || s.Heads[m-1].Group == 0 || s.Groups[s.Heads[m-1].Group] != o {
			return false
		}
		runs++
	}
	return runs > 1
}

// nest compares two groups, a not further in than b, and moves one of them where
// their numbers show that the one stands inside the other.
func (s *Scheme) nest(a, b, outermost *group) {
	switch {
	case a.rank == b.rank && a.names != b.names:
		// Names above chapters that begin again at 1 below each of them.
		names, numbers := a, b
		if b.names {
			names, numbers = b, a
		}
		if numbers.starts > 1 && s.restartsBelow(names, numbers) && s.allApart(names, numbers) || len(names.members) > 1 && s.oftenAbove(names, numbers) && s.Heads[names.members[0]].Style&wording.Satellite == 0 {
			names.rank = min(names.rank, 35)
		}
	case a.rank == b.rank && a.names && b.names:
		switch {
		case s.oftenAbove(a, b):
			a.rank = min(outermost.rank, a.rank-5)
		case s.oftenAbove(b, a):
			b.rank = min(outermost.rank, b.rank-5)
		}
	case a.rank == b.rank && !a.names:
		switch {
		case s.leadsTo(a, b):
			a.rank = min(outermost.rank, a.rank-5)
		case s.leadsTo(b, a):
			b.rank = min(outermost.rank, b.rank-5)
		case b.starts > 1 && a.starts <= 1 && s.beginsInside(b, a):
			b.rank += 3
		case a.starts > 1 && b.starts <= 1 && s.beginsInside(a, b):
			a.rank += 3
		}
	case a.rank < b.rank && !a.names && !b.names && a.starts > 1 && b.starts <= 1 && s.beginsInside(a, b):
		a.rank = b.rank + 3 // "Part 1", "Part 2" inside each chapter
	}
}

// oftenAbove reports whether at least half of the names of a stand right above a name
// of b, without text between, and b has more of them.
func (s *Scheme) oftenAbove(a, b *group) bool {
	if len(a.members) >= len(b.members) {
		return false
	}
	above := 0
	for _, m := range a.members {
		if k := int(m) + 1; k < len(s.Heads) && s.Heads[k].Group > 0 && s.Groups[s.Heads[k].Group] == b && opening.NextText(s.Reading, int(s.Heads[m].To), s.To) == int(s.Heads[k].From) {
			above++
		}
	}
	return above*2 >= len(a.members)
}

// leadsTo reports whether a heading of a is followed, without text, by a heading
// of b that begins at 1: "SECOND EPILOGUE", then "CHAPTER I".
func (s *Scheme) leadsTo(a, b *group) bool {
	for _, m := range a.members {
		if k := int(m) + 1; k < len(s.Heads) {
			if h := &s.Heads[k]; h.Group > 0 && s.Groups[h.Group] == b && h.Number == 1 && h.From == s.Heads[m].Block+int32(s.Heads[m].After) {
				return true
			}
		}
	}
	return false
}

// restartsBelow reports whether numbers begin again at 1 behind at least one name.
func (s *Scheme) restartsBelow(names, numbers *group) bool {
	for _, m := range numbers.members {
		if s.Heads[m].Number == 1 {
			if k, _ := slices.BinarySearch(names.members, m); k > 0 {
				return true
			}
		}
	}
	return false
}

// allApart reports whether no name stands between two numbers of one run.
func (s *Scheme) allApart(names, numbers *group) bool {
	for _, m := range names.members {
		if k, _ := slices.BinarySearch(numbers.members, m); k < len(numbers.members) && s.Heads[numbers.members[k]].Number != 1 {
			return false
		}
	}
	return true
}
