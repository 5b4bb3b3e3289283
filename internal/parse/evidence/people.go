package evidence

import (
	"strings"

	"storybind/internal/parse/says"
	"storybind/internal/parse/wording"
)

// Who signs: a name below a piece or a letter looks like a heading, and is none. A story
// whose sections are named after people has nothing but names in that form.

// person classes a unit's words as a name: 1 initials alone, 2 a person's name; 0 is none.
func (o *Sight) person(u *Unit) uint8 {
	const most = 40 // bytes
	p := &o.Passages[u.At]
	text := strings.Trim(o.lines[u.Line].Text, "_*.,-–— ")
	if u.Verdict != wording.NoHeading || p.To-u.Line > 1 || len(text) > most || text == "" {
		return 0
	}
	switch {
	case initials(text):
		return 1
	case says.IsPersons(text):
		return 2
	}
	return 0
}

// initials reports whether a text is nothing but initials: "A. M", "J. T. M".
func initials(s string) bool {
	for i := 0; i < len(s); i++ {
		if i%3 == 0 && (s[i] < 'A' || s[i] > 'Z') || i%3 == 1 && s[i] != '.' || i%3 == 2 && s[i] != ' ' {
			return false
		}
	}
	return len(s)%3 == 1
}

// peopleMeasures say who may be named in unit i, and how it stands to what is signed.
func (o *Sight) peopleMeasures(i int, tell *Tally) {
	u := &o.Units[i]
	l := &o.lines[u.Line]
	a := o.groups[1][u.Coarse]
	edge, toBest := -1, -1
	if o.Habits.Wrap > 0 {
		edge = l.Width() * 100 / o.Habits.Wrap
	}
	if o.best != nil && o.best.runs > 2 && o.best.median > 0 {
		toBest = a.median * 100 / o.best.median
	}
	tell.Put(int(u.person), a.people*100/len(a.members), edge, toBest)
	tell.yes(o.takesLeave(int(u.At)-1), o.greets(int(u.At)+1))
}

// takesLeave reports whether passage k ends a letter.
func (o *Sight) takesLeave(k int) bool {
	if k < 0 || o.Passages[k].Chars > 120 {
		return false
	}
	p := &o.Passages[k]
	return says.TakesLeave(o.lines[p.From].Text) || says.TakesLeave(o.lines[p.To-1].Text)
}

// greets reports whether passage k begins a letter.
func (o *Sight) greets(k int) bool {
	return k < len(o.Passages) && says.Greets(o.lines[o.Passages[k].From].Text)
}
