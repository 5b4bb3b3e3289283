package parse

import (
	"slices"

	"storybind/internal/book"
)

// A group is the headings of one kind: those that say "Chapter", or the bare
// Roman numbers, or the names set between rules.
type group struct {
	word     wordIndex
	kind     numeralKind // of bare numbers
	ornament byte        // the first sign round bare numbers; 0 when none
	titled   bool        // bare numbers with a name behind them
	names    bool
	parts    bool    // names of parts above numbers
	recurs   bool    // heads that come again: voices, times, days
	members  []int32 // indexes of candidates, in order
	steps    int     // how often a member's number is one more than that before it
	starts   int     // how often the numbers begin again at 1
	rank     int     // smaller is further out
	taken    bool
}

// A scheme is how the story's file heads its sections, found by counting: which
// kinds of heading it has, how often, how they stand and whether their numbers run.
type scheme struct {
	*reading
	survey
	from, to int      // the story's lines
	groups   []*group // groups[0] is none
	contents []contents
	apart    int8 // what anySatellite found: 1 none, 2 some; 0 before it looked
}

// findHeadings finds the story's own headings among all candidates of lines
// [from, to), and returns them in order with their levels.
func (r *reading) findHeadings(from, to int) *scheme {
	s := &scheme{reading: r, survey: r.headingCandidates(from, to), from: from, to: to, groups: []*group{{}}}
	s.takeContents(from, to)
	s.candidatesSaid()
	s.group()
	for _, g := range s.groups[1:] {
		if g.word != 0 {
			g.taken = s.judgeWords(g)
		}
	}
	for _, g := range s.groups[1:] {
		if g.word == 0 {
			g.taken = s.judgeNumbers(g)
		}
	}
	s.takeStories()
	s.joinTitles()
	s.takeSatellites()
	s.takePartNames()
	s.takeNames()
	s.takeSaid()
	s.takeNotes()
	s.dropPosted()
	s.dropTwice()
	s.setLevels()
	s.leaveOut()
	s.heads = slices.DeleteFunc(s.heads, func(h heading) bool { return h.level == 0 })
	return s
}

// group sorts the numbered candidates into groups.
func (s *scheme) group() {
	type key struct {
		word     wordIndex
		kind     numeralKind
		ornament byte
		titled   bool
	}
	index := map[key]int32{}
	for i := range s.heads {
		h := &s.heads[i]
		if h.kind == noNumeral || h.style&named != 0 {
			continue
		}
		k := key{word: h.word}
		if h.word == 0 {
			k.kind, k.titled = h.kind, h.titled()
			if h.style&ornamented != 0 {
				k.ornament = s.lines[h.line].Text[0]
			}
			if h.of != 0 { // "2/3" is a part of a series, as "Part 2/3" is
				k = key{word: headingWords["part"]}
			}
		}
		at, ok := index[k]
		if !ok {
			at = int32(len(s.groups))
			index[k] = at
			s.groups = append(s.groups, &group{word: k.word, kind: k.kind, ornament: k.ornament, titled: k.titled})
		}
		h.group = at
		s.groups[at].members = append(s.groups[at].members, int32(i))
	}
}

// keep drops the members for which ok is false.
func (g *group) keep(s *scheme, ok func(h *heading) bool) {
	kept := make([]int32, 0, len(g.members))
	for _, m := range g.members {
		if ok(&s.heads[m]) {
			kept = append(kept, m)
		} else {
			s.heads[m].group = 0
		}
	}
	g.members = kept
}

// count counts how the members' numbers run.
func (g *group) count(heads []heading) {
	g.steps, g.starts = 0, 0
	for k, m := range g.members {
		if v := heads[m].number; v == 1 {
			g.starts++
		} else if k > 0 && v == heads[g.members[k-1]].number+1 {
			g.steps++
		}
	}
}

// wide reports whether more white stands before a heading than between
// paragraphs, or it is the story's first line.
func (s *scheme) wide(h *heading) bool { return int(h.before) > s.paragraphGap() }

func (s *scheme) paragraphGap() int {
	if s.layout.double {
		return s.layout.gap + 1
	}
	return s.layout.gap
}

// spaced counts the members with wide white before them.
func (s *scheme) spaced(g *group) int {
	n := 0
	for _, m := range g.members {
		if s.wide(&s.heads[m]) {
			n++
		}
	}
	return n
}

// baseRank orders groups from the outermost in by their words alone.
func (g *group) baseRank() int {
	if g.rank > 0 {
		return g.rank
	}
	if g.word == 0 {
		return int(chapterDepth) * 10
	}
	return int(headingList[g.word].depth) * 10
}

// role is what a heading's word says the section is.
func (h *heading) role() book.Role {
	if h.word != 0 {
		return headingList[h.word].role
	}
	return book.Chapter
}
