package parse

import (
	"slices"

	"storybind/internal/parse/passage"
	"storybind/internal/parse/weigh"
)

// A role is what a unit is in the run of the story; the second look's classes, in order.
type role uint8

const (
	noRole        role = iota // it is text
	headsSection              // it heads a section
	goesOnHeading             // it goes on with the heading right above
	roles
)

// mostJoints is how many dashes and semicolons a title has at most.
const mostJoints = 2

// never is more than any evidence is worth.
const never = 1 << 20

// decide gives each unit the role that makes the whole story's roles most probable
// together, where a heading only goes on right below a heading (Viterbi 1967). Costs of
// one role after another, counted from the labelled texts, were tried and made it worse:
// the second look has seen the neighbours already.
func (o *sight) decide() []role {
	n := len(o.units)
	o.second = make([][roles]int32, n)
	out := make([]role, n)
	if n == 0 {
		return out
	}
	f := sectionForest()
	var row []int32
	scores := make([][roles]int32, n)
	for i := range o.units {
		s := &scores[i]
		switch l := &o.lines[o.units[i].line]; {
		case l.Marks&passage.IsHead != 0:
			*s = [roles]int32{-never, 0, -never}
		case o.units[i].of != 0 && o.prefixClass(&o.units[i]) == 2: // the story's title and the number of a part
			*s = [roles]int32{-never, 0, -never}
		case (o.saysTitle(&o.units[i]) || o.saysAuthor(&o.units[i])) && !o.proseBelow(i): // the title once more
			*s = [roles]int32{0, -never, -never}
		case isTheEnd(l.Text) && !o.proseBelow(i):
			*s = [roles]int32{0, -never, -never}
		case o.chance[i] < hardly || o.patterns:
			*s = [roles]int32{0, -never, -never}
		default:
			row = o.sectionRow(i, row[:0])
			f.Weigh(row, s[:])
			if u := &o.units[i]; u.verdict == wordNumber || u.wordOnly || o.joints(&o.passages[u.at]) > mostJoints || isEra(l.Text) {
				s[goesOnHeading] = -never // a word and a number begin a heading; a division's word alone ends none; a synopsis is none, nor is a year
			}
		}
		o.second[i] = *s
		weigh.Probability(o.second[i][:])
	}
	o.joinAlike(scores)
	back := make([][roles]role, n)
	var best, next [roles]int64
	best[goesOnHeading] = -never * 64
	for k := range best {
		best[k] += int64(scores[0][k])
	}
	for i := 1; i < n; i++ {
		below := o.joinsOn(i - 1)
		for k := range next {
			for j := range best {
				v := best[j]
				if role(k) == goesOnHeading && (role(j) == noRole || !below) {
					v -= never // there is no heading right above
				}
				if j == 0 || v > next[k] {
					next[k], back[i][k] = v, role(j)
				}
			}
			next[k] += int64(scores[i][k])
		}
		best = next
	}
	k := role(0)
	for j := range best {
		if best[j] > best[k] {
			k = role(j)
		}
	}
	for i := n - 1; i >= 0; i-- {
		out[i] = k
		k = back[i][k]
	}
	o.headWhereTextIs(out)
	o.dropSets(out)
	return out
}

// saysTitle reports whether a unit says the story's title, or, before any text, the
// title without what explains it: "The Mermaid" of "The Mermaid: A Love Tale".
func (o *sight) saysTitle(u *unit) bool {
	if o.title == 0 {
		return false
	}
	return u.key == o.title || u.key == o.mainTitle && o.prose[u.at] == 0
}

// saysAuthor reports whether a unit before any text is the author's name.
func (o *sight) saysAuthor(u *unit) bool {
	return o.prose[u.at] == 0 && slices.Contains(o.authors, u.key)
}

// proseBelow reports whether text stands right below unit i.
func (o *sight) proseBelow(i int) bool {
	next := int(o.units[i].at) + 1
	return next < len(o.passages) && o.isProse(next)
}

// headWhereTextIs moves a heading that stands in a list, without text below it, to the
// place where the same words, or the same number, stand above text.
func (o *sight) headWhereTextIs(out []role) {
	type number struct {
		word  wordIndex
		value int16
	}
	words, numbers := map[uint64]int{}, map[number]int{} // the last unit of these above text that heads nothing
	headed := map[number]bool{}                          // those of headings above text
	for i := len(out) - 1; i >= 0; i-- {
		u := &o.units[i]
		n := number{u.word, u.number}
		above := o.proseBelow(i)
		if out[i] == noRole {
			if above {
				words[u.key] = i
			}
			if u.verdict == wordNumber && (above || o.joinsOn(i) && o.proseBelow(i+1)) {
				numbers[n] = i
			}
			continue
		}
		if above || out[i] != headsSection || o.listed[u.at] < 2 || o.joinsOn(i) && out[i+1] == goesOnHeading {
			if u.verdict == wordNumber {
				headed[n] = true
			}
			continue
		}
		if u.verdict == wordNumber && headed[n] && o.lists(i) && o.isEntry(i) { // an entry: the heading stands below
			out[i] = noRole
			continue
		}
		k, ok := words[u.key]
		if !ok && u.verdict == wordNumber {
			k, ok = numbers[n]
		}
		if ok {
			out[i], out[k] = noRole, headsSection
			o.second[k] = o.second[i]
			if !o.proseBelow(k) {
				out[k+1] = goesOnHeading // its title stands between
			}
			delete(words, u.key)
			delete(numbers, n)
		}
	}
}

// lists reports whether the next unit right above or below unit i says the same word with
// the next number.
func (o *sight) lists(i int) bool {
	u := &o.units[i]
	next := func(v *unit, d int16) bool { return v.word == u.word && v.number == u.number+d }
	return o.joinsOn(i) && next(&o.units[i+1], 1) || i > 0 && o.joinsOn(i-1) && next(&o.units[i-1], -1)
}

// joinAlike lets the headings of one form decide together whether what stands right
// below them goes on with them.
func (o *sight) joinAlike(scores [][roles]int32) {
	type vote struct{ on, off, n int }
	votes := map[uint32]*vote{}
	for i := 1; i < len(o.units); i++ {
		if !o.joinsOn(i-1) || o.second[i-1][headsSection] < 400 {
			continue
		}
		v := votes[o.units[i-1].coarse]
		if v == nil {
			v = &vote{}
			votes[o.units[i-1].coarse] = v
		}
		v.n++
		v.on += int(o.second[i][goesOnHeading])
		v.off += int(o.second[i][noRole])
	}
	for i := 1; i < len(o.units); i++ {
		if !o.joinsOn(i-1) || o.second[i-1][headsSection] < 400 || scores[i][headsSection] == -never || scores[i][noRole] == -never {
			continue
		}
		if v := votes[o.units[i-1].coarse]; v.n > 3 {
			lean := int32((v.on - v.off) / v.n) // -1000 … 1000
			scores[i][goesOnHeading] += lean
			scores[i][noRole] -= lean
		}
	}
}
