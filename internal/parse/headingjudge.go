package parse

import (
	"slices"
	"strings"
	"unicode/utf8"

	"storybind/internal/parse/passage"
)

// Which groups of candidates head sections, by how their numbers run and how they stand.

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
		case h.titled() && (h.sep == 0 || h.sep == ',') && l.Tail == passage.EndsStop && h.style&(capitals|framed) == 0 && !allCapitals(l.Text[h.title:h.close]):
			return false // "Part Two The man went home."
		case h.titled() && lines > 3 && s.layout.wrap > 0 && l.Head != passage.StartsCaseless:
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
	if s.entitles(int(g.members[0])) {
		return false
	}
	return h.of != 0 || s.wide(h) && (h.style&(framed|capitals|inset) != 0 || h.after > 0)
}

// entitles reports whether candidate i stands right below a number without a
// title, of a division no further out: "Chapter 6", then "Second Season".
func (s *scheme) entitles(i int) bool {
	if i == 0 {
		return false
	}
	h, prev := &s.heads[i], &s.heads[i-1]
	if prev.kind == noNumeral || prev.titled() || h.from > prev.to+int32(prev.after) {
		return false
	}
	return prev.word == 0 || headingList[prev.word].depth >= headingList[h.word].depth
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
			seen[plainKey(s.lines[h.line].Text[:h.prefix])]++
		}
	}
	if seen != nil {
		g.keep(s, func(h *heading) bool {
			return h.prefix == 0 || h.style&repeated != 0 || seen[plainKey(s.lines[h.line].Text[:h.prefix])] > 1
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
		if s.isPlusOne(g) {
			return true
		}
		// "Prologue", "I", "Epilogue", but not "I have endeavoured", over several lines.
		return first.number == 1 && s.wide(first) && s.anySatellite() && !(first.titled() && first.block > first.to)
	}
	if g.steps == 0 || s.isList(g) {
		return false
	}
	if g.titled {
		cased := 0
		for _, m := range g.members {
			h := &s.heads[m]
			t := s.lines[h.line].Text[h.title:h.close]
			if c, _ := utf8.DecodeRuneInString(t); isCJK(c) || titleCased(t) || h.style&capitals != 0 || (s.wide(h) || s.shortAlone(h) && len(g.members) > 2) && (s.lines[h.line].Tail != passage.EndsStop || quotedWhole(t)) {
				cased++
			}
		}
		if cased*2 <= len(g.members) {
			return false
		}
	}
	return first.number <= 2 || g.steps > 1 || s.goesOnFrom(g)
}

// quotedWhole reports whether a title is one quotation: "Goodbye."
func quotedWhole(t string) bool {
	return len(t) > 2 && (t[0] == '"' && t[len(t)-1] == '"' && strings.Count(t, "\"") == 2 || strings.HasPrefix(t, "“") && strings.HasSuffix(t, "”") && strings.Count(t, "“") == 1)
}

// shortAlone reports whether a heading is a few words alone between blank lines, with
// text below it that is no other line of its kind: "ii. by water".
func (s *scheme) shortAlone(h *heading) bool {
	const most, least = 30, 80 // columns of the heading, of the text below
	l := &s.lines[h.line]
	next := int(h.to) + int(h.after)
	return h.before > 0 && h.after > 0 && l.Width-l.Indent <= most && next < s.to && s.lines[min(next+1, s.to-1)].Start-s.lines[next].Start+s.lines[min(next+1, s.to-1)].Width >= least
}

// isPlusOne reports whether the group is the "+1" behind a run of numbers, as in
// stories of five times and one, and gives it that run's rank.
func (s *scheme) isPlusOne(g *group) bool {
	h := &s.heads[g.members[0]]
	if h.number != 1 || h.open != 1 || s.lines[h.line].Text[0] != '+' || h.after == 0 {
		return false
	}
	for _, o := range s.groups[1:] {
		if o.taken && o.word == 0 && len(o.members) > 2 && o.members[len(o.members)-1] < g.members[0] {
			g.rank = o.baseRank()
			return true
		}
	}
	return false
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
	for n < int(s.heads[b].line) && s.lines[n].Blank() {
		n++
	}
	return s.lines[s.heads[b].line].Start - s.lines[n].Start - int(s.heads[b].before)
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
