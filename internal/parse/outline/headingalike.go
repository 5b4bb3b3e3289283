package outline

import (
	"slices"

	"storybind/internal/book"
	"storybind/internal/parse/evidence"
	"storybind/internal/parse/says"
	"storybind/internal/parse/wording"
)

// joinAlike lets the line below a numbered heading go on with it where most headings of
// its kind have their title there, and where all numbered headings of the story have a
// line like a title right below.
func (s *Scheme) joinAlike(o *evidence.Sight, roles []evidence.Role) {
	const gaps = 6 // blank lines between number and title
	var joined [gaps]int
	var open [gaps][]int
	heads := 0
	for i := range roles {
		u := &o.Units[i]
		if roles[i] != evidence.HeadsSection || u.Titled() || u.Number == 0 || u.Verdict == wording.NoHeading {
			continue
		}
		if heads++; !o.JoinsOn(i) {
			continue
		}
		gap, below := int(o.Passages[u.At].After), &o.Passages[o.Units[i+1].At]
		switch {
		case gap >= gaps:
		case roles[i+1] == evidence.GoesOnHeading:
			joined[gap]++
		case roles[i+1] == evidence.NoRole && below.To-below.From == 1 && below.After > 0 && s.mayBeTitle(int(below.From)):
			open[gap] = append(open[gap], i+1)
		}
	}
	for gap, units := range open {
		enough := joined[gap] > 1 && joined[gap] >= 2*len(units)
		if gap == 0 { // such a line right below is hardly anything else
			enough = joined[gap] >= len(units) || joined[gap]+len(units) == heads
		} else if heads > 1 && joined[gap]+len(units) == heads { // "SERMON I", "OF SALT": each has one, in capitals
			enough = enough || !slices.ContainsFunc(units, func(i int) bool {
				return !book.Shouts(s.Lines[o.Passages[o.Units[i].At].From].Text) || o.Units[i].Recurs() // a speaker's name
			})
		}
		for _, i := range units {
			if enough {
				roles[i] = evidence.GoesOnHeading
			}
		}
	}
}

// mayBeTitle reports whether line n looks like a title, and is no picture's mark or remark
// in brackets.
func (s *Scheme) mayBeTitle(n int) bool {
	text := s.Lines[n].Text
	return says.TitleLike(text) && text[0] != '[' && text[0] != '('
}
