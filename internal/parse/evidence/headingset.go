package evidence

import "storybind/internal/parse/wording"

// completeSets makes headings of the few names in a set that were not taken for such:
// lines that stand alone between prose with the same white round them, most of which head
// sections. One word among titles of several looks otherwise and is none the less.
func (o *Sight) completeSets(out []Role) {
	type white struct{ before, after uint8 }
	type set struct{ heads, members int }
	sets := map[white]*set{}
	member := func(i int) (white, bool) {
		u := &o.Units[i]
		p := &o.Passages[u.At]
		k := int(u.At)
		ok := u.Verdict == wording.NoHeading && u.Style == 0 && u.tail == 0 && u.Caps < 95 && u.Centre == 0 && u.person == 0 && (u.lead == 0 || u.lead == 8) && p.To-u.Line == 1 && p.Chars <= wording.LongestName &&
			k+1 < len(o.Passages) && (k == 0 || o.IsProse(k-1)) && o.IsProse(k+1)
		if k == 0 { // below the title page, what white stands above it says nothing
			return white{p.After, p.After}, ok
		}
		return white{p.Before, p.After}, ok
	}
	for i, r := range out {
		w, ok := member(i)
		if !ok {
			continue
		}
		s := sets[w]
		if s == nil {
			s = &set{}
			sets[w] = s
		}
		s.members++
		if r == HeadsSection {
			s.heads++
		}
	}
	for i, r := range out {
		if w, ok := member(i); ok && r == NoRole && sets[w].heads > 1 && sets[w].heads*3 >= sets[w].members*2 {
			out[i] = HeadsSection
		}
	}
}
