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
	o.completeDates(out)
	o.completeTemplates(out)
}

// completeDates finds the dates above text of which most head the entries of a diary: the
// first of a part stands right below the part's heading.
func (o *Sight) completeDates(out []Role) {
	const longest = 40 // bytes
	heads, members := 0, 0
	member := func(i int) bool {
		u := &o.Units[i]
		p := &o.Passages[u.At]
		return u.Verdict != wording.WordNumber && NamesDate(o.lines[u.Line].Text) && len(o.lines[u.Line].Text) < longest && u.Centre == 0 && p.To-u.Line == 1 && p.After > 0 && o.proseBelow(i)
	}
	parts, chapters := 0, 0
	partAbove := func(i int) bool {
		return i > 0 && o.JoinsOn(i-1) && out[i-1] == HeadsSection && o.Units[i-1].Verdict == wording.WordNumber && wording.HeadingList[o.Units[i-1].Word].Depth < wording.ChapterDepth
	}
	for i, r := range out {
		u := &o.Units[i]
		if r == HeadsSection && u.Verdict == wording.WordNumber {
			if wording.HeadingList[u.Word].Depth < wording.ChapterDepth {
				parts++
			} else {
				chapters++
			}
		}
		if member(i) {
			if members++; r == HeadsSection {
				heads++
			}
		}
	}
	all := heads > 0 && members > 2 && parts > 1 && chapters == 0 // a diary in parts
	if !all && (heads < 2 || heads*2 < members) {
		return
	}
	for i, r := range out {
		if r == NoRole && member(i) && (all || partAbove(i)) {
			out[i] = HeadsSection
		}
	}
}

// completeTemplates finds the lines that count on in the words of two others that head
// sections: "Day the First", "Day the Second", and so on.
func (o *Sight) completeTemplates(out []Role) {
	for _, t := range o.templates {
		heads, last, rising := 0, int32(0), true
		for k, i := range t.units {
			u := &o.Units[i]
			if u.Verdict == wording.BareNumber || o.Passages[u.At].To-u.Line > 1 || u.tail != 0 {
				rising = false
				break
			}
			if out[i] == HeadsSection {
				heads++
			}
			rising = rising && (k == 0 || t.numbers[k] == last+1)
			last = t.numbers[k]
		}
		if !rising || heads < 2 || heads == len(t.units) {
			continue
		}
		for _, i := range t.units {
			if out[i] == NoRole && o.proseBelow(int(i)) {
				out[i] = HeadsSection
			}
		}
	}
}
