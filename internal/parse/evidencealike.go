package parse

import (
	"slices"
	"strings"

	"storybind/internal/parse/passage"
)

// Units of one form, by three measures of likeness.

// An alike is the units of one form.
type alike struct {
	members           []int32
	runs, ones, close int   // members whose number is one more than that before; that are 1; that stand right below the one before
	median, low       int   // characters between two members
	counted           int   // members that are no entries of a list
	sum, join         int   // of their chances; and of those of the passages right below them
	best, second      int32 // the members' two best chances
	below, above      int   // members right below a unit of another form, and right above one
	prose, ruled      int   // members with prose right below; with a rule or a mark right above
	distinct          int   // how many different things they say
	texts, even       int   // members with prose or a stanza right below; that stand about as far from the one before as most do
}

// findAlike gathers the units of one form, by three measures of likeness.
func (o *sight) findAlike() {
	for k := range o.groups {
		o.groups[k] = map[uint32]*alike{}
	}
	for i := range o.units {
		u := &o.units[i]
		for k, key := range [...]uint32{u.shape, u.coarse, u.rough} {
			a := o.groups[k][key]
			if a == nil {
				a = &alike{}
				o.groups[k][key] = a
			}
			a.members = append(a.members, int32(i))
		}
	}
	var away []int
	said := map[uint64]bool{}
	for k := range o.groups {
		for _, a := range o.groups[k] {
			away = away[:0]
			clear(said)
			for j, m := range a.members {
				u := &o.units[m]
				o.countCompany(a, int(m))
				said[u.key] = true
				if u.number == 1 && u.kind != noNumeral {
					a.ones++
				}
				if j == 0 {
					continue
				}
				v := &o.units[a.members[j-1]]
				if u.kind != noNumeral && u.number == v.number+1 {
					a.runs++
				}
				d := o.lines[u.line].Start - o.lines[v.line].Start
				if u.at-v.at <= 1 {
					a.close++
				}
				away = append(away, d)
			}
			a.distinct = len(said)
			if len(away) > 0 {
				slices.Sort(away)
				a.median, a.low = away[len(away)/2], away[len(away)/10]
				for _, d := range away {
					if d*3 > a.median && d < a.median*3 {
						a.even++
					}
				}
			}
		}
	}
}

// countCompany counts what stands right above and below unit m, of form a.
func (o *sight) countCompany(a *alike, m int) {
	u := &o.units[m]
	at := int(u.at)
	if m > 0 && o.units[m-1].at == u.at-1 && o.units[m-1].coarse != u.coarse {
		a.below++
	}
	if o.joinsOn(m) && o.units[m+1].coarse != u.coarse {
		a.above++
	}
	if at+1 < len(o.passages) && o.isProse(at+1) {
		a.prose++
	}
	if at+1 < len(o.passages) && (o.isProse(at+1) || o.isStanza(at+1)) {
		a.texts++
	}
	if at > 0 && o.isRuleOrMark(at-1) {
		a.ruled++
	}
}

// isStanza reports whether passage k is several lines that are shorter than the file's.
func (o *sight) isStanza(k int) bool {
	p := &o.passages[k]
	n := int(p.To - p.From)
	return n > 2 && n < 40 && (o.habits.Wrap == 0 || o.lineChars(k)*4 < o.habits.Wrap*3)
}

// isRuleOrMark reports whether passage k ends in a rule or a scene break's mark.
func (o *sight) isRuleOrMark(k int) bool {
	last := &o.lines[o.passages[k].To-1]
	return last.Marks&passage.IsMark != 0 || passage.IsRule(last.Text)
}

// findGaps counts how rare white lines are, and how many rules and marks stand above short units.
func (o *sight) findGaps() {
	for i := range o.passages {
		p := &o.passages[i]
		o.gaps[0][p.Before]++
		o.gaps[1][p.After]++
		if o.isRuleOrMark(i) {
			o.marks++
			if i+1 < len(o.passages) && o.unitAt[i+1] >= 0 && o.passages[i+1].Chars < longestName {
				o.marksHead++
			}
		}
	}
	for k := range o.gaps {
		for g := passage.Edge - 1; g >= 0; g-- {
			o.gaps[k][g] += o.gaps[k][g+1]
		}
	}
}

// companyMeasures are what members of unit i's form have above and below them, and how rare its white is.
func (o *sight) companyMeasures(i int, tell *tally) {
	u := &o.units[i]
	p := &o.passages[u.at]
	for _, a := range [...]*alike{o.groups[0][u.shape], o.groups[1][u.coarse]} {
		n := len(a.members)
		tell.put(a.below*100/n, a.above*100/n, a.prose*100/n, a.ruled*100/n, a.distinct*100/n, a.texts*100/n, a.even*100/n)
	}
	all := len(o.passages)
	tell.put(int(o.gaps[0][p.Before])*1000/all, int(o.gaps[1][p.After])*1000/all)
	share := -1
	if o.marks > 0 {
		share = int(o.marksHead) * 100 / int(o.marks)
	}
	tell.put(share)
	indent, above, below := 0, -1, -1
	if k := int(u.at) - 1; k >= 0 {
		indent, above = o.lines[o.passages[k].From].Indent-o.habits.Margin, o.lineChars(k)
	}
	if k := int(u.at) + 1; k < all {
		below = o.lineChars(k)
	}
	tell.put(indent, above, below, o.joints(p))
	tell.yes(u.at > 0 && hasFoldPrefix(o.lines[o.passages[u.at-1].From].Text, "[illustration"))
	rough, same := 0, 0
	if o.joinsOn(i) { // a signature stands above the next date, and the next
		v := o.groups[1][o.units[i+1].coarse]
		step := max(1, len(v.members)/64)
		asked := 0
		for k := 0; k < len(v.members); k += step {
			asked++
			if m := int(v.members[k]); m > 0 && o.joinsOn(m-1) {
				if o.units[m-1].rough == u.rough {
					rough++
				}
				if o.units[m-1].key == u.key {
					same++
				}
			}
		}
		rough, same = rough*100/asked, same*100/asked
	}
	tell.put(rough, same)
	mark := 0
	if t := o.lines[u.line].Text; marksNote(t) && u.at > 0 {
		mark = 1
		end := strings.IndexAny(t, "])}")
		for k := int(u.at) - 1; end > 0 && k >= max(0, int(u.at)-4) && mark == 1; k-- {
			for n := o.passages[k].From; n < o.passages[k].To; n++ {
				if x := strings.Index(o.lines[n].Text, t[:end+1]); x > 0 {
					mark = 2 // the text above refers to it
				}
			}
		}
	}
	tell.put(mark)
}

// lineChars is how many characters a line of passage k has.
func (o *sight) lineChars(k int) int {
	p := &o.passages[k]
	return min(int(p.Chars/(p.To-p.From)), 1000)
}

// joints counts the dashes and semicolons inside passage p: what a chapter tells of is
// listed between them.
func (o *sight) joints(p *passage.Passage) (n int) {
	for k := p.From; k < p.To; k++ {
		t := o.lines[k].Text
		n += strings.Count(t, "--") + strings.Count(t, "—") + strings.Count(t, ";")
	}
	return min(n, 99)
}

// alikeMeasures are those of a unit's form.
func (o *sight) alikeMeasures(a *alike, i int32, m *tally) {
	n := len(a.members)
	first, last := &o.units[a.members[0]], &o.units[a.members[n-1]]
	all := len(o.passages)
	r := place(a.members, i)
	m.put(min(n, 3000), n*1000/all, a.runs*100/n, min(a.ones, 500), a.close*100/n, min(a.median/10, 30000), min(a.low/10, 30000), int(first.at)*1000/all, int(last.at)*1000/all, r*100/n)
}
