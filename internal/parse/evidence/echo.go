package evidence

import (
	"storybind/internal/parse/char"
	"storybind/internal/parse/says"
	"storybind/internal/parse/wording"
)

// Printed contents, lists of links and lists of plates say what headings say. Which of
// two units that say the same is the heading shows by the text below each of them: an
// entry has none, or a synopsis. So it does where contents stand at the end, and where
// no word says that they are contents.

// An echo is what a unit's words have in common with other units.
type echo struct {
	others  int16 // units that say the same
	share   int16 // its text, in hundredths of the longest that one of them has
	on      int16 // of the six units of its form that are nearest: how many say what comes again further down
	back    int16 // and how many say what stood further up
	earlier bool  // the same was said further up
	later   bool  // and is said again further down
}

// findEchoes finds for each unit those that say the same: by name, and by word and number.
func (o *Sight) findEchoes() {
	text := o.textBelow()
	names, numbers := make([]uint64, len(o.Units)), make([]uint64, len(o.Units))
	var b [256]byte
	for i := range o.Units {
		u := &o.Units[i]
		name := o.lines[u.Line].Text
		if u.Verdict != wording.NoHeading {
			numbers[i] = uint64(u.Word)<<32 | uint64(u.Kind)<<24 | uint64(uint16(u.Number)) + 1
			name = name[u.Title:max(u.Title, u.Close)]
		}
		if cut, ok := says.StripPage(name); ok {
			name = cut
		}
		if k := char.AppendKey(b[:0], name); len(k) > 1 {
			names[i] = char.HashBytes(k)
		}
	}
	o.nameEchoes, o.numberEchoes = o.echoes(names, text), o.echoes(numbers, text)
}

// textBelow is, of each unit, how many characters stand between it and the next unit of its form.
func (o *Sight) textBelow() []int32 {
	out := make([]int32, len(o.Units))
	end := int32(0)
	if n := len(o.Passages); n > 0 {
		end = int32(o.lines[o.Passages[n-1].To-1].Start())
	}
	for i := range o.Units {
		out[i] = end - int32(o.lines[o.Units[i].Line].Start())
	}
	for _, a := range o.groups[1] {
		for k, m := range a.members[:len(a.members)-1] {
			out[m] = int32(o.lines[o.Units[a.members[k+1]].Line].Start() - o.lines[o.Units[m].Line].Start())
		}
	}
	return out
}

// echoes finds what units with the same key have in common; 0 is no key.
func (o *Sight) echoes(keys []uint64, text []int32) []echo {
	out := make([]echo, len(keys))
	most, count, seen := map[uint64]int32{}, map[uint64]int16{}, map[uint64]int16{}
	for i, k := range keys {
		if k != 0 {
			most[k] = max(most[k], text[i])
			count[k] = min(count[k]+1, 999)
		}
	}
	for i, k := range keys {
		if k == 0 {
			out[i].share = -1
			continue
		}
		out[i].others = min(count[k]-1, 99)
		out[i].share = int16(int64(text[i]) * 100 / int64(max(most[k], 1)))
		out[i].earlier, out[i].later = seen[k] > 0, seen[k]+1 < count[k]
		seen[k] = min(seen[k]+1, 998)
	}
	const near = 3
	for _, a := range o.groups[1] {
		for k, m := range a.members {
			for j := max(0, k-near); j <= min(len(a.members)-1, k+near); j++ {
				if j == k {
					continue
				}
				if e := &out[a.members[j]]; e.later {
					out[m].on++
				}
				if e := &out[a.members[j]]; e.earlier {
					out[m].back++
				}
			}
		}
	}
	return out
}

func (e *echo) measures(tell *Tally) {
	side := 0
	if e.earlier {
		side++
	}
	if e.later {
		side += 2
	}
	tell.Put(int(e.others), int(e.share), side, int(e.on), int(e.back))
}

// isEntry reports whether unit i says what is said again further down, with far more
// text below it there: it is an entry of a list.
func (o *Sight) isEntry(i int) bool {
	const little, hardlyAny = 25, 10 // hundredths
	if e := &o.nameEchoes[i]; e.share >= 0 {
		return e.later && e.share < little
	}
	e := &o.numberEchoes[i]
	return e.later && e.share >= 0 && e.share < hardlyAny
}
