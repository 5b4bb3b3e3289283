package evidence

import (
	"slices"

	"sync"

	"storybind/assets"
	"storybind/internal/parse/says"
	"storybind/internal/parse/weigh"
)

// The second look: what the first look at all units makes likely is evidence for each
// of them. Those of one form stand or fall together, headings keep a distance, a
// title stands below its number.

// SectionMeasures are the measures that the second look adds to the first's, in order.
var SectionMeasures = [...][2]string{
	{"chance", "by itself"}, {"chanceUp", "heading above"}, {"chanceDown", "heading below"},
	{"shapeChance", "others like it"}, {"shapeBest", "others like it"}, {"coarseChance", "others like it"}, {"coarseBest", "others like it"}, {"roughChance", "others like it"}, {"roughBest", "others like it"},
	{"joinAbove", "title below number"}, {"joinOwn", "title below"}, {"likelyOn", "distance"}, {"likelyBack", "distance"}, {"likely", "the file"}, {"likelyPlace", "place"}, {"gapChance", "white above"},
	{"ofTopShape", "the file"}, {"ofTopCoarse", "the file"}, {"topCoarse", "the file"}, {"rank", "the file"},
	{"behindBest", "after the end"}, {"coarseBehind", "after the end"}, {"coarseDated", "date"},
}

// HeadingForest is the first look: does a unit belong to a heading?
var HeadingForest = Forest("headings.trees")

// SectionForest is the second: does it head a section, go on with the heading above, or neither?
var SectionForest = Forest("sections.trees")

// Forest loads one of the forests that the program carries, once, when it is asked for.
func Forest(name string) func() *weigh.Forest {
	return sync.OnceValue(func() *weigh.Forest {
		f, err := weigh.Load(assets.Reading(name))
		if err != nil {
			panic("parse: " + name + ": " + err.Error()) // the program itself is damaged
		}
		return f
	})
}

// Hardly is the chance, in thousandths, below which the first look decides that a unit
// is no part of a heading.
const Hardly = 15

// FirstLook weighs all units and keeps their chances, in thousandths. Their measures are
// taken again where the second look wants them: kept, they would be most of the memory.
func (o *Sight) FirstLook() {
	f := HeadingForest()
	o.Chance = make([]int32, len(o.Units))
	var row []int32
	var out [1]int32
	for i := range o.Units {
		row = o.Measures(i, row[:0])
		f.Weigh(row, out[:])
		weigh.Probability(out[:])
		o.Chance[i] = out[0]
	}
	for k := range o.groups {
		for _, a := range o.groups[k] {
			a.sum, a.counted, a.best, a.join = 0, 0, 0, 0
			for _, m := range a.members {
				if o.isEntry(int(m)) { // it says nothing of the headings that are set as it is
					continue
				}
				a.sum += int(o.Chance[m])
				a.counted++
				if o.Chance[m] > a.best {
					a.second, a.best = a.best, o.Chance[m]
				} else {
					a.second = max(a.second, o.Chance[m])
				}
				if o.JoinsOn(int(m)) {
					a.join += int(o.Chance[m+1])
				}
			}
		}
	}
	o.rankForms()
	o.countBehind()
	for i, c := range o.Chance {
		if c > 500 {
			o.likely = append(o.likely, int32(i))
			g := min(int(o.Passages[o.Units[i].At].Before), 15)
			o.gapLikely[g]++
		}
	}
}

// mean is the mean chance of a form's members.
func (a *alike) mean() int { return a.sum / max(a.counted, 1) }

// others are the sum of the chances of the members other than unit i, and their number.
func (a *alike) others(o *Sight, i int) (sum, n int) {
	if o.isEntry(i) {
		return a.sum, a.counted
	}
	return a.sum - int(o.Chance[i]), a.counted - 1
}

// JoinsOn reports whether the next passage below unit i is a unit too.
func (o *Sight) JoinsOn(i int) bool {
	return i+1 < len(o.Units) && o.Units[i+1].At == o.Units[i].At+1
}

// SectionRow appends the measures of the second look at unit i to out.
func (o *Sight) SectionRow(i int, out []int32) []int32 {
	out = o.Measures(i, out)
	u := &o.Units[i]
	up, down := int32(-1), int32(-1)
	joinAbove := -1
	if i > 0 && o.JoinsOn(i-1) {
		up = o.Chance[i-1]
		above := o.groups[1][o.Units[i-1].Coarse]
		joinAbove = above.join / max(above.counted, 1)
	}
	if o.JoinsOn(i) {
		down = o.Chance[i+1]
	}
	out = append(out, o.Chance[i], up, down)
	for k, key := range [...]uint32{u.Shape, u.Coarse, u.rough} {
		a := o.groups[k][key]
		mean := int32(-1)
		if sum, n := a.others(o, i); n > 0 {
			mean = int32(sum / n)
		}
		best := a.best
		if best == o.Chance[i] {
			best = a.second
		}
		out = append(out, mean, best)
	}
	own := o.groups[1][u.Coarse]
	out = append(out, int32(joinAbove), int32(own.join/max(own.counted, 1)))
	k, _ := slices.BinarySearch(o.likely, int32(i))
	on, back := int32(9999), int32(9999)
	if k > 0 {
		back = min(o.lineAway(int(o.likely[k-1]), i), 3000)
	}
	next := k
	if next < len(o.likely) && o.likely[next] == int32(i) {
		next++
	}
	if next < len(o.likely) {
		on = min(o.lineAway(i, int(o.likely[next])), 3000)
	}
	gap := 0
	if len(o.likely) > 0 {
		gap = o.gapLikely[min(int(o.Passages[u.At].Before), 15)] * 100 / len(o.likely)
	}
	out = append(out, on, back, int32(min(len(o.likely), 3000)), int32(min(k, 3000)), int32(gap))
	for k, a := range [...]*alike{o.groups[0][u.Shape], own} {
		out = append(out, int32(a.mean()*100/max(o.top[k], 1)))
	}
	r, _ := slices.BinarySearch(o.ranked, o.Chance[i])
	out = append(out, int32(o.top[1]), int32(r*1000/len(o.ranked)))
	behind, behinds := int32(-1), int32(-1)
	if o.bestLast >= 0 {
		behind, behinds = min(max(u.At-o.bestLast, 0), 5000), int32(own.behind*100/max(own.asked, 1))
	}
	return append(out, behind, behinds, int32(own.dated*100/max(own.asked, 1)))
}

// countBehind finds where the longest run of numbers ends, and counts of each form's
// units that may head sections those behind that end, and those that name a date.
func (o *Sight) countBehind() {
	const least = 3 // numbers that run
	o.bestLast = -1
	if o.best != nil && o.best.runs >= least {
		for _, m := range o.best.members {
			if o.Chance[m] >= Hardly {
				o.bestLast = o.Units[m].At
			}
		}
	}
	for _, a := range o.groups[1] {
		a.asked, a.behind, a.dated = 0, 0, 0
		for _, m := range a.members {
			if o.Chance[m] < Hardly {
				continue
			}
			u := &o.Units[m]
			text := o.lines[u.Line].Text
			a.asked++
			if o.bestLast >= 0 && u.At > o.bestLast {
				a.behind++
			}
			if u.dated || says.HasYear(text) || NamesDate(text) {
				a.dated++
			}
		}
	}
}

// rankForms finds the form of several members that is likeliest in the file, and how the
// file's chances lie: where no form is known for sure, that which is likelier than all
// others may head all the same.
func (o *Sight) rankForms() {
	const several = 3
	o.top = [2]int{}
	for k := range o.top {
		for _, a := range o.groups[k] {
			if a.distinct >= several {
				o.top[k] = max(o.top[k], a.mean())
			}
		}
	}
	o.ranked = slices.Clone(o.Chance)
	slices.Sort(o.ranked)
}

// lineAway is how many lines stand between units i and k.
func (o *Sight) lineAway(i, k int) int32 {
	return o.Passages[o.Units[k].At].From - o.Passages[o.Units[i].At].To
}
