package outline

import (
	"slices"
	"strings"

	"storybind/internal/parse/char"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/evidence"
	"storybind/internal/parse/passage"
	"storybind/internal/parse/says"
	"storybind/internal/parse/wording"
)

// Headings of the units that head sections, and of those that go on with them.

// take makes headings of the units that head sections, each with those that go on
// with it.
func (s *Scheme) take(o *evidence.Sight, roles []evidence.Role) {
	found := len(s.Heads)
	for i := 0; i < len(roles); i++ {
		if roles[i] != evidence.HeadsSection {
			continue
		}
		if i > 0 && o.JoinsOn(i-1) && roles[i-1] == evidence.NoRole && o.Units[i-1].Key == o.Units[i].Key { // it stands twice
			p := &o.Passages[o.Units[i-1].At]
			s.Cuts = append(s.Cuts, Cut{desk.RepeatedTitle, int(p.From), int(p.To), int(p.From)})
		}
		h := s.headingOf(o, i)
		if i > 0 && roles[i-1] == evidence.NoRole && s.placeAbove(o, i) {
			chance := h.Chance
			h = s.headingOf(o, i-1)
			h.Chance = chance
			s.goOn(&h, o, i)
		}
		for i+1 < len(roles) && (roles[i+1] == evidence.GoesOnHeading || roles[i+1] == evidence.NoRole && o.JoinsOn(i) && s.saysAgain(&h, o, i+1)) {
			i++
			s.goOn(&h, o, i)
		}
		s.Heads = append(s.Heads, h)
	}
	if found > 0 {
		slices.SortStableFunc(s.Heads, func(a, b Heading) int { return int(a.Line - b.Line) })
	}
}

// placeAbove reports whether unit i is a date or an hour of the clock, and the unit right
// above it a line of its own block that says where: "Kessler Station", "9:40 PM".
func (s *Scheme) placeAbove(o *evidence.Sight, i int) bool {
	const longest = 50 // bytes
	place, when := &o.Passages[o.Units[i-1].At], &o.Passages[o.Units[i].At]
	if place.To != when.From || place.To-place.From != 1 || place.Before == 0 || when.After == 0 {
		return false
	}
	t := s.Lines[when.From].Text
	where := s.Lines[place.From].Text
	return (char.IsClock(strings.ToLower(t)) || says.IsDateLine(t)) && len(where) <= longest && !says.IsSentence(where) && !says.FirstIsLower(where) && !char.OpensQuote(where)
}

// headingOf makes a heading of unit i.
func (s *Scheme) headingOf(o *evidence.Sight, i int) Heading {
	u := &o.Units[i]
	p := &o.Passages[u.At]
	h := Heading{Form: u.Form, Line: u.Line, From: p.From, To: p.To, Block: s.blockEnd(p.To), Style: u.Style, Before: p.Before, After: p.After,
		Prefix: u.Prefix, Chance: int16(o.Second[i][evidence.HeadsSection] + o.Second[i][evidence.GoesOnHeading]), unit: int32(i), shape: u.Coarse}
	text := s.Lines[u.Line].Text
	if char.IsClock(strings.ToLower(text)) || h.Titled() && h.Word == 0 && says.IsDateLine(text) { // "14 May" is no fourteenth chapter
		h.Form = wording.Form{}
	}
	switch {
	case h.Verdict == wording.NoHeading && h.Prefix == 0:
		h.Style |= wording.Named
		if len(text) <= wording.MaxHeading {
			open, end := wording.Undecorate(text)
			h.Open, h.Label, h.Title, h.Close = uint8(open), uint8(open), uint8(open), uint8(end)
		}
	case h.Verdict == wording.NameAlone, h.Verdict == wording.Maybe && h.Word != 0:
		h.Style |= wording.Satellite
	}
	if u.Caps >= 95 {
		h.Style |= wording.Capitals
	}
	if u.Cased >= 70 {
		h.Style |= wording.Cased
	}
	if u.Centre > 0 {
		h.Style |= wording.Inset
	}
	if s.Lines[u.Line].Marks&passage.IsHead != 0 {
		h.Style |= wording.Said
	}
	return h
}

// goOn joins unit i to the heading above it. What only says the heading again is set
// aside.
func (s *Scheme) goOn(h *Heading, o *evidence.Sight, i int) {
	p := &o.Passages[o.Units[i].At]
	if s.saysAgain(h, o, i) {
		s.Cuts = append(s.Cuts, Cut{desk.RepeatedTitle, int(p.From), int(p.To), int(h.Line)})
		h.Again = p.To
		return
	}
	if h.TitleAt == 0 {
		h.TitleAt = p.From
	}
	h.To, h.After, h.Block = p.To, p.After, s.blockEnd(p.To)
}

// saysAgain reports whether unit i, right below a heading, only says the heading or its
// title again.
func (s *Scheme) saysAgain(h *Heading, o *evidence.Sight, i int) bool {
	const least = 3 // letters
	p := &o.Passages[o.Units[i].At]
	key := s.keyOf(p.From, p.To)
	if len(key) > least && (key == s.titleKey(h) || key == s.keyOf(h.Line, h.To)) {
		return true
	}
	if o.Units[i].Verdict == wording.NoHeading {
		return false
	}
	again := s.headingOf(o, i)
	return s.sameSaid(h, &again)
}

// blockEnd is the line that ends the run of lines without a blank in which the line
// above n stands.
func (s *Scheme) blockEnd(n int32) int32 {
	for int(n) < s.To && !s.Lines[n].Blank() {
		n++
	}
	return n
}

// keyOf is what lines [from, to) say, as plainKey.
func (s *Scheme) keyOf(from, to int32) string {
	var b []byte
	for n := from; n < to; n++ {
		b = char.AppendKey(b, s.Lines[n].Text)
	}
	return string(b)
}

// titleKey is what a heading says without its label.
func (s *Scheme) titleKey(h *Heading) string {
	t := s.Lines[h.Line].Text
	key := ""
	if h.Verdict == wording.NoHeading {
		return s.keyOf(h.Line, h.To)
	}
	if h.Titled() && int(h.Close) <= len(t) {
		key = char.PlainKey(t[h.Title:h.Close])
	}
	return key + s.keyOf(h.Line+1, h.To)
}
