package parse

import (
	"slices"
	"strings"

	"storybind/internal/parse/passage"
)

// Headings of the units that head sections, and of those that go on with them.

// take makes headings of the units that head sections, each with those that go on
// with it.
func (s *scheme) take(o *sight, roles []role) {
	found := len(s.heads)
	for i := 0; i < len(roles); i++ {
		if roles[i] != headsSection {
			continue
		}
		if i > 0 && o.joinsOn(i-1) && roles[i-1] == noRole && o.units[i-1].key == o.units[i].key { // it stands twice
			p := &o.passages[o.units[i-1].at]
			s.cuts = append(s.cuts, cut{repeatedTitle, int(p.From), int(p.To), int(p.From)})
		}
		h := s.headingOf(o, i)
		for i+1 < len(roles) && (roles[i+1] == goesOnHeading || roles[i+1] == noRole && o.joinsOn(i) && s.saysAgain(&h, o, i+1)) {
			i++
			s.goOn(&h, o, i)
		}
		s.heads = append(s.heads, h)
	}
	if found > 0 {
		slices.SortStableFunc(s.heads, func(a, b heading) int { return int(a.line - b.line) })
	}
}

// headingOf makes a heading of unit i.
func (s *scheme) headingOf(o *sight, i int) heading {
	u := &o.units[i]
	p := &o.passages[u.at]
	h := heading{form: u.form, line: u.line, from: p.From, to: p.To, block: s.blockEnd(p.To), style: u.style, before: p.Before, after: p.After,
		prefix: u.prefix, chance: int16(o.second[i][headsSection] + o.second[i][goesOnHeading]), unit: int32(i), shape: u.coarse}
	text := s.lines[u.line].Text
	if isClock(strings.ToLower(text)) {
		h.form = form{}
	}
	switch {
	case h.verdict == noHeading && h.prefix == 0:
		h.style |= named
		if len(text) <= maxHeading {
			open, end := undecorate(text)
			h.open, h.label, h.title, h.close = uint8(open), uint8(open), uint8(open), uint8(end)
		}
	case h.verdict == nameAlone, h.verdict == maybe && h.word != 0:
		h.style |= satellite
	}
	if u.caps >= 95 {
		h.style |= capitals
	}
	if u.cased >= 70 {
		h.style |= cased
	}
	if u.centre > 0 {
		h.style |= inset
	}
	if s.lines[u.line].Marks&passage.IsHead != 0 {
		h.style |= said
	}
	return h
}

// goOn joins unit i to the heading above it. What only says the heading again is set
// aside.
func (s *scheme) goOn(h *heading, o *sight, i int) {
	p := &o.passages[o.units[i].at]
	if s.saysAgain(h, o, i) {
		s.cuts = append(s.cuts, cut{repeatedTitle, int(p.From), int(p.To), int(h.line)})
		h.again = p.To
		return
	}
	if h.titleAt == 0 {
		h.titleAt = p.From
	}
	h.to, h.after, h.block = p.To, p.After, s.blockEnd(p.To)
}

// saysAgain reports whether unit i, right below a heading, only says the heading or its
// title again.
func (s *scheme) saysAgain(h *heading, o *sight, i int) bool {
	const least = 3 // letters
	p := &o.passages[o.units[i].at]
	key := s.keyOf(p.From, p.To)
	if len(key) > least && (key == s.titleKey(h) || key == s.keyOf(h.line, h.to)) {
		return true
	}
	if o.units[i].verdict == noHeading {
		return false
	}
	again := s.headingOf(o, i)
	return s.sameSaid(h, &again)
}

// blockEnd is the line that ends the run of lines without a blank in which the line
// above n stands.
func (s *scheme) blockEnd(n int32) int32 {
	for int(n) < s.to && !s.lines[n].Blank() {
		n++
	}
	return n
}

// keyOf is what lines [from, to) say, as plainKey.
func (s *scheme) keyOf(from, to int32) string {
	var b []byte
	for n := from; n < to; n++ {
		b = appendKey(b, s.lines[n].Text)
	}
	return string(b)
}

// titleKey is what a heading says without its label.
func (s *scheme) titleKey(h *heading) string {
	t := s.lines[h.line].Text
	key := ""
	if h.verdict == noHeading {
		return s.keyOf(h.line, h.to)
	}
	if h.titled() && int(h.close) <= len(t) {
		key = plainKey(t[h.title:h.close])
	}
	return key + s.keyOf(h.line+1, h.to)
}
