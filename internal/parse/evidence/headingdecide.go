package evidence

import (
	"slices"
	"strings"
	"unicode"

	"storybind/internal/parse/char"
	"storybind/internal/parse/passage"
	"storybind/internal/parse/says"
	"storybind/internal/parse/weigh"
	"storybind/internal/parse/wording"
)

// A Role is what a unit is in the run of the story; the second look's classes, in order.
type Role uint8

const (
	NoRole        Role = iota // it is text
	HeadsSection              // it heads a section
	GoesOnHeading             // it goes on with the heading right above
	roles
)

// mostJoints is how many dashes and semicolons a title has at most.
const mostJoints = 2

// never is more than any evidence is worth.
const never = 1 << 20

// Decide gives each unit the role that makes the whole story's roles most probable
// together, where a heading only goes on right below a heading (Viterbi 1967). Costs of
// one role after another, counted from the labelled texts, were tried and made it worse:
// the second look has seen the neighbours already.
func (o *Sight) Decide() []Role {
	n := len(o.Units)
	o.Second = make([][roles]int32, n)
	out := make([]Role, n)
	if n == 0 {
		return out
	}
	f := SectionForest()
	var row []int32
	scores := make([][roles]int32, n)
	for i := range o.Units {
		s := &scores[i]
		switch l := &o.lines[o.Units[i].Line]; {
		case l.Marks&passage.IsHead != 0:
			*s = [roles]int32{-never, 0, -never}
		case o.Units[i].Of != 0 && o.prefixClass(&o.Units[i]) == 2: // the story's title and the number of a part
			*s = [roles]int32{-never, 0, -never}
		case (o.saysTitle(&o.Units[i]) || o.saysAuthor(&o.Units[i])) && !o.proseBelow(i): // the title once more
			*s = [roles]int32{0, -never, -never}
		case says.IsTheEnd(l.Text) && !o.proseBelow(i):
			*s = [roles]int32{0, -never, -never}
		case o.speaks(i):
			*s = [roles]int32{0, -never, -never}
		case o.Chance[i] < Hardly || o.Patterns:
			*s = [roles]int32{0, -never, -never}
		default:
			row = o.SectionRow(i, row[:0])
			f.Weigh(row, s[:])
			if o.beginsAnew(i) {
				s[GoesOnHeading] = -never
			}
		}
		o.Second[i] = *s
		weigh.Probability(o.Second[i][:])
	}
	o.headAlone(scores)
	o.joinAlike(scores)
	o.partAlike(scores)
	back := make([][roles]Role, n)
	var best, next [roles]int64
	best[GoesOnHeading] = -never * 64
	for k := range best {
		best[k] += int64(scores[0][k])
	}
	for i := 1; i < n; i++ {
		below := o.JoinsOn(i - 1)
		for k := range next {
			for j := range best {
				v := best[j]
				if Role(k) == GoesOnHeading && (Role(j) == NoRole || !below) {
					v -= never // there is no heading right above
				}
				if j == 0 || v > next[k] {
					next[k], back[i][k] = v, Role(j)
				}
			}
			next[k] += int64(scores[i][k])
		}
		best = next
	}
	k := Role(0)
	for j := range best {
		if best[j] > best[k] {
			k = Role(j)
		}
	}
	for i := n - 1; i >= 0; i-- {
		out[i] = k
		k = back[i][k]
	}
	o.headWhereTextIs(out)
	o.completeSets(out)
	o.dropSets(out)
	return out
}

// beginsAnew reports whether unit i goes on with no heading for sure: a word and a number
// begin one; a division's word alone ends none; a synopsis is none, nor is a year, nor where
// a film's scene is set, nor a quotation of several lines.
func (o *Sight) beginsAnew(i int) bool {
	const quote, capitals = 3, 95
	u := &o.Units[i]
	p := &o.Passages[u.At]
	text := o.lines[u.Line].Text
	return u.Verdict == wording.WordNumber || u.wordOnly || u.Verdict == wording.NoHeading && u.Caps < capitals && jointStops(text) || o.joints(p) > mostJoints || says.IsEra(text) || says.SetsScene(text) || u.lead == quote && p.To-u.Line > 1 && u.Caps < capitals
}

// jointStops reports whether a full stop and a dash part what a line says, as synopses have
// it: "The sea.--The end."
func jointStops(s string) bool {
	for _, joint := range [...]string{".--", ".—", ". --", ". —"} {
		if i := strings.Index(s, joint); i > 3 && len(s) > i+len(joint) { // not "II.--The Gate"
			return true
		}
	}
	return false
}

// saysTitle reports whether a unit says the story's title, or, before any text, the
// title without what explains it: "The Mermaid" of "The Mermaid: A Love Tale".
func (o *Sight) saysTitle(u *Unit) bool {
	if o.title == 0 {
		return false
	}
	return u.Key == o.title || u.Key == o.mainTitle && o.prose[u.At] == 0
}

// saysAuthor reports whether a unit before any text is the author's name.
func (o *Sight) saysAuthor(u *Unit) bool {
	return o.prose[u.At] == 0 && slices.Contains(o.authors, u.Key)
}

// proseBelow reports whether text stands right below unit i.
func (o *Sight) proseBelow(i int) bool {
	next := int(o.Units[i].At) + 1
	return next < len(o.Passages) && o.IsProse(next)
}

// dashSpeech reports whether a line opens with a dash, a blank and a word, as speech does in
// many languages, and no second dash closes it: "— 3 —" is a number.
func dashSpeech(s string) bool {
	for _, dash := range [...]string{"— ", "– ", "― "} {
		if rest, ok := strings.CutPrefix(s, dash); ok {
			c := char.FirstRune(rest)
			return unicode.IsLetter(c) && !strings.HasSuffix(s, strings.TrimSpace(dash))
		}
	}
	return false
}

// headWhereTextIs moves a heading that stands in a list, without text below it, to the
// place where the same words, or the same number, stand above text.
func (o *Sight) headWhereTextIs(out []Role) {
	type number struct {
		word  wording.WordIndex
		value int16
	}
	words, numbers := map[uint64]int{}, map[number]int{} // the last unit of these above text that heads nothing
	headed := map[number]bool{}                          // those of headings above text
	for i := len(out) - 1; i >= 0; i-- {
		u := &o.Units[i]
		n := number{u.Word, u.Number}
		above := o.proseBelow(i)
		if out[i] == NoRole {
			if above {
				words[u.Key] = i
			}
			if u.Verdict == wording.WordNumber && (above || o.JoinsOn(i) && o.proseBelow(i+1)) {
				numbers[n] = i
			}
			continue
		}
		if above || out[i] != HeadsSection || o.listed[u.At] < 2 || o.JoinsOn(i) && out[i+1] == GoesOnHeading {
			if u.Verdict == wording.WordNumber {
				headed[n] = true
			}
			continue
		}
		if u.Verdict == wording.WordNumber && headed[n] && o.lists(i) && o.isEntry(i) { // an entry: the heading stands below
			out[i] = NoRole
			continue
		}
		k, ok := words[u.Key]
		if !ok && u.Verdict == wording.WordNumber {
			k, ok = numbers[n]
		}
		if ok {
			out[i], out[k] = NoRole, HeadsSection
			o.Second[k] = o.Second[i]
			if !o.proseBelow(k) && out[k+1] == NoRole {
				out[k+1] = GoesOnHeading // its title stands between
			}
			delete(words, u.Key)
			delete(numbers, n)
		}
	}
}

// lists reports whether the next unit right above or below unit i says the same word with
// the next number.
func (o *Sight) lists(i int) bool {
	u := &o.Units[i]
	next := func(v *Unit, d int16) bool { return v.Word == u.Word && v.Number == u.Number+d }
	return o.JoinsOn(i) && next(&o.Units[i+1], 1) || i > 0 && o.JoinsOn(i-1) && next(&o.Units[i-1], -1)
}

// joinAlike lets the headings of one form decide together whether what stands right
// below them goes on with them.
func (o *Sight) joinAlike(scores [][roles]int32) {
	const capitals = 95 // hundredths
	type vote struct{ on, off, n int }
	votes := map[uint32]*vote{}
	for i := 1; i < len(o.Units); i++ {
		if !o.JoinsOn(i-1) || o.Second[i-1][HeadsSection] < 400 {
			continue
		}
		v := votes[o.Units[i-1].Coarse]
		if v == nil {
			v = &vote{}
			votes[o.Units[i-1].Coarse] = v
		}
		v.n++
		v.on += int(o.Second[i][GoesOnHeading])
		v.off += int(o.Second[i][NoRole])
	}
	for i := 1; i < len(o.Units); i++ {
		if !o.JoinsOn(i-1) || o.Second[i-1][HeadsSection] < 400 || scores[i][HeadsSection] == -never || scores[i][NoRole] == -never {
			continue
		}
		if v := votes[o.Units[i-1].Coarse]; v.n > 3 {
			lean := 2 * int32((v.on-v.off)/v.n) // -2000 … 2000
			scores[i][GoesOnHeading] += lean
			scores[i][NoRole] -= lean
			if u := &o.Units[i]; lean < 0 && o.Passages[u.At].To-u.Line > 1 && u.Caps < capitals {
				scores[i][GoesOnHeading] -= 4 * weigh.Unit // a motto of several lines, where other chapters have no title
			}
		}
	}
}

// speaks reports whether unit i is what somebody says, in quotation marks with a full stop
// before the closing one, or, where a line is a paragraph, a paragraph of several
// sentences: neither heads a section, however much white stands round it.
func (o *Sight) speaks(i int) bool {
	const least = 100 // characters
	u := &o.Units[i]
	p := &o.Passages[u.At]
	t := o.lines[u.Line].Text
	if u.Verdict != wording.NoHeading || wording.AllCapitals(t) || o.belowNumber(int(u.At)) {
		return false
	}
	if o.Habits.Wrap == 0 && dashSpeech(t) && o.lines[u.Line].Tail == passage.EndsStop {
		return true
	}
	return char.OpensQuote(t) && (strings.HasSuffix(t, ".\"") || strings.HasSuffix(t, ".”")) ||
		o.Habits.Wrap == 0 && p.Chars > least && p.To-p.From == 1 && o.lines[u.Line].Tail == passage.EndsStop && says.Sentences(t) > 1
}
