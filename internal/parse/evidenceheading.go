package parse

import (
	"strings"
	"unicode"

	"storybind/internal/book"
	"storybind/internal/parse/lexicon"
	"storybind/internal/parse/passage"
)

// A tally is measures, one behind the other.
type tally []int32

// put appends measures.
func (m *tally) put(vs ...int) {
	for _, v := range vs {
		*m = append(*m, int32(min(max(v, -30000), 30000)))
	}
}

// yes appends 1 for what is so and 0 for what is not.
func (m *tally) yes(bs ...bool) {
	for _, b := range bs {
		v := int32(0)
		if b {
			v = 1
		}
		*m = append(*m, v)
	}
}

// measures appends the measures of unit i to out, in the order of headingMeasures.
func (o *sight) measures(i int, out []int32) []int32 {
	u := &o.units[i]
	p := &o.passages[u.at]
	l := &o.lines[u.line]
	text := l.Text
	m := tally(out)
	gap := o.habits.Gap
	before, after := int(p.Before), int(p.After)
	fill := 0
	if o.habits.Wrap > 0 {
		fill = (l.Width - l.Indent) * 100 / o.habits.Wrap
	}
	m.put(min(before, 12), min(before, 12)-gap, min(after, 12), min(after, 12)-gap,
		int(p.To-u.line), int(p.Chars), fill, l.Indent-o.habits.Margin, int(u.centre),
		int(u.caps), int(u.cased), int(u.words), int(u.lead), int(u.tail))
	m.yes(u.style&underlined != 0, u.style&ruled != 0, u.style&ornamented != 0, strings.HasPrefix(text, "_") || strings.HasPrefix(text, "*"))

	w := &headingList[u.word]
	depth := int(w.depth)
	if u.word == 0 {
		depth = -1
	}
	m.put(int(u.verdict), depth)
	m.yes(u.word != 0 && w.alone, u.word != 0 && w.plain)
	m.put(o.roleClass(u), int(u.kind), min(int(u.number), 300), min(max(int(u.of), -1), 99), int(u.sep))
	m.yes(u.verdict != noHeading && u.titled())
	m.put(o.prefixClass(u))

	_, isLabel := labelOf(text)
	lb, by := bylineOf(text)
	_, page := stripPage(text)
	bracket := 0
	if u.lead == 5 {
		if bracket = 1; u.tail == 8 {
			bracket = 2
		}
	}
	low := strings.ToLower(text[:min(len(text), 64)])
	m.yes(isTheEnd(text), headsContents(text), isLabel && !strings.HasPrefix(low, "chapter"), by || lb.alone, isDateLine(text), namesDate(text), u.wordOnly, isRights(text), bullet(text) != 0, greets(text), takesLeave(text), hasYear(text), page)
	m.put(bracket)
	m.yes(strings.Count(text, "\"") == 2 || strings.Contains(text, "”"))

	m.yes(o.title != 0 && u.key == o.title)
	m.put(int(u.sameBack), int(u.sameOn), int(u.entry))

	a := o.groups[1][u.coarse]
	r := place(a.members, int32(i))
	next, prev := 0, 0
	if u.kind != noNumeral {
		if r+1 < len(a.members) && o.units[a.members[r+1]].number == u.number+1 {
			next = 1
		}
		if r > 0 && o.units[a.members[r-1]].number == u.number-1 {
			prev = 1
		}
	}
	m.put(next, prev, o.away(i, a, r, 1), o.away(i, a, r, -1))

	o.around(u, p, &m)

	near := 0
	for k := max(0, int(u.at)-3); k < min(len(o.passages), int(u.at)+4); k++ {
		if k != int(u.at) && o.unitAt[k] >= 0 && o.passages[k].Chars < 60 {
			near++
		}
	}
	m.put(near, int(o.listed[u.at]), int(o.inList[u.at]), int(o.under[u.at]), int(o.listed[u.at]-o.inList[u.at]))

	o.company(i, u, p, &m)

	n := len(o.passages)
	m.put(min(int(o.prose[u.at]), 2000), int(u.at)*1000/n, min(n-int(u.at), 5000))
	m.put(o.habits.Wrap, gap, min(n, 30000), len(o.units)*1000/n, min(o.strong, 1000))
	m.yes(o.habits.ByLine)
	m.put(o.meanChars())
	m.yes(l.Head == passage.StartsCaseless)
	o.templateMeasures(i, &m)
	o.lengths(u, p, &m)

	o.companyMeasures(i, &m)
	o.nameEchoes[i].measures(&m)
	o.numberEchoes[i].measures(&m)

	for k, key := range [...]uint32{u.shape, u.coarse, u.rough} {
		o.alikeMeasures(o.groups[k][key], int32(i), &m)
	}
	return m
}

// namesDate reports whether a text names a month and a number, as datelines do:
// "OTRANTO, November 20, 1864."
func namesDate(s string) bool {
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
func (o *sight) prefixClass(u *unit) int {
	switch text := o.lines[u.line].Text; {
	case u.prefix == 0:
		return 0
	case o.title != 0 && hashKey(text[:u.prefix]) == o.title:
		return 2
	}
	return 1
}

// roleClass classes what a heading's word says the section is.
func (o *sight) roleClass(u *unit) int {
	if u.word == 0 {
		return 0
	}
	switch headingList[u.word].role {
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
func (o *sight) away(i int, a *alike, r, step int) int {
	k := r + step
	if k < 0 || k >= len(a.members) {
		return 30000
	}
	return abs(o.lines[o.units[a.members[k]].line].Start-o.lines[o.units[i].line].Start) / 10
}

// around are the measures of what stands above and below a unit.
func (o *sight) around(u *unit, p *passage.Passage, m *tally) {
	i := int(u.at)
	ends, chars, isUnit, strong, rule := 3, -1, 0, 0, 0
	if i > 0 {
		q := &o.passages[i-1]
		last := &o.lines[q.To-1]
		ends, chars = int(last.Tail), int(q.Chars)
		isUnit, strong = o.unitClass(i - 1)
		if passage.IsRule(last.Text) || last.Marks&passage.IsMark != 0 {
			rule = 1
		}
	}
	m.put(ends, chars, isUnit, strong, rule)
	head, quote, chars, isUnit, strong, three, lines := 0, false, -1, 0, 0, 0, 0
	if i+1 < len(o.passages) {
		q := &o.passages[i+1]
		first := &o.lines[q.From]
		head, quote, chars, lines = int(first.Head), opensQuote(first.Text) || firstRune(first.Text) == '-' || firstRune(first.Text) == '—', int(q.Chars), int(q.To-q.From)
		isUnit, strong = o.unitClass(i + 1)
		for k := i + 1; k < min(i+4, len(o.passages)); k++ {
			three += int(o.passages[k].Chars)
		}
	}
	m.put(head)
	m.yes(quote)
	m.put(chars, isUnit, strong, three)
	away := 0
	for k := i + 1; k < len(o.passages) && away < 30 && !o.isProse(k); k++ {
		away++
	}
	m.put(away, lines)
}

// unitClass says of passage k whether it is a unit, and how sure its words make it
// that it is a heading.
func (o *sight) unitClass(k int) (isUnit, strong int) {
	if o.unitAt[k] < 0 {
		return 0, 0
	}
	v := &o.units[o.unitAt[k]]
	isUnit = 1
	if v.caps >= 95 {
		isUnit = 2
	}
	return isUnit, int(v.verdict)
}
