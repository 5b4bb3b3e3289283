package outline

import (
	"slices"

	"storybind/internal/parse/char"
	"storybind/internal/parse/evidence"
	"storybind/internal/parse/says"
)

// Headings that printed contents name. Where a list heads sections with most of its
// entries, the lines that the others name, each alone and at its place among them, head
// sections too: so a first chapter right below the list, which stands where an entry
// could, is found.

// nameHeads makes headings of the lines that entries of the list name and that are none
// yet. It does so for a whole list only: with them at least nine in ten entries must
// head sections.
func (s *Scheme) nameHeads(c *contents) {
	const least = 1 // entry that heads a section already; and half of all
	at, met := s.headsNamed(c)
	if met == len(at) {
		s.sureNamed(at)
	}
	if met == len(at) || met < least || met*2 < len(at) {
		return
	}
	next := make([]int, len(at)+1) // where the heading of the next entry that has one stands
	next[len(at)] = s.To
	for e := len(at) - 1; e >= 0; e-- {
		if next[e] = at[e]; at[e] < 0 {
			next[e] = next[e+1]
		}
	}
	var made []Heading
	from := c.To
	for e := range at {
		if at[e] < 0 && !columnWords[char.PlainKey(c.entries[e])] {
			if h, ok := s.lineNamed(c, e, from, next[e]); ok {
				at[e] = int(h.Line)
				made = append(made, h)
			}
		}
		from = max(from, at[e]+1)
	}
	if len(made) == 0 || (met+len(made))*10 < len(at)*9 {
		return
	}
	s.sureNamed(at)
	s.Heads = append(s.Heads, made...)
	slices.SortStableFunc(s.Heads, func(a, b Heading) int { return int(a.Line - b.Line) })
}

// sureNamed makes sure of the headings that end in the lines at: the list names them all.
func (s *Scheme) sureNamed(at []int) {
	k := 0
	for i := range s.Heads { // both are in order
		h := &s.Heads[i]
		for k < len(at) && at[k] < int(h.To)-1 {
			k++
		}
		if k < len(at) && at[k] == int(h.To)-1 {
			h.Chance = max(h.Chance, listed)
		}
	}
}

// listed is how sure a heading is that a whole list of contents names, in thousandths.
const listed = 900

// headsNamed says of each entry where outside the list the heading ends that it names, at
// its last line, or -1; and how many have one. Only headings in the list's own order count.
func (s *Scheme) headsNamed(c *contents) (at []int, met int) {
	at = make([]int, len(c.entries))
	for e := range at {
		at[e] = -1
	}
	last := -1
	for i := range s.Heads {
		h := &s.Heads[i]
		if int(h.Line) < c.To {
			continue
		}
		for _, k := range s.headingKeys(h) { // an entry in two lines, number and title, is met by both
			if e, ok := c.keys[k]; ok && e > last && at[e] < 0 {
				at[e], last = int(h.To)-1, e
				met++
			}
		}
	}
	return at, met
}

// lineNamed finds the one unit in lines [from, to) that says what entry e says.
func (s *Scheme) lineNamed(c *contents, e, from, to int) (Heading, bool) {
	const letters = 3 // what a page says by itself is too short to name anything, and a list of plates is a list
	found := -1
	first, _ := slices.BinarySearchFunc(s.sight.Units, from, func(u evidence.Unit, n int) int { return int(u.Line) - n })
	for i := first; i < len(s.sight.Units) && int(s.sight.Units[i].Line) < to; i++ {
		if t := s.Lines[s.sight.Units[i].Line].Text; len(char.PlainKey(t)) < letters || says.HeadsContents(t) {
			continue
		}
		h := s.headingOf(s.sight, i)
		if !slices.ContainsFunc(s.headingKeys(&h), func(k string) bool { n, ok := c.keys[k]; return ok && n == e }) {
			continue
		}
		if found >= 0 {
			return Heading{}, false
		}
		found = i
	}
	if found < 0 {
		return Heading{}, false
	}
	h := s.headingOf(s.sight, found)
	h.Chance = max(h.Chance, listed)
	return h, true
}
