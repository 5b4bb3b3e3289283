package parse

import (
	"fmt"
	"slices"
	"strings"

	"storybind/internal/diag"
	"storybind/internal/parse/passage"
)

// Names that head sections without any number ("The Gate", "THE GATE") are known
// by how they stand: named in printed contents, set between rules or ornaments,
// in capitals, or with more white before them than paragraphs have.

// A nameStyle is one way to set names; ok says whether a candidate is set so.
type nameStyle struct {
	ok    func(s *scheme, h *heading) bool
	least int  // how many there must be, unless one stands at the story's start
	text  int  // how many bytes of text must stand between two of them, on average
	late  bool // the first of them must stand near the text's beginning
	own   style
}

// nameStyles, the surest first.
var nameStyles = []nameStyle{
	{func(s *scheme, h *heading) bool { return h.style&listed != 0 && h.before > 0 }, 2, 0, false, 0},
	{func(s *scheme, h *heading) bool { return h.style&(underlined|ruled) != 0 }, 2, 20, false, 0},
	{func(s *scheme, h *heading) bool {
		return h.style&ornamented != 0 && s.wide(h) && (h.style&(cased|capitals) != 0 || h.before > 2)
	}, 2, 20, true, ornamented},
	{func(s *scheme, h *heading) bool { return h.style&capitals != 0 && s.wide(h) && h.before > 1 }, 2, 20, true, capitals},
	{func(s *scheme, h *heading) bool {
		return h.style&cased != 0 && h.before > 1 && int(h.before) >= s.paragraphGap() && h.after > 0 && s.shortEnough(h) && !s.stopped(h)
	}, 2, 20, true, 0},
	{func(s *scheme, h *heading) bool {
		return int(h.before) > s.paragraphGap()+1 && h.before > 2 && h.after > 0 && s.shortEnough(h) && !s.stopped(h)
	}, 2, 400, true, 0},
	{func(s *scheme, h *heading) bool {
		return h.style&capitals != 0 && h.before > 0 && h.after > 0 && !s.introduced(h)
	}, 3, 600, true, 0},
}

// takeNames accepts the names that head sections: all of the surest style, when
// no numbers head chapters; and those that stand apart from a numbered scheme.
func (s *scheme) takeNames() {
	s.renameRest()
	chapters := false
	var parts []int32 // headings of parts
	for _, g := range s.groups[1:] {
		switch {
		case !g.taken || g.names:
		case g.baseRank() >= int(chapterDepth)*10:
			chapters = true
		default:
			parts = append(parts, g.members...)
		}
	}
	titles := s.titlesListed()
	if !chapters && len(parts) == 0 && !s.listedNames() && (s.takeCounted() || s.takeRecurring()) {
		s.takeApart()
		return
	}
	collect := func(k int) *group { // k is 0: what contents list, a collection's story of its own name too
		g := &group{names: true, rank: int(chapterDepth) * 10}
		for i := range s.heads {
			if h := &s.heads[i]; h.style&named != 0 && !s.isTaken(h) && (k == 0 || !s.isBookTitle(h)) && nameStyles[k].ok(s, h) && !s.belowSatellite(i) && (k > 0 || !s.listedIn(h, titles)) {
				g.members = append(g.members, int32(i))
			}
		}
		if len(parts) > 0 && k > 0 {
			s.keepInside(g, parts)
		}
		s.dropTitlePage(g)
		return g
	}
	for k, style := range nameStyles {
		if chapters && k > 0 {
			break
		}
		g := collect(k)
		if !s.enough(g, style) {
			continue
		}
		if last := len(nameStyles) - 1; len(g.members) == 1 && k > 0 && k < last { // the story begins with it, and goes on with its like
			if more := collect(last); len(more.members) > 1 && more.members[0] == g.members[0] && s.enough(more, nameStyles[last]) {
				g, k = more, last
			}
		}
		g.taken = true
		at := int32(len(s.groups))
		s.groups = append(s.groups, g)
		for _, m := range g.members {
			s.heads[m].group = at
		}
		if !chapters {
			s.takeAlike(g, k, at, parts)
		}
		if k > 1 {
			s.tellNames(g)
		}
		break
	}
	s.takeApart()
}

// tellNames says that names were taken for headings by their look alone.
func (s *scheme) tellNames(g *group) {
	n := int(s.heads[g.members[0]].line)
	message := fmt.Sprintf("%q is taken for a heading, because of how it stands", s.lines[n].Text)
	if more := len(g.members) - 1; more > 0 {
		message = fmt.Sprintf("%q and %d more like it are taken for headings, because of how they stand", s.lines[n].Text, more)
	}
	s.remark("named-headings", diag.Note, n, n+1, message, "if they head nothing, give them no more blank lines than paragraphs have")
}

// keepInside keeps the names that stand inside parts, when most parts have some:
// then they are the parts' chapters.
func (s *scheme) keepInside(g *group, parts []int32) {
	slices.Sort(parts)
	with := 0
	for k, p := range parts {
		i, _ := slices.BinarySearch(g.members, p)
		if i < len(g.members) && (k+1 == len(parts) || g.members[i] < parts[k+1]) {
			with++
		}
	}
	i, _ := slices.BinarySearch(g.members, parts[0])
	g.members = g.members[i:]
	if with*2 <= len(parts) {
		g.members = nil
	}
}

// titlesListed are the entries of the printed contents that are headings taken
// already, or their titles: a line inside a chapter that says the same heads nothing.
func (s *scheme) titlesListed() map[string]bool {
	if len(s.contents) == 0 {
		return nil
	}
	m := map[string]bool{}
	for i := range s.heads {
		if h := &s.heads[i]; s.isTaken(h) {
			for _, k := range s.headingKeys(h) {
				m[k] = true
			}
		}
	}
	return m
}

// listedNames reports whether the printed contents name headings.
func (s *scheme) listedNames() bool {
	for i := range s.heads {
		if s.heads[i].style&(named|listed) == named|listed {
			return true
		}
	}
	return false
}

func (s *scheme) listedIn(h *heading, keys map[string]bool) bool {
	for _, k := range s.headingKeys(h) {
		if keys[k] {
			return true
		}
	}
	return false
}

// renameRest lets lines that were no good as numbers stand as names: "I Go to
// Bristol", "3 Days in May".
func (s *scheme) renameRest() {
	for i := range s.heads {
		h := &s.heads[i]
		everyday := h.verdict == wordNumber && headingList[h.word].plain && h.style&(inside|repeated) == 0
		if h.kind == noNumeral || h.verdict != maybe && !everyday || s.isTaken(h) || h.prefix > 0 {
			continue
		}
		h.form = form{}
		if !s.nameCandidate(h, h.after > 0) {
			h.style = 0
		}
	}
}

// enough reports whether a style's names are many enough, and far enough apart,
// to head the story's sections.
func (s *scheme) enough(g *group, style nameStyle) bool {
	n := len(g.members)
	if n == 0 {
		return false
	}
	first := &s.heads[g.members[0]]
	if n == 1 {
		if s.isSubtitle(first) {
			return false
		}
		starts := first.before == startOfStory && (s.book.Meta.Title != "" || len(s.book.Meta.Fields) > 0) && first.style&(capitals|framed) != 0 && first.after > 0 && first.after < 4 && !s.comesAgain(first)
		return starts || style.least <= 2 && s.wide(first) && s.anySatellite() && s.tookSatellite()
	}
	if n < style.least || style.text > 500 && s.sameAgain(g) {
		return false
	}
	between := s.textBetween(int(g.members[0]), int(g.members[n-1]))
	// Headlines and the like inside a story without chapters begin late in it.
	before := s.lines[first.line].Start - s.lines[s.from].Start
	if style.late && before > 400+between/(n-1) && !slices.ContainsFunc(s.heads[:g.members[0]], func(h heading) bool { return s.isTaken(&h) }) {
		return false
	}
	text := style.text
	if text > 500 && first.before == startOfStory { // the story begins with one
		text = 200
	}
	return between >= text*(n-1)
}

// comesAgain reports whether another line says the same, as a speaker's name does.
func (s *scheme) comesAgain(h *heading) bool {
	text := s.lines[h.line].Text
	for i := range s.heads {
		if o := &s.heads[i]; o.line != h.line && s.lines[o.line].Text == text {
			return true
		}
	}
	return false
}

// sameAgain reports whether many of the names are the same, as speakers' are in a play.
func (s *scheme) sameAgain(g *group) bool {
	seen := map[string]bool{}
	for _, m := range g.members {
		seen[plainKey(s.lines[s.heads[m].line].Text)] = true
	}
	return len(seen)*5 < len(g.members)*4
}

// takeAlike adds names that stand as far apart as the group's do, whatever their
// style, and names of the group's own style that stand at least as far apart as
// paragraphs that two and more blank lines part.
func (s *scheme) takeAlike(g *group, style int, at int32, parts []int32) {
	usual := s.usualGap(g)
	if usual < 2 || usual <= s.paragraphGap() {
		usual = 16
	}
	own := nameStyles[style].own
	least := max(2, s.paragraphGap())
	g.members = g.members[:0]
	for i := range s.heads {
		h := &s.heads[i]
		if h.group == at {
			g.members = append(g.members, int32(i))
			continue
		}
		if h.style&named == 0 || h.group != 0 || h.before == startOfStory || h.after == 0 || len(parts) > 0 && int32(i) < parts[0] || s.isBookTitle(h) || !s.shortEnough(h) || s.stopped(h) {
			continue
		}
		if int(h.before) >= usual || h.style&own != 0 && int(h.before) >= least && !s.introduced(h) {
			h.group = at
			g.members = append(g.members, int32(i))
		}
	}
}

func (s *scheme) isTaken(h *heading) bool { return h.group > 0 && s.groups[h.group].taken }

// isBookTitle reports whether a line only repeats the story's title.
func (s *scheme) isBookTitle(h *heading) bool {
	t := s.book.Meta.Title
	if namesOthers(s.book.Meta.Subtitle) { // a collection's story of its own name
		return false
	}
	if t == "" || len(s.lines[h.line].Text) >= 2*len(t)+8 {
		return false
	}
	key := plainKey(s.lines[h.line].Text)
	for n := h.line + 1; n < h.to && len(key) < 2*len(t)+8; n++ {
		key += plainKey(s.lines[n].Text)
	}
	return key == plainKey(t)
}

// stopped reports whether a line ends with a full stop, as a sentence does; the
// stop of an abbreviation ("Jr.") is none.
func (s *scheme) stopped(h *heading) bool {
	t := s.lines[h.line].Text
	last := t[strings.LastIndexByte(t, ' ')+1:]
	abbreviated := len(last) <= 4 && last[0] >= 'A' && last[0] <= 'Z'
	return t[len(t)-1] == '.' && h.style&capitals == 0 && !abbreviated
}

// shortEnough reports whether a line ends well before the text's measure: a line
// of a double-spaced paragraph does not.
func (s *scheme) shortEnough(h *heading) bool {
	l := &s.lines[h.line]
	return s.layout.wrap == 0 || l.Width-l.Indent <= s.layout.wrap*5/6
}

// introduced reports whether the text before a line announces it, as a sign's is
// announced by a colon.
func (s *scheme) introduced(h *heading) bool {
	n := int(h.from) - 1
	for n >= 0 && s.lines[n].Blank() {
		n--
	}
	return n >= 0 && s.lines[n].Tail == passage.EndsColon
}
