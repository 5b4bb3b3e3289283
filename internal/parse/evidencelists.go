package parse

import "storybind/internal/parse/passage"

// What stands round the units of a story: its prose, its lists, words that stand twice.

// findUsual finds how long most passages are: of lengths of up to 1,000 characters.
func (o *sight) findUsual() {
	var lengths [1001]int32
	for i := range o.passages {
		lengths[min(o.passages[i].Chars, 1000)]++
	}
	for rest := int32(len(o.passages)) / 2; o.usual < 1000 && rest >= lengths[o.usual]; o.usual++ {
		rest -= lengths[o.usual]
	}
}

// findProse counts the passages of prose: those that are longer than headings are.
func (o *sight) findProse() {
	o.prose = make([]int32, len(o.passages)+1)
	for i := range o.passages {
		o.prose[i+1] = o.prose[i]
		if o.isProse(i) {
			o.prose[i+1]++
		}
	}
}

// proseChars is the length from which a passage is prose, whatever it says.
const proseChars = 140

// isProse reports whether passage i is the story's text: it is long, or a sentence.
func (o *sight) isProse(i int) bool {
	const sentence, caseless = 40, 24 // characters
	p := &o.passages[i]
	if p.Chars >= proseChars {
		return p.Chars/(p.To-p.From) > 38 || p.To-p.From == 1
	}
	l := &o.lines[p.From]
	if o.unitAt[i] < 0 {
		return p.Chars > 60 || l.Head == passage.StartsCaseless && p.Chars > caseless
	}
	u := &o.units[o.unitAt[i]]
	if u.verdict != noHeading || u.style != 0 {
		return false
	}
	if l.Head == passage.StartsCaseless {
		return p.Chars > caseless && u.tail == 2
	}
	return p.Chars >= sentence && u.cased < 55 && (u.tail == 2 || u.tail == 3 || u.tail == 7)
}

// findLists finds runs of short passages, as lists and title pages are, and in them
// the distance to a line that heads printed contents.
func (o *sight) findLists() {
	n := len(o.passages)
	o.listed, o.inList, o.under = make([]int16, n), make([]int16, n), make([]int16, n)
	for i := 0; i < n; {
		if o.isProse(i) {
			i++
			continue
		}
		first := i
		for i < n && !o.isProse(i) {
			i++
		}
		head := -1
		for k := first; k < i; k++ {
			o.listed[k], o.inList[k] = int16(min(i-first, 9999)), int16(min(k-first, 9999))
			if head >= 0 {
				o.under[k] = int16(min(k-head, 9999))
			}
			if u := o.unitAt[k]; u >= 0 && headsContents(o.lines[o.units[u].line].Text) {
				head = k
			}
		}
	}
}

// findSame counts how often each unit's words stand in the story, and finds those that
// stand in a list above.
func (o *sight) findSame() {
	const long = 6 // passages of a list
	seen, entries := make(map[uint64]int32, len(o.units)), map[uint64]uint8{}
	for i := range o.units {
		u := &o.units[i]
		u.sameBack = int16(min(seen[u.key], 99))
		seen[u.key]++
		u.entry = entries[u.key]
		switch {
		case o.under[u.at] > 0:
			entries[u.key] = 2
		case o.listed[u.at] > long:
			entries[u.key] = max(u.entry, 1)
		}
	}
	for i := range o.units {
		u := &o.units[i]
		u.sameOn = int16(min(seen[u.key], 99)) - 1 - u.sameBack
		if u.sameOn < 0 {
			u.sameOn = 0
		}
	}
}

// meanChars is the mean length of passages.
func (o *sight) meanChars() int {
	if len(o.passages) == 0 {
		return 0
	}
	first, last := &o.lines[o.passages[0].From], &o.lines[o.passages[len(o.passages)-1].From]
	return (last.Start - first.Start) / len(o.passages)
}

// lengths are the measures of how long passages are beside those of the whole file.
func (o *sight) lengths(u *unit, p *passage.Passage, m *tally) {
	relative := func(k int) int {
		if k < 0 || k >= len(o.passages) {
			return -1
		}
		return int(o.passages[k].Chars) * 100 / max(o.usual, 1)
	}
	m.put(o.usual, o.meanChars()*len(o.passages)/100, int(p.Chars)*100/max(o.usual, 1), relative(int(u.at)+1), relative(int(u.at)-1))
}
