package evidence

import (
	"strings"
	"unicode"

	"storybind/internal/book"
	"storybind/internal/parse/char"
	"storybind/internal/parse/lexicon"
	"storybind/internal/parse/passage"
	"storybind/internal/parse/says"
	"storybind/internal/parse/wording"
)

// A Tally is measures, one behind the other.
type Tally []int32

// Put appends measures.
func (m *Tally) Put(vs ...int) {
	for _, v := range vs {
		*m = append(*m, int32(min(max(v, -30000), 30000)))
	}
}

// yes appends 1 for what is so and 0 for what is not.
func (m *Tally) yes(bs ...bool) {
	for _, b := range bs {
		v := int32(0)
		if b {
			v = 1
		}
		*m = append(*m, v)
	}
}

// Measures appends the measures of unit i to out, in the order of headingMeasures.
func (o *Sight) Measures(i int, out []int32) []int32 {
	u := &o.Units[i]
	p := &o.Passages[u.At]
	l := &o.lines[u.Line]
	text := l.Text
	m := Tally(out)
	gap := o.Habits.Gap
	before, after := int(p.Before), int(p.After)
	fill := 0
	if o.Habits.Wrap > 0 {
		fill = (l.Width() - l.Indent()) * 100 / o.Habits.Wrap
	}
	m.Put(min(before, 12), min(before, 12)-gap, min(after, 12), min(after, 12)-gap,
		int(p.To-u.Line), int(p.Chars), fill, l.Indent()-o.Habits.Margin, int(u.Centre),
		int(u.Caps), int(u.Cased), int(u.words), int(u.lead), int(u.tail))
	m.yes(u.Style&wording.Underlined != 0, u.Style&wording.Ruled != 0, u.Style&wording.Ornamented != 0, strings.HasPrefix(text, "_") || strings.HasPrefix(text, "*"))

	w := &wording.HeadingList[u.Word]
	depth := int(w.Depth)
	if u.Word == 0 {
		depth = -1
	}
	m.Put(int(u.Verdict), depth)
	m.yes(u.Word != 0 && w.Alone, u.Word != 0 && w.Plain)
	m.Put(o.RoleClass(u), int(u.Kind), min(int(u.Number), 300), min(max(int(u.Of), -1), 99), int(u.Sep))
	m.yes(u.Verdict != wording.NoHeading && u.Titled())
	m.Put(o.prefixClass(u))

	_, isLabel := says.LabelOf(text)
	lb, by := says.BylineOf(text)
	_, page := says.StripPage(text)
	bracket := 0
	if u.lead == 5 {
		if bracket = 1; u.tail == 8 {
			bracket = 2
		}
	}
	low := strings.ToLower(text[:min(len(text), 64)])
	m.yes(says.IsTheEnd(text), says.HeadsContents(text), isLabel && !strings.HasPrefix(low, "chapter"), by || lb.Alone, says.IsDateLine(text), NamesDate(text), u.wordOnly, says.IsRights(text), says.Bullet(text) != 0, says.Greets(text), says.TakesLeave(text), says.HasYear(text), page)
	m.Put(bracket)
	m.yes(strings.Count(text, "\"") == 2 || strings.Contains(text, "”"))

	m.yes(o.title != 0 && u.Key == o.title)
	m.Put(int(u.sameBack), int(u.sameOn), int(u.entry))

	a := o.groups[1][u.Coarse]
	r := place(a.members, int32(i))
	next, prev := 0, 0
	if u.Kind != wording.NoNumeral {
		if r+1 < len(a.members) && follows(u, &o.Units[a.members[r+1]]) {
			next = 1
		}
		if r > 0 && follows(&o.Units[a.members[r-1]], u) {
			prev = 1
		}
	}
	m.Put(next, prev, o.away(i, a, r, 1), o.away(i, a, r, -1))

	o.around(u, p, &m)

	near := 0
	for k := max(0, int(u.At)-3); k < min(len(o.Passages), int(u.At)+4); k++ {
		if k != int(u.At) && o.unitAt[k] >= 0 && o.Passages[k].Chars < 60 {
			near++
		}
	}
	m.Put(near, int(o.listed[u.At]), int(o.inList[u.At]), int(o.under[u.At]), int(o.listed[u.At]-o.inList[u.At]))

	o.company(i, u, p, &m)

	n := len(o.Passages)
	m.Put(min(int(o.prose[u.At]), 2000), int(u.At)*1000/n, min(n-int(u.At), 5000))
	m.Put(o.Habits.Wrap, gap, min(n, 30000), len(o.Units)*1000/n, min(o.strong, 1000))
	m.yes(o.Habits.ByLine)
	m.Put(o.meanChars())
	m.yes(l.Head == passage.StartsCaseless)
	o.templateMeasures(i, &m)
	o.lengths(u, p, &m)

	o.companyMeasures(i, &m)
	o.peopleMeasures(i, &m)
	o.nameEchoes[i].measures(&m)
	o.numberEchoes[i].measures(&m)

	for k, key := range [...]uint32{u.Shape, u.Coarse, u.rough} {
		o.alikeMeasures(o.groups[k][key], int32(i), &m)
	}
	return m
}

// NamesDate reports whether a text names a month and a number, as datelines do:
// "OTRANTO, November 20, 1864."
func NamesDate(s string) bool {
	if len(s) > 80 || !strings.ContainsAny(s, "0123456789") {
		return false
	}
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(c rune) bool { return !unicode.IsLetter(c) }) {
		if n, _ := lexicon.Month(w); n > 0 {
			return true
		}
	}
	return false
}

// prefixClass is 1 when a number stands behind other words, and 2 when these are the
// story's title.
func (o *Sight) prefixClass(u *Unit) int {
	switch text := o.lines[u.Line].Text; {
	case u.Prefix == 0:
		return 0
	case o.title != 0 && char.HashKey(text[:u.Prefix]) == o.title:
		return 2
	}
	return 1
}

// RoleClass classes what a heading's word says the section is.
func (o *Sight) RoleClass(u *Unit) int {
	if u.Word == 0 {
		return 0
	}
	switch wording.HeadingList[u.Word].Role {
	case book.Chapter:
		return 1
	case book.Part:
		return 2
	case book.Epilogue, book.Afterword:
		return 3
	case book.Appendix, book.Glossary, book.Endnotes:
		return 4
	case book.Preface, book.Foreword, book.Introduction:
		return 5
	case book.Dedication, book.Epigraph:
		return 6
	}
	return 7
}

// place is the index of m among members, which are in order.
func place(members []int32, m int32) int {
	lo, hi := 0, len(members)
	for lo < hi {
		if mid := (lo + hi) / 2; members[mid] < m {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// away is the distance, in tens of characters, from unit i to the next of its form.
func (o *Sight) away(i int, a *alike, r, step int) int {
	k := r + step
	if k < 0 || k >= len(a.members) {
		return 30000
	}
	return char.Abs(o.lines[o.Units[a.members[k]].Line].Start()-o.lines[o.Units[i].Line].Start()) / 10
}

// around are the measures of what stands above and below a unit.
func (o *Sight) around(u *Unit, p *passage.Passage, m *Tally) {
	i := int(u.At)
	ends, chars, isUnit, strong, rule := 3, -1, 0, 0, 0
	if i > 0 {
		q := &o.Passages[i-1]
		last := &o.lines[q.To-1]
		ends, chars = int(last.Tail), int(q.Chars)
		isUnit, strong = o.unitClass(i - 1)
		if passage.IsRule(last.Text) || last.Marks&passage.IsMark != 0 {
			rule = 1
		}
	}
	m.Put(ends, chars, isUnit, strong, rule)
	head, quote, chars, isUnit, strong, three, lines := 0, false, -1, 0, 0, 0, 0
	if i+1 < len(o.Passages) {
		q := &o.Passages[i+1]
		first := &o.lines[q.From]
		head, quote, chars, lines = int(first.Head), char.OpensQuote(first.Text) || char.FirstRune(first.Text) == '-' || char.FirstRune(first.Text) == '—', int(q.Chars), int(q.To-q.From)
		isUnit, strong = o.unitClass(i + 1)
		for k := i + 1; k < min(i+4, len(o.Passages)); k++ {
			three += int(o.Passages[k].Chars)
		}
	}
	m.Put(head)
	m.yes(quote)
	m.Put(chars, isUnit, strong, three)
	away := 0
	for k := i + 1; k < len(o.Passages) && away < 30 && !o.IsProse(k); k++ {
		away++
	}
	m.Put(away, lines)
}

// unitClass says of passage k whether it is a unit, and how sure its words make it
// that it is a heading.
func (o *Sight) unitClass(k int) (isUnit, strong int) {
	if o.unitAt[k] < 0 {
		return 0, 0
	}
	v := &o.Units[o.unitAt[k]]
	isUnit = 1
	if v.Caps >= 95 {
		isUnit = 2
	}
	return isUnit, int(v.Verdict)
}
