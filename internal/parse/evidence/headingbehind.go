package evidence

import (
	"slices"

	"storybind/internal/parse/passage"
	"storybind/internal/parse/wording"
)

// namesBehind adds to none the forms of names that stand only behind the last of a story's
// numbered sections, each with far less text below it than these have: what else a house
// has printed, or an author written.
func (o *Sight) namesBehind(out []Role, none map[*alike]bool) {
	const numbered, several, many, far = 5, 3, 6, 3
	if o.best == nil {
		return
	}
	last, found := -1, 0
	var text []int
	for _, m := range o.best.members {
		if out[m] != HeadsSection {
			continue
		}
		if last >= 0 {
			text = append(text, o.between(last, int(m)))
		}
		last = int(m)
		found++
	}
	if found < numbered {
		return
	}
	usual := middle(text)
	behind, before := map[*alike][]int{}, map[*alike]bool{}
	above := -1 // the heading above
	for i, r := range out {
		if r != HeadsSection {
			continue
		}
		if above > last {
			a := o.groups[1][o.Units[above].Coarse]
			behind[a] = append(behind[a], o.between(above, i))
		}
		above = i
		if u := &o.Units[i]; i < last || u.Verdict != wording.NoHeading || o.lines[u.Line].Marks&passage.IsHead != 0 {
			before[o.groups[1][u.Coarse]] = true
		}
	}
	for a, text := range behind {
		lists := len(text) >= many || int(o.ended) <= int(o.Units[a.members[len(a.members)-1]].At) || o.prices[len(o.Passages)] > o.prices[o.Units[last].At]
		if !before[a] && len(text) >= several && lists && middle(text)*far < usual {
			none[a] = true
		}
	}
}

// between is how many characters stand between units i and k.
func (o *Sight) between(i, k int) int {
	return o.lines[o.Units[k].Line].Start() - o.lines[o.Units[i].Line].Start()
}

// middle is the median of numbers, of which there are some; they are sorted.
func middle(n []int) int {
	slices.Sort(n)
	return n[len(n)/2]
}
