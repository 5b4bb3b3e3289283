package outline

import (
	"slices"

	"storybind/internal/parse/desk"
	"storybind/internal/parse/opening"
	"storybind/internal/parse/passage"
	"storybind/internal/parse/wording"
)

// dropTwice sets a heading aside that stands twice without text between, as archives
// print a chapter's name above the page and the author above the text, spelt a little
// otherwise: of two that say the same the one that says less.
func (s *Scheme) dropTwice() {
	for i := 0; i+1 < len(s.Heads); i++ {
		h, next := &s.Heads[i], &s.Heads[i+1]
		at := opening.NextText(s.Reading, int(max(h.To, h.Again)), s.To)
		mark := at
		if at < int(next.From) && (passage.IsRule(s.Lines[at].Text) || s.Lines[at].Marks&passage.IsMark != 0) { // "Chapter One", "~*~", "Chapter 1"
			at = opening.NextText(s.Reading, at+1, s.To)
		}
		if h.Style&(wording.Repeated|wording.Said) != 0 || next.Style&(wording.Repeated|wording.Said) != 0 || at != int(next.From) || !s.sameSaid(h, next) {
			continue
		}
		if mark < at {
			s.Cuts = append(s.Cuts, Cut{"rule between a heading and itself", mark, mark + 1, mark})
		}
		less, more := h, next
		if len(s.keyOf(h.Line, h.To)) > len(s.keyOf(next.Line, next.To)) {
			less, more = next, h
		}
		s.Cuts = append(s.Cuts, Cut{desk.RepeatedTitle, int(less.From), int(less.To), int(less.Line)})
		if less == next {
			more.Again = next.To
			s.Heads = slices.Delete(s.Heads, i+1, i+2)
		} else {
			s.Heads = slices.Delete(s.Heads, i, i+1)
		}
		i--
	}
}

// sameSaid reports whether two headings that stand one below the other say the same:
// the same words, or the same number and one of them, or none, a title that the other
// has not.
func (s *Scheme) sameSaid(a, b *Heading) bool {
	if s.keyOf(a.Line, a.To) == s.keyOf(b.Line, b.To) {
		return true
	}
	ta, tb := s.titleKey(a), s.titleKey(b)
	switch {
	case a.Kind != wording.NoNumeral && b.Kind != wording.NoNumeral:
		alike := a.Word == b.Word && a.Kind == b.Kind
		return a.Number == b.Number && (ta == tb && (ta != "" || alike) || (ta == "" || tb == "") && alike)
	case a.Kind == wording.NoNumeral && b.Kind == wording.NoNumeral:
		return ta != "" && ta == tb
	}
	return len(ta) > 3 && ta == tb // one has the number as well
}
