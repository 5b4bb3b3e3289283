package evidence

import (
	"storybind/internal/parse/passage"
	"storybind/internal/parse/says"
	"storybind/internal/parse/wording"
)

// What stands round the units of a story: its prose, its lists, words that stand twice.

// findUsual finds how long most passages are: of lengths of up to 1,000 characters.
func (o *Sight) findUsual() {
	var lengths [1001]int32
	for i := range o.Passages {
		lengths[min(o.Passages[i].Chars, 1000)]++
	}
	for rest := int32(len(o.Passages)) / 2; o.usual < 1000 && rest >= lengths[o.usual]; o.usual++ {
		rest -= lengths[o.usual]
	}
}

// findProse counts the passages of prose: those that are longer than headings are.
func (o *Sight) findProse() {
	o.prose = make([]int32, len(o.Passages)+1)
	for i := range o.Passages {
		o.prose[i+1] = o.prose[i]
		if o.IsProse(i) {
			o.prose[i+1]++
		}
	}
}

// proseChars is the length from which a passage is prose, whatever it says.
const proseChars = 140

// IsProse reports whether passage i is the story's text: it is long, or a sentence.
func (o *Sight) IsProse(i int) bool {
	const sentence, caseless = 40, 24 // characters
	p := &o.Passages[i]
	if p.Chars >= proseChars {
		return p.Chars/(p.To-p.From) > 38 || p.To-p.From == 1
	}
	l := &o.lines[p.From]
	if o.unitAt[i] < 0 {
		return p.Chars > 60 || l.Head == passage.StartsCaseless && p.Chars > caseless
	}
	u := &o.Units[o.unitAt[i]]
	if u.Verdict != wording.NoHeading || u.Style != 0 {
		return false
	}
	if l.Head == passage.StartsCaseless {
		return p.Chars > caseless && u.tail == 2
	}
	return p.Chars >= sentence && u.Cased < 55 && (u.tail == 2 || u.tail == 3 || u.tail == 7)
}

// findLists finds runs of short passages, as lists and title pages are, and in them
// the distance to a line that heads printed contents.
func (o *Sight) findLists() {
	n := len(o.Passages)
	o.listed, o.inList, o.under = make([]int16, n), make([]int16, n), make([]int16, n)
	for i := 0; i < n; {
		if o.IsProse(i) {
			i++
			continue
		}
		first := i
		for i < n && !o.IsProse(i) {
			i++
		}
		head := -1
		for k := first; k < i; k++ {
			o.listed[k], o.inList[k] = int16(min(i-first, 9999)), int16(min(k-first, 9999))
			if head >= 0 {
				o.under[k] = int16(min(k-head, 9999))
			}
			if u := o.unitAt[k]; u >= 0 && says.HeadsContents(o.lines[o.Units[u].Line].Text) {
				head = k
			}
		}
	}
}

// findSame counts how often each unit's words stand in the story, and finds those that
// stand in a list above.
func (o *Sight) findSame() {
	const long = 6 // passages of a list
	seen, entries := make(map[uint64]int32, len(o.Units)), map[uint64]uint8{}
	for i := range o.Units {
		u := &o.Units[i]
		u.sameBack = int16(min(seen[u.Key], 99))
		seen[u.Key]++
		u.entry = entries[u.Key]
		switch {
		case o.under[u.At] > 0:
			entries[u.Key] = 2
		case o.listed[u.At] > long:
			entries[u.Key] = max(u.entry, 1)
		}
	}
	for i := range o.Units {
		u := &o.Units[i]
		u.sameOn = int16(min(seen[u.Key], 99)) - 1 - u.sameBack
		if u.sameOn < 0 {
			u.sameOn = 0
		}
	}
}

// meanChars is the mean length of passages.
func (o *Sight) meanChars() int {
	if len(o.Passages) == 0 {
		return 0
	}
	first, last := &o.lines[o.Passages[0].From], &o.lines[o.Passages[len(o.Passages)-1].From]
	return (last.Start() - first.Start()) / len(o.Passages)
}

// lengths are the measures of how long passages are beside those of the whole file.
func (o *Sight) lengths(u *Unit, p *passage.Passage, m *Tally) {
	relative := func(k int) int {
		if k < 0 || k >= len(o.Passages) {
			return -1
		}
		return int(o.Passages[k].Chars) * 100 / max(o.usual, 1)
	}
	m.Put(o.usual, o.meanChars()*len(o.Passages)/100, int(p.Chars)*100/max(o.usual, 1), relative(int(u.At)+1), relative(int(u.At)-1))
}
