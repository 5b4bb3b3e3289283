package parse

import (
	"strings"

	"storybind/internal/parse/passage"
)

// What a whole set shows to be no headings.

// dropSets takes back units that stand in a set which heads nothing: datelines that each
// stand right below a heading, whatever else does so each time, and numbers of pages, which
// grow and do not run.
func (o *sight) dropSets(out []role) {
	const least = 3
	var dated []int
	below := 0
	none := map[*alike]bool{}
	pages := map[*alike]*pageSet{}
	heads, hang := map[*alike]int{}, map[*alike]int{} // of a form without words for headings: those found, and those right below another heading
	for i, r := range out {
		u := &o.units[i]
		if r != headsSection || o.lines[u.line].Marks&passage.IsHead != 0 { // a person's word settles it
			continue
		}
		if u.verdict == noHeading && endsQuotation(o.lines[u.line].Text) {
			out[i] = noRole
			continue
		}
		if u.verdict == noHeading && namesDate(o.lines[u.line].Text) {
			dated = append(dated, i)
			if i > 0 && o.joinsOn(i-1) && out[i-1] != noRole {
				below++
			}
		}
		if u.verdict == noHeading && u.caps < 95 {
			a := o.groups[1][u.coarse]
			heads[a]++
			if i > 0 && o.joinsOn(i-1) && out[i-1] != noRole {
				hang[a]++
			}
		}
		if u.verdict == bareNumber && u.kind == digits {
			a := o.groups[1][u.coarse]
			p := pages[a]
			if p == nil {
				p = &pageSet{}
				pages[a] = p
			}
			p.add(u.number)
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
	for a := range none {
		for _, m := range a.members {
			if o.lines[o.units[m].line].Marks&passage.IsHead == 0 && out[m] == headsSection {
				out[m] = noRole
			}
		}
	}
	if len(dated) >= least && below*10 >= len(dated)*9 {
		for _, i := range dated {
			out[i] = noRole
		}
	}
	for i := range out { // nothing goes on with what heads nothing
		if out[i] == goesOnHeading && (i == 0 || !o.joinsOn(i-1) || out[i-1] == noRole) {
			out[i] = noRole
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
