package evidence

import "storybind/internal/parse/wording"

// partAlike parts names that stand right below a heading from it, where as many names of
// their form head sections by themselves: "PART ONE" and below it its first chapter's
// name, set as the names of the other chapters are.
func (o *Sight) partAlike(scores [][roles]int32) {
	const likely, few = 500, 2
	type company struct{ alone, below int }
	seen := map[uint32]*company{}
	named := func(i int) bool {
		u := &o.Units[i]
		at := int(u.At) + 1
		return u.Verdict == wording.NoHeading && at < len(o.Passages) && (o.IsProse(at) || o.isStanza(at))
	}
	below := func(i int) bool { // a heading of a division with a number stands right above
		return i > 0 && o.JoinsOn(i-1) && o.Units[i-1].Verdict == wording.WordNumber && o.Second[i-1][HeadsSection] >= likely
	}
	for i := range o.Units {
		if !named(i) {
			continue
		}
		c := seen[o.Units[i].Coarse]
		if c == nil {
			c = &company{}
			seen[o.Units[i].Coarse] = c
		}
		switch {
		case below(i):
			c.below++
		case o.Second[i][HeadsSection] >= likely:
			c.alone++
		}
	}
	for i := range o.Units {
		c := seen[o.Units[i].Coarse]
		if c != nil && c.alone >= max(few, c.below) && named(i) && below(i) && scores[i][HeadsSection] > -never {
			s := &scores[i]
			s[HeadsSection] = max(s[HeadsSection], s[GoesOnHeading])
			s[GoesOnHeading] = -never
		}
	}
}
