package parse

import (
	"strings"

	"storybind/internal/parse/passage"
)

// Measures of the company that a unit keeps: whether what stands below others of the
// form above it looks like it, how it stands to the story's longest run of numbers,
// whether advertisements or notes are near.

// findBest finds the form whose numbers run longest.
func (o *sight) findBest() {
	runs := 0
	for i := range o.units { // in the order of the story, not of the map
		a := o.groups[1][o.units[i].coarse]
		if a != o.best && a.runs > runs && a.close*2 < len(a.members) {
			o.best, runs = a, a.runs
		}
	}
	if o.best != nil {
		for _, m := range o.best.members {
			o.bestAt = append(o.bestAt, o.units[m].at)
		}
	}
	for _, a := range o.people {
		o.authors = append(o.authors, hashKey(a))
	}
}

// findBack finds what speaks of back matter: the end, prices, notes.
func (o *sight) findBack() {
	o.ended = int32(len(o.passages))
	o.prices, o.notes = make([]int32, len(o.passages)+1), make([]int32, len(o.passages)+1)
	for i := range o.passages {
		t := o.lines[o.passages[i].From].Text
		o.prices[i+1], o.notes[i+1] = o.prices[i], o.notes[i]
		if o.passages[i].Chars < 60 && isTheEnd(t) && int(o.ended) == len(o.passages) {
			o.ended = int32(i + 1)
		}
		if o.unitAt[i] >= 0 && hasPrice(t) {
			o.prices[i+1]++
		}
		if marksNote(t) {
			o.notes[i+1]++
		}
	}
}

// hasPrice reports whether a line names a price or a book's make, as publishers' lists do.
func hasPrice(s string) bool {
	return strings.ContainsAny(s, "$£") || strings.Contains(s, "12mo") || strings.Contains(s, "8vo") || containsFold(s, "cents") || containsFold(s, "cloth")
}

// marksNote reports whether a passage begins as notes do: "[12] ", "[18:1]", "(3) ", "* ".
func marksNote(s string) bool {
	if len(s) < 3 || s[0] != '[' && s[0] != '(' && s[0] != '{' {
		return false
	}
	k := 1
	for k < len(s) && (s[k] >= '0' && s[k] <= '9' || s[k] == ':' || s[k] == ' ' && k > 1) {
		k++
	}
	return k > 1 && k < len(s) && (s[k] == ']' || s[k] == ')' || s[k] == '}') || hasFoldPrefix(s[1:], "footnote")
}

func (o *sight) company(i int, u *unit, p *passage.Passage, tell *tally) {
	at := int(u.at)
	tell.put(min(int(p.Before), 12) - min(int(p.After), 12))
	share, count, cont := 0, 0, 0
	if i > 0 && o.units[i-1].at == u.at-1 {
		v := &o.units[i-1]
		above := o.groups[1][v.coarse]
		n := len(above.members)
		step := max(1, n/64) // of long runs some are asked
		asked := 0
		for k := 0; k < n; k += step {
			m := above.members[k]
			if w := int(m) + 1; w < len(o.units) && o.units[w].at == o.units[m].at+1 && o.units[w].rough == u.rough {
				count++
			}
			asked++
		}
		share = count * 100 / asked
		cont = int(v.verdict)
		if v.verdict != noHeading && v.titled() {
			cont += 10
		}
	}
	tell.put(share, count)
	tell.yes(at > 0 && i > 0 && o.units[i-1].at == u.at-1 && o.units[i-1].coarse == u.coarse, i+1 < len(o.units) && o.units[i+1].at == u.at+1 && o.units[i+1].coarse == u.coarse)
	tell.put(cont)
	best, in, on, back := 0, false, 99, 99
	if o.best != nil {
		best = o.best.runs
		in = o.groups[1][u.coarse] == o.best
		k := place(o.bestAt, u.at)
		if k < len(o.bestAt) && o.bestAt[k] == u.at {
			k++
		}
		if k < len(o.bestAt) {
			on = min(int(o.bestAt[k])-at, 99)
		}
		if k = place(o.bestAt, u.at); k > 0 {
			back = min(at-int(o.bestAt[k-1]), 99)
		}
	}
	tell.put(min(best, 300))
	tell.yes(in)
	tell.put(on, back)
	author := false
	for _, a := range o.authors {
		author = author || a == u.key
	}
	tell.yes(author)
	tell.put(min(max(at-int(o.ended)+1, 0), 999))
	text := o.lines[u.line].Text
	lo, hi := max(0, at-8), min(len(o.passages), at+9)
	tell.yes(hasPrice(text))
	tell.put(int(o.prices[hi] - o.prices[lo]))
	tell.yes(marksNote(text))
	tell.put(int(o.notes[hi] - o.notes[lo]))
	upper, indent := 0, 0
	if at+1 < len(o.passages) {
		l := &o.lines[o.passages[at+1].From]
		if all, caps := passage.Letters(l.Text[:min(len(l.Text), 24)]); all > 0 {
			upper = caps * 100 / all
		}
		indent = l.Indent - o.habits.Margin
	}
	tell.put(upper, indent)
}
