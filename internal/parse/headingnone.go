package parse

import (
	"strings"

	"storybind/internal/parse/passage"
)

// What a whole set shows to be no headings.

// dropSets takes back units that stand in a set which heads nothing: datelines that each
// stand right below a heading, and numbers of pages, which grow and do not run.
func (o *sight) dropSets(out []role) {
	const least = 3
	var dated []int
	below := 0
	pages := map[*alike]bool{}
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
		if u.verdict == bareNumber && u.kind == digits {
			if a := o.groups[1][u.coarse]; len(a.members) >= least && a.runs*5 < len(a.members) && a.ones == 0 {
				pages[a] = true
			}
		}
	}
	for a := range pages {
		for _, m := range a.members {
			if o.lines[o.units[m].line].Marks&passage.IsHead == 0 {
				out[m] = noRole
			}
		}
	}
	if len(dated) >= least && below*10 >= len(dated)*9 {
		for _, i := range dated {
			out[i] = noRole
		}
	}
}

// endsQuotation reports whether a text only ends a quotation that began above it, as the
// name below a letter does: "Твой Пётр».".
func endsQuotation(s string) bool {
	const marks = "\"“”«»"
	t := strings.TrimRight(s, ".,!?…)")
	if last := strings.LastIndexAny(t, marks); last < 0 || strings.IndexAny(t, marks) != last {
		return false
	}
	return strings.HasSuffix(t, "\"") || strings.HasSuffix(t, "”") || strings.HasSuffix(t, "»") || strings.HasSuffix(t, "«")
}
