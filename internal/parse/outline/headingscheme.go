package outline

import (
	"slices"
	"strings"

	"storybind/internal/book"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/evidence"
	"storybind/internal/parse/wording"
)

// A Heading heads a section: what its words say, and where it stands.
type Heading struct {
	wording.Form
	Line     int32 // the line itself
	From, To int32 // the lines that belong to it: rules round it, further lines of its title
	Block    int32 // where the run of lines without a blank ends in which it stands
	TitleAt  int32 // first line of a title that stands on lines of its own; 0 when none does
	Style    wording.Style
	Before   uint8  // blank lines before it; startOfStory when nothing stands before it
	After    uint8  // blank lines after it; 0 when text follows at once
	Prefix   uint8  // in "The Lamp (2/3)", the bytes of the story's title before the number
	Level    uint8  // 1 is outermost; 0 while it is not taken for a heading
	Chance   int16  // thousandths: how sure it is that it heads a section
	Again    int32  // where lines end that say it again right below; 0 when none do
	Begin    uint8  // where its words begin, when a volume's name stands before them
	End      uint8  // where they end, when a chapter's stand behind them; 0 when none do
	unit     int32  // the unit it was made of; -1 when a rule or a person made it
	shape    uint32 // how it is set: of names, those set alike are of one kind
	Group    int32  // the scheme's group it belongs to; 0 when none
}

// StartOfStory stands for the blank lines before the first line.
const StartOfStory = 255

// A group is the headings of one kind: those that say "Chapter", or the bare
// Roman numbers, or the names set alike.
type group struct {
	word     wording.WordIndex
	kind     wording.NumeralKind // of bare numbers
	ornament byte                // the first sign round bare numbers; 0 when none
	names    bool
	Recurs   bool    // heads that come again: voices, times, days
	members  []int32 // indexes of headings, in order
	steps    int     // how often a member's number is one more than that before it
	starts   int     // how often the numbers begin again at 1
	goesOn   bool    // the numbers begin at 2, each time below a heading of another kind
	rank     int     // smaller is further out
}

// A Scheme is how the story's file heads its sections: its headings and their kinds.
type Scheme struct {
	*desk.Reading
	Heads    []Heading // in order
	Cuts     []Cut     // lines that are no part of the story
	from, To int       // the story's lines
	Groups   []*group  // groups[0] is none
	Contents []contents
	sight    *evidence.Sight     // nil once it is forgotten
	sure     int                 // what Sure said of it
	pointed  bool                // there are numbers with points in them: "1.2"
	why      map[uint32][]string // the reasons for headings of one form
}

// FindHeadings finds the headings of lines [from, to), and returns them in order with
// their levels: what is sure by its form, what a person says, and what the evidence
// makes likely.
func FindHeadings(r *desk.Reading, from, to int) *Scheme {
	s := GatherHeadings(r, from, to)
	s.setLevels()
	s.levelsMarked()
	s.leaveOut()
	s.tellNames()
	return s
}

// GatherHeadings finds the headings, without their levels.
func GatherHeadings(r *desk.Reading, from, to int) *Scheme {
	heads, cuts, held := FindPosted(r, from, to)
	o := evidence.Look(r.Lines, from, to, SightSetting(r, held))
	o.FirstLook()
	s := &Scheme{Reading: r, Heads: heads, Cuts: cuts, from: from, To: to, sight: o}
	roles := o.Decide()
	s.joinAlike(o, roles)
	s.take(o, roles)
	s.headingsSaid()
	s.dropTwice()
	s.takeContents(from, to)
	s.splitVolumes()
	s.group()
	s.takeNotes()
	s.dropPosted()
	s.Heads = slices.DeleteFunc(s.Heads, func(h Heading) bool { return h.Group == 0 })
	s.group()
	return s
}

// group sorts the headings into groups: numbered ones by their words, names by how
// they are set.
func (s *Scheme) group() {
	type key struct {
		word     wording.WordIndex
		kind     wording.NumeralKind
		ornament byte
		titled   bool
		points   int // in "1.2"
		shape    uint32
	}
	index := map[key]int32{}
	s.Groups = []*group{{}}
	for i := range s.Heads {
		h := &s.Heads[i]
		k := key{word: h.Word}
		switch {
		case h.Style&wording.OfStory != 0:
			k = key{shape: 1}
		case h.Kind == wording.NoNumeral && h.Style&wording.Satellite != 0:
			k = key{shape: 2}
		case h.Kind == wording.NoNumeral || h.Style&wording.Named != 0:
			k = key{shape: 4 + h.shape}
		case h.Of != 0 && h.Word == 0: // "2/3" is a part of a series, as "Part 2/3" is
			k = key{word: wording.HeadingWords["part"]}
		case h.Word == 0:
			k.kind, k.titled, k.points = h.Kind, h.Titled(), s.points(h)
			if h.Style&wording.Ornamented != 0 {
				k.ornament = s.Lines[h.Line].Text[0]
			}
		}
		at, ok := index[k]
		if !ok {
			at = int32(len(s.Groups))
			index[k] = at
			g := &group{word: k.word, kind: k.kind, ornament: k.ornament}
			if k.shape != 0 {
				g.word, g.names, g.rank = 0, true, int(wording.ChapterDepth)*10
				if k.shape == 1 {
					g.rank = int(wording.VolumeDepth)*10 - 5
				}
			}
			if k.points > 0 {
				s.pointed = true
				g.rank = int(wording.ChapterDepth)*10 + 5*k.points
			}
			s.Groups = append(s.Groups, g)
		}
		h.Group = at
		s.Groups[at].members = append(s.Groups[at].members, int32(i))
	}
	for _, g := range s.Groups[1:] {
		g.Recurs = g.names && s.recurs(g)
	}
}

// points counts the points inside a bare number: "1.2" is further in than "1".
func (s *Scheme) points(h *Heading) int {
	if h.Kind != wording.Digits || int(h.Label) > len(s.Lines[h.Line].Text) || h.Label < h.Open {
		return 0
	}
	return strings.Count(strings.TrimRight(s.Lines[h.Line].Text[h.Open:h.Label], "."), ".")
}

// recurs reports whether names come again, as voices, times and days do.
func (s *Scheme) recurs(g *group) bool {
	again, seen := 0, map[uint64]bool{}
	for _, m := range g.members {
		h := &s.Heads[m]
		if h.Style&(wording.Satellite|wording.OfStory) != 0 || h.unit < 0 {
			return false
		}
		key := s.sight.Units[h.unit].Key
		if seen[key] {
			again++
		}
		seen[key] = true
	}
	return again*2 >= len(g.members)-1 && again > 0
}

// count counts how the members' numbers run.
func (g *group) count(heads []Heading) {
	g.steps, g.starts = 0, 0
	for k, m := range g.members {
		if v := heads[m].Number; v == 1 {
			g.starts++
		} else if k > 0 && v == heads[g.members[k-1]].Number+1 {
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
		return int(wording.ChapterDepth) * 10
	}
	return int(wording.HeadingList[g.word].Depth) * 10
}

// Role is what a heading's word says the section is.
func (h *Heading) Role() book.Role {
	if h.Word != 0 {
		return wording.HeadingList[h.Word].Role
	}
	return book.Chapter
}
