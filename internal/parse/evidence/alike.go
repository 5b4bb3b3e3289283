package evidence

import (
	"slices"
	"strings"

	"storybind/internal/parse/char"
	"storybind/internal/parse/passage"
	"storybind/internal/parse/wording"
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
	people            int   // members that are a person's name
	asked             int   // members that may be parts of headings
	behind, dated     int   // those of them behind the longest run of numbers, and those that name a date
	texts, even       int   // members with prose or a stanza right below; that stand about as far from the one before as most do
}

// findAlike gathers the units of one form, by three measures of likeness.
func (o *Sight) findAlike() {
	for k := range o.groups {
		o.groups[k] = map[uint32]*alike{}
	}
	for i := range o.Units {
		u := &o.Units[i]
		for k, key := range [...]uint32{u.Shape, u.Coarse, u.rough} {
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
				u := &o.Units[m]
				o.countCompany(a, int(m))
				said[u.Key] = true
				if u.Number == 1 && u.Kind != wording.NoNumeral {
					a.ones++
				}
				if j == 0 {
					continue
				}
				v := &o.Units[a.members[j-1]]
				if u.Kind != wording.NoNumeral && follows(v, u) {
					a.runs++
				}
				d := o.lines[u.Line].Start() - o.lines[v.Line].Start()
				if u.At-v.At <= 1 {
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
func (o *Sight) countCompany(a *alike, m int) {
	u := &o.Units[m]
	at := int(u.At)
	if m > 0 && o.Units[m-1].At == u.At-1 && o.Units[m-1].Coarse != u.Coarse {
		a.below++
	}
	if o.JoinsOn(m) && o.Units[m+1].Coarse != u.Coarse {
		a.above++
	}
	if u.person == 2 {
		a.people++
	}
	if at+1 < len(o.Passages) && o.IsProse(at+1) {
		a.prose++
	}
	if at+1 < len(o.Passages) && (o.IsProse(at+1) || o.isStanza(at+1)) {
		a.texts++
	}
	if at > 0 && o.isRuleOrMark(at-1) {
		a.ruled++
	}
}

// isStanza reports whether passage k is several lines that are shorter than the file's.
func (o *Sight) isStanza(k int) bool {
	p := &o.Passages[k]
	n := int(p.To - p.From)
	return n > 2 && n < 40 && (o.Habits.Wrap == 0 || o.lineChars(k)*4 < o.Habits.Wrap*3)
}

// isRuleOrMark reports whether passage k ends in a rule or a scene break's mark.
func (o *Sight) isRuleOrMark(k int) bool {
	last := &o.lines[o.Passages[k].To-1]
	return last.Marks&passage.IsMark != 0 || passage.IsRule(last.Text)
}

// findGaps counts how rare white lines are, and how many rules and marks stand above short units.
func (o *Sight) findGaps() {
	for i := range o.Passages {
		p := &o.Passages[i]
		o.gaps[0][p.Before]++
		o.gaps[1][p.After]++
		if o.isRuleOrMark(i) {
			o.marks++
			if i+1 < len(o.Passages) && o.unitAt[i+1] >= 0 && o.Passages[i+1].Chars < wording.LongestName {
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
func (o *Sight) companyMeasures(i int, tell *Tally) {
	u := &o.Units[i]
	p := &o.Passages[u.At]
	for _, a := range [...]*alike{o.groups[0][u.Shape], o.groups[1][u.Coarse]} {
		n := len(a.members)
		tell.Put(a.below*100/n, a.above*100/n, a.prose*100/n, a.ruled*100/n, a.distinct*100/n, a.texts*100/n, a.even*100/n)
	}
	all := len(o.Passages)
	tell.Put(int(o.gaps[0][p.Before])*1000/all, int(o.gaps[1][p.After])*1000/all)
	share := -1
	if o.marks > 0 {
		share = int(o.marksHead) * 100 / int(o.marks)
	}
	tell.Put(share)
	indent, above, below := 0, -1, -1
	if k := int(u.At) - 1; k >= 0 {
		indent, above = o.lines[o.Passages[k].From].Indent()-o.Habits.Margin, o.lineChars(k)
	}
	if k := int(u.At) + 1; k < all {
		below = o.lineChars(k)
	}
	tell.Put(indent, above, below, o.joints(p))
	tell.yes(u.At > 0 && char.HasFoldPrefix(o.lines[o.Passages[u.At-1].From].Text, "[illustration"))
	rough, same := 0, 0
	if o.JoinsOn(i) { // a signature stands above the next date, and the next
		v := o.groups[1][o.Units[i+1].Coarse]
		step := max(1, len(v.members)/64)
		asked := 0
		for k := 0; k < len(v.members); k += step {
			asked++
			if m := int(v.members[k]); m > 0 && o.JoinsOn(m-1) {
				if o.Units[m-1].rough == u.rough {
					rough++
				}
				if o.Units[m-1].Key == u.Key {
					same++
				}
			}
		}
		rough, same = rough*100/asked, same*100/asked
	}
	tell.Put(rough, same)
	mark := 0
	if t := o.lines[u.Line].Text; marksNote(t) && u.At > 0 {
		mark = 1
		end := strings.IndexAny(t, "])}")
		for k := int(u.At) - 1; end > 0 && k >= max(0, int(u.At)-4) && mark == 1; k-- {
			for n := o.Passages[k].From; n < o.Passages[k].To; n++ {
				if x := strings.Index(o.lines[n].Text, t[:end+1]); x > 0 {
					mark = 2 // the text above refers to it
				}
			}
		}
	}
	tell.Put(mark)
}

// lineChars is how many characters a line of passage k has.
func (o *Sight) lineChars(k int) int {
	p := &o.Passages[k]
	return min(int(p.Chars/(p.To-p.From)), 1000)
}

// joints counts the dashes and semicolons inside passage p: what a chapter tells of is
// listed between them.
func (o *Sight) joints(p *passage.Passage) (n int) {
	for k := p.From; k < p.To; k++ {
		t := o.lines[k].Text
		n += strings.Count(t, "--") + strings.Count(t, "—") + strings.Count(t, ";")
	}
	return min(n, 99)
}

// alikeMeasures are those of a unit's form.
func (o *Sight) alikeMeasures(a *alike, i int32, m *Tally) {
	n := len(a.members)
	first, last := &o.Units[a.members[0]], &o.Units[a.members[n-1]]
	all := len(o.Passages)
	r := place(a.members, i)
	m.Put(min(n, 3000), n*1000/all, a.runs*100/n, min(a.ones, 500), a.close*100/n, min(a.median/10, 30000), min(a.low/10, 30000), int(first.At)*1000/all, int(last.At)*1000/all, r*100/n)
}
