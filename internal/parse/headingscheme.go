package parse

import (
	"slices"
	"strings"

	"storybind/internal/book"
)

// A heading heads a section: what its words say, and where it stands.
type heading struct {
	form
	line     int32 // the line itself
	from, to int32 // the lines that belong to it: rules round it, further lines of its title
	block    int32 // where the run of lines without a blank ends in which it stands
	titleAt  int32 // first line of a title that stands on lines of its own; 0 when none does
	style    style
	before   uint8  // blank lines before it; startOfStory when nothing stands before it
	after    uint8  // blank lines after it; 0 when text follows at once
	prefix   uint8  // in "The Lamp (2/3)", the bytes of the story's title before the number
	level    uint8  // 1 is outermost; 0 while it is not taken for a heading
	chance   int16  // thousandths: how sure it is that it heads a section
	again    int32  // where lines end that say it again right below; 0 when none do
	begin    uint8  // where its words begin, when a volume's name stands before them
	end      uint8  // where they end, when a chapter's stand behind them; 0 when none do
	unit     int32  // the unit it was made of; -1 when a rule or a person made it
	shape    uint32 // how it is set: of names, those set alike are of one kind
	group    int32  // the scheme's group it belongs to; 0 when none
}

// startOfStory stands for the blank lines before the first line.
const startOfStory = 255

// longestName is the most characters of a name that heads a section.
const longestName = 75

// A group is the headings of one kind: those that say "Chapter", or the bare
// Roman numbers, or the names set alike.
type group struct {
	word     wordIndex
	kind     numeralKind // of bare numbers
	ornament byte        // the first sign round bare numbers; 0 when none
	names    bool
	recurs   bool    // heads that come again: voices, times, days
	members  []int32 // indexes of headings, in order
	steps    int     // how often a member's number is one more than that before it
	starts   int     // how often the numbers begin again at 1
	goesOn   bool    // the numbers begin at 2, each time below a heading of another kind
	rank     int     // smaller is further out
}

// A scheme is how the story's file heads its sections: its headings and their kinds.
type scheme struct {
	*reading
	heads    []heading // in order
	cuts     []cut     // lines that are no part of the story
	from, to int       // the story's lines
	groups   []*group  // groups[0] is none
	contents []contents
	sight    *sight
	pointed  bool                // there are numbers with points in them: "1.2"
	why      map[uint32][]string // the reasons for headings of one form
}

// findHeadings finds the headings of lines [from, to), and returns them in order with
// their levels: what is sure by its form, what a person says, and what the evidence
// makes likely.
func (r *reading) findHeadings(from, to int) *scheme {
	s := r.gatherHeadings(from, to)
	s.setLevels()
	s.levelsMarked()
	s.leaveOut()
	s.tellNames()
	return s
}

// gatherHeadings finds the headings, without their levels.
func (r *reading) gatherHeadings(from, to int) *scheme {
	heads, cuts, held := r.findPosted(from, to)
	o := look(r.lines, from, to, r.sightSetting(held))
	o.firstLook()
	s := &scheme{reading: r, heads: heads, cuts: cuts, from: from, to: to, sight: o}
	s.take(o, o.decide())
	s.headingsSaid()
	s.dropTwice()
	s.takeContents(from, to)
	s.splitVolumes()
	s.group()
	s.takeNotes()
	s.dropPosted()
	s.heads = slices.DeleteFunc(s.heads, func(h heading) bool { return h.group == 0 })
	s.group()
	return s
}

// group sorts the headings into groups: numbered ones by their words, names by how
// they are set.
func (s *scheme) group() {
	type key struct {
		word     wordIndex
		kind     numeralKind
		ornament byte
		titled   bool
		points   int // in "1.2"
		shape    uint32
	}
	index := map[key]int32{}
	s.groups = []*group{{}}
	for i := range s.heads {
		h := &s.heads[i]
		k := key{word: h.word}
		switch {
		case h.style&ofStory != 0:
			k = key{shape: 1}
		case h.kind == noNumeral && h.style&satellite != 0:
			k = key{shape: 2}
		case h.kind == noNumeral || h.style&named != 0:
			k = key{shape: 4 + h.shape}
		case h.of != 0 && h.word == 0: // "2/3" is a part of a series, as "Part 2/3" is
			k = key{word: headingWords["part"]}
		case h.word == 0:
			k.kind, k.titled, k.points = h.kind, h.titled(), s.points(h)
			if h.style&ornamented != 0 {
				k.ornament = s.lines[h.line].Text[0]
			}
		}
		at, ok := index[k]
		if !ok {
			at = int32(len(s.groups))
			index[k] = at
			g := &group{word: k.word, kind: k.kind, ornament: k.ornament}
			if k.shape != 0 {
				g.word, g.names, g.rank = 0, true, int(chapterDepth)*10
				if k.shape == 1 {
					g.rank = int(volumeDepth)*10 - 5
				}
			}
			if k.points > 0 {
				s.pointed = true
				g.rank = int(chapterDepth)*10 + 5*k.points
			}
			s.groups = append(s.groups, g)
		}
		h.group = at
		s.groups[at].members = append(s.groups[at].members, int32(i))
	}
	for _, g := range s.groups[1:] {
		g.recurs = g.names && s.recurs(g)
	}
}

// points counts the points inside a bare number: "1.2" is further in than "1".
func (s *scheme) points(h *heading) int {
	if h.kind != digits || int(h.label) > len(s.lines[h.line].Text) || h.label < h.open {
		return 0
	}
	return strings.Count(strings.TrimRight(s.lines[h.line].Text[h.open:h.label], "."), ".")
}

// recurs reports whether names come again, as voices, times and days do.
func (s *scheme) recurs(g *group) bool {
	again, seen := 0, map[uint64]bool{}
	for _, m := range g.members {
		h := &s.heads[m]
		if h.style&(satellite|ofStory) != 0 || h.unit < 0 {
			return false
		}
		key := s.sight.units[h.unit].key
		if seen[key] {
			again++
		}
		seen[key] = true
	}
	return again*2 >= len(g.members)-1 && again > 0
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
