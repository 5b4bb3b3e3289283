package evidence

import (
	"strings"

	"storybind/internal/parse/char"
	"storybind/internal/parse/passage"
	"storybind/internal/parse/says"
	"storybind/internal/parse/wording"
)

// Measures of the company that a unit keeps: whether what stands below others of the
// form above it looks like it, how it stands to the story's longest run of numbers,
// whether advertisements or notes are near.

// findBest finds the form whose numbers run longest.
func (o *Sight) findBest() {
	runs := 0
	for i := range o.Units { // in the order of the story, not of the map
		a := o.groups[1][o.Units[i].Coarse]
		if a != o.best && a.runs > runs && a.close*2 < len(a.members) {
			o.best, runs = a, a.runs
		}
	}
	if o.best != nil {
		for _, m := range o.best.members {
			o.bestAt = append(o.bestAt, o.Units[m].At)
		}
	}
	for _, a := range o.People {
		o.authors = append(o.authors, char.HashKey(a))
	}
}

// findBack finds what speaks of back matter: the end, prices, notes.
func (o *Sight) findBack() {
	o.ended = int32(len(o.Passages))
	o.prices, o.notes = make([]int32, len(o.Passages)+1), make([]int32, len(o.Passages)+1)
	for i := range o.Passages {
		t := o.lines[o.Passages[i].From].Text
		o.prices[i+1], o.notes[i+1] = o.prices[i], o.notes[i]
		if o.Passages[i].Chars < 60 && says.IsTheEnd(t) && int(o.ended) == len(o.Passages) {
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
	return strings.ContainsAny(s, "$£") || endsInPence(s) || strings.Contains(s, "12mo") || strings.Contains(s, "8vo") || char.ContainsFold(s, "cents") || char.ContainsFold(s, "cloth")
}

// endsInPence reports whether a line ends in an old price: "In 3 vols. 31s. 6d.", "6s."
func endsInPence(s string) bool {
	s = strings.TrimRight(s, " ._*]")
	if len(s) < 4 || s[len(s)-1] != 's' && s[len(s)-1] != 'd' {
		return false
	}
	digits := strings.TrimRight(s[:len(s)-1], "0123456789")
	return len(digits) < len(s)-1 && strings.HasSuffix(digits, " ")
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
	return k > 1 && k < len(s) && (s[k] == ']' || s[k] == ')' || s[k] == '}') || char.HasFoldPrefix(s[1:], "footnote")
}

func (o *Sight) company(i int, u *Unit, p *passage.Passage, tell *Tally) {
	at := int(u.At)
	tell.Put(min(int(p.Before), 12) - min(int(p.After), 12))
	share, count, cont := 0, 0, 0
	if i > 0 && o.Units[i-1].At == u.At-1 {
		v := &o.Units[i-1]
		above := o.groups[1][v.Coarse]
		n := len(above.members)
		step := max(1, n/64) // of long runs some are asked
		asked := 0
		for k := 0; k < n; k += step {
			m := above.members[k]
			if w := int(m) + 1; w < len(o.Units) && o.Units[w].At == o.Units[m].At+1 && o.Units[w].rough == u.rough {
				count++
			}
			asked++
		}
		share = count * 100 / asked
		cont = int(v.Verdict)
		if v.Verdict != wording.NoHeading && v.Titled() {
			cont += 10
		}
	}
	tell.Put(share, count)
	tell.yes(at > 0 && i > 0 && o.Units[i-1].At == u.At-1 && o.Units[i-1].Coarse == u.Coarse, i+1 < len(o.Units) && o.Units[i+1].At == u.At+1 && o.Units[i+1].Coarse == u.Coarse)
	tell.Put(cont)
	best, in, on, back := 0, false, 99, 99
	if o.best != nil {
		best = o.best.runs
		in = o.groups[1][u.Coarse] == o.best
		k := place(o.bestAt, u.At)
		if k < len(o.bestAt) && o.bestAt[k] == u.At {
			k++
		}
		if k < len(o.bestAt) {
			on = min(int(o.bestAt[k])-at, 99)
		}
		if k = place(o.bestAt, u.At); k > 0 {
			back = min(at-int(o.bestAt[k-1]), 99)
		}
	}
	tell.Put(min(best, 300))
	tell.yes(in)
	tell.Put(on, back)
	author := false
	for _, a := range o.authors {
		author = author || a == u.Key
	}
	tell.yes(author)
	tell.Put(min(max(at-int(o.ended)+1, 0), 999))
	text := o.lines[u.Line].Text
	lo, hi := max(0, at-8), min(len(o.Passages), at+9)
	tell.yes(hasPrice(text))
	tell.Put(int(o.prices[hi] - o.prices[lo]))
	tell.yes(marksNote(text))
	tell.Put(int(o.notes[hi] - o.notes[lo]))
	upper, indent := 0, 0
	if at+1 < len(o.Passages) {
		l := &o.lines[o.Passages[at+1].From]
		if all, caps := passage.Letters(l.Text[:min(len(l.Text), 24)]); all > 0 {
			upper = caps * 100 / all
		}
		indent = l.Indent() - o.Habits.Margin
	}
	tell.Put(upper, indent)
}
