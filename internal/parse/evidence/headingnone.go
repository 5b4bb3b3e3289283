package evidence

import (
	"strings"

	"storybind/internal/parse/passage"
	"storybind/internal/parse/wording"
)

// What a whole set shows to be no headings.

// dropSets takes back units that stand in a set which heads nothing: datelines that each
// stand right below a heading, whatever else does so each time, and numbers of pages, which
// grow and do not run; and what is listed behind the end.
func (o *Sight) dropSets(out []Role) {
	const least = 3
	var dated []int
	below := 0
	none := map[*alike]bool{}
	pages := map[*alike]*pageSet{}
	heads, hang := map[*alike]int{}, map[*alike]int{} // of a form without words for headings: those found, and those right below another heading
	for i, r := range out {
		u := &o.Units[i]
		if r != HeadsSection || o.lines[u.Line].Marks&passage.IsHead != 0 { // a person's word settles it
			continue
		}
		if u.Verdict == wording.NoHeading && endsQuotation(o.lines[u.Line].Text) {
			out[i] = NoRole
			continue
		}
		if u.Verdict == wording.NoHeading && NamesDate(o.lines[u.Line].Text) {
			dated = append(dated, i)
			if i > 0 && o.JoinsOn(i-1) && out[i-1] != NoRole {
				below++
			}
		}
		if u.Verdict == wording.NoHeading && u.Caps < 95 {
			a := o.groups[1][u.Coarse]
			heads[a]++
			if i > 0 && o.JoinsOn(i-1) && out[i-1] != NoRole {
				hang[a]++
			}
		}
		if u.Verdict == wording.BareNumber && u.Kind == wording.Digits {
			a := o.groups[1][u.Coarse]
			p := pages[a]
			if p == nil {
				p = &pageSet{}
				pages[a] = p
			}
			p.add(u.Number)
		}
	}
	for a, p := range pages {
		if p.found >= least && p.runs*5 < p.found && !p.begins {
			none[a] = true
		}
	}
	for a, n := range heads {
		if n >= least && hang[a]*10 >= n*9 { // "Eversley, 1869." below each sermon's heading
			none[a] = true
		}
	}
	o.namesBehind(out, none)
	o.dropInitials(out)
	for a := range none {
		for _, m := range a.members {
			if o.lines[o.Units[m].Line].Marks&passage.IsHead == 0 && out[m] == HeadsSection {
				out[m] = NoRole
			}
		}
	}
	if len(dated) >= least && below*10 >= len(dated)*9 {
		for _, i := range dated {
			out[i] = NoRole
		}
	}
	for i := range out { // nothing goes on with what heads nothing
		if out[i] == GoesOnHeading && (i == 0 || !o.JoinsOn(i-1) || out[i-1] == NoRole) {
			out[i] = NoRole
		}
	}
}

// A pageSet is bare numbers of one form, in order.
type pageSet struct {
	found, runs int // how many, and how many are one more than that before
	last        int16
	begins      bool // one of them is 1
}

func (p *pageSet) add(n int16) {
	if p.found > 0 && n == p.last+1 {
		p.runs++
	}
	p.found, p.last, p.begins = p.found+1, n, p.begins || n == 1
}

// dropInitials takes back a letter alone that is a numeral by chance, as one signs a note
// with it, where the numerals round it run on without it: "II", "C.", "III".
func (o *Sight) dropInitials(out []Role) {
	const far = 20
	before, runs := int16(0), false // the numeral before; whether two have run: those of an alphabet do not
	for i, r := range out {
		u := &o.Units[i]
		if r != HeadsSection || u.Verdict != wording.BareNumber || u.Kind != wording.Roman {
			continue
		}
		text := o.lines[u.Line].Text
		if one := len(strings.TrimRight(text, ".")) == 1; one && runs && u.Number > before+far && o.lines[u.Line].Marks&passage.IsHead == 0 {
			out[i] = NoRole
			continue
		}
		runs = runs || before > 0 && u.Number == before+1
		before = u.Number
	}
}

// endsQuotation reports whether a text only ends a quotation that began above it, as the
// name below a letter does: "Твой Пётр».".
func endsQuotation(s string) bool {
	const marks = "\"“”„«»"
	t := strings.TrimRight(s, ".,!?…)")
	if last := strings.LastIndexAny(t, marks); last < 0 || strings.IndexAny(t, marks) != last {
		return false
	}
	return strings.HasSuffix(t, "\"") || strings.HasSuffix(t, "”") || strings.HasSuffix(t, "»") || strings.HasSuffix(t, "«")
}
