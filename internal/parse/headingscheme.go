package parse

import (
	"slices"
	"unicode/utf8"

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
	s.joinTitles()
	s.takeSatellites()
	s.takeNames()
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
				k.ornament = s.lines[h.line].text[0]
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

// judgeWords decides whether the lines that hold one heading word are headings.
func (s *scheme) judgeWords(g *group) bool {
	word := headingList[g.word]
	s.dropPrefixes(g)
	g.count(s.heads)
	g.keep(s, func(h *heading) bool {
		l := &s.lines[h.line]
		lines := h.block - h.line
		switch {
		case h.style&inside != 0:
			return g.steps > 0
		case h.before == 0 && h.style&framed == 0:
			return false
		case h.titled() && (h.sep == 0 || h.sep == ',') && l.tail == endsStop && h.style&(capitals|framed) == 0:
			return false // "Part Two The man went home."
		case h.titled() && lines > 3 && s.layout.wrap > 0 && l.head != startsCaseless:
			return false // a paragraph that begins like a heading
		}
		return true
	})
	if len(g.members) > 3 {
		g.dropStrays(s)
	}
	g.count(s.heads)
	switch {
	case len(g.members) == 0:
		return false
	case g.steps == 0 && word.depth < chapterDepth && !s.leads(int(g.members[0])):
		return false // "Vol. I No. 1", on a title page
	case !word.plain || g.steps > 0:
		return true
	case len(g.members) > 1 && g.starts == len(g.members) && s.outerTaken(g):
		return true // "Scene I" in every act
	case len(g.members) > 1:
		return word.depth < chapterDepth && s.spaced(g)*2 > len(g.members)
	}
	h := &s.heads[g.members[0]]
	return h.of != 0 || s.wide(h) && (h.style&(framed|capitals|inset) != 0 || h.after > 0)
}

// outerTaken reports whether a taken group of words stands further out than g.
func (s *scheme) outerTaken(g *group) bool {
	for _, o := range s.groups[1:] {
		if o.taken && o.word != 0 && o.steps > 0 && headingList[o.word].depth < headingList[g.word].depth && s.beginsInside(g, o) {
			return true
		}
	}
	return false
}

// dropPrefixes leaves out headings that begin with a title which neither the
// header nor another heading has.
func (s *scheme) dropPrefixes(g *group) {
	var seen map[string]int
	for _, m := range g.members {
		if h := &s.heads[m]; h.prefix > 0 {
			if seen == nil {
				seen = map[string]int{plainKey(s.book.Meta.Title): 1}
			}
			seen[plainKey(s.lines[h.line].text[:h.prefix])]++
		}
	}
	if seen != nil {
		g.keep(s, func(h *heading) bool {
			return h.prefix == 0 || h.style&repeated != 0 || seen[plainKey(s.lines[h.line].text[:h.prefix])] > 1
		})
	}
}

// judgeNumbers decides whether bare numbers of one kind are headings: they must
// run, and text must stand between them.
func (s *scheme) judgeNumbers(g *group) bool {
	g.keep(s, func(h *heading) bool { return h.before > 0 || h.style&framed != 0 })
	g.keepRuns(s)
	g.count(s.heads)
	if len(g.members) == 0 {
		return false
	}
	first := &s.heads[g.members[0]]
	if len(g.members) == 1 {
		// "Prologue", "I", "Epilogue".
		return first.number == 1 && s.wide(first) && s.anySatellite()
	}
	if g.steps == 0 || s.isList(g) {
		return false
	}
	if g.titled {
		cased := 0
		for _, m := range g.members {
			h := &s.heads[m]
			t := s.lines[h.line].text[h.title:h.close]
			if c, _ := utf8.DecodeRuneInString(t); isCJK(c) || titleCased(t) || h.style&capitals != 0 || s.wide(h) && s.lines[h.line].tail != endsStop {
				cased++
			}
		}
		if cased*2 <= len(g.members) {
			return false
		}
	}
	return first.number <= 2 || g.steps > 1 || s.goesOnFrom(g)
}

// keepRuns keeps the numbers that follow one another, and drops strays: a year,
// a page, a countdown.
func (g *group) keepRuns(s *scheme) {
	last := int16(0)
	kept := g.members[:0]
	for k, m := range g.members {
		v := s.heads[m].number
		next := int16(-1)
		if k+1 < len(g.members) {
			next = s.heads[g.members[k+1]].number
		}
		switch {
		case v == last+1, v == 1, next == v+1 && v > 0, v > last && v <= last+3 && next < 0:
			kept = append(kept, m)
			last = v
		default:
			s.heads[m].group = 0
		}
	}
	g.members = kept
}

// dropStrays drops members that neither run nor stand as the others do.
func (g *group) dropStrays(s *scheme) {
	var gaps [16]int
	for _, m := range g.members {
		gaps[min(s.heads[m].before, 15)]++
	}
	usual := 0
	for n, count := range gaps {
		if count > gaps[usual] {
			usual = n
		}
	}
	members := g.members
	k := -1
	g.keep(s, func(h *heading) bool {
		k++
		runs := h.number == 1 ||
			k > 0 && s.heads[members[k-1]].number+1 == h.number ||
			k+1 < len(members) && s.heads[members[k+1]].number == h.number+1
		return runs || int(h.before) >= usual
	})
}

// isList reports whether the group's lines follow one another without text
// between them, as a list's entries do.
func (s *scheme) isList(g *group) bool {
	bare := 0
	for k, m := range g.members[1:] {
		if s.textBetween(int(g.members[k]), int(m)) < 20 {
			bare++
		}
	}
	return bare*2 >= len(g.members)-1
}

// textBetween is about how many bytes of text stand between two candidates.
func (s *scheme) textBetween(a, b int) int {
	n := int(s.heads[a].to)
	for n < int(s.heads[b].line) && s.lines[n].blank() {
		n++
	}
	return s.lines[s.heads[b].line].start - s.lines[n].start - int(s.heads[b].before)
}

// goesOnFrom reports whether a run that begins late goes on where a taken
// group's run stops ("ADVENTURE VI", then "VII"), and gives it that group's rank.
func (s *scheme) goesOnFrom(g *group) bool {
	first := g.members[0]
	for _, o := range s.groups[1:] {
		if !o.taken || o.word == 0 {
			continue
		}
		k, _ := slices.BinarySearch(o.members, first)
		if k > 0 && s.heads[o.members[k-1]].number+1 == s.heads[first].number {
			g.rank = o.baseRank()
			return true
		}
	}
	return false
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

// leads reports whether text or a numbered heading follows candidate i, and not
// the lines of a title page.
func (s *scheme) leads(i int) bool {
	h := &s.heads[i]
	if i+1 < len(s.heads) {
		if next := &s.heads[i+1]; (next.kind != noNumeral || next.style&satellite != 0) && next.from <= h.block+int32(h.after) {
			return true
		}
	}
	return h.block > h.to || s.opensText(i)
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

// role is what a heading's word says the section is.
func (h *heading) role() book.Role {
	if h.word != 0 {
		return headingList[h.word].role
	}
	return book.Chapter
}
