package outline

import (
	"strings"

	"storybind/internal/parse/char"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/opening"
	"storybind/internal/parse/passage"
	"storybind/internal/parse/says"
	"storybind/internal/parse/wording"
)

// dropPosted takes parts that only say how the story was posted, "The Lamp (2/3)" with
// its byline, back as headings and sets them aside, when each stands right above a
// heading of the story's own.
func (s *Scheme) dropPosted() {
	for _, g := range s.Groups[1:] {
		if g.word != wording.HeadingWords["part"] || len(g.members) == 0 || !s.allPosted(g) {
			continue
		}
		for _, m := range g.members {
			h := &s.Heads[m]
			last := int(s.Heads[m+1].From)
			for last > int(h.From) && s.Lines[last-1].Blank() {
				last--
			}
			s.Cuts = append(s.Cuts, Cut{desk.RepeatedHeaderCut, int(h.From), last, int(h.Line)})
			h.Group = 0
		}
		g.members = nil
	}
}

// allPosted reports whether every heading of a group repeats the story's title with
// the part's number, and stands right above a heading with a number of its own.
func (s *Scheme) allPosted(g *group) bool {
	title := char.PlainKey(s.Book.Meta.Title)
	for _, m := range g.members {
		h := &s.Heads[m]
		if h.Prefix == 0 || h.Style&wording.Repeated != 0 || int(m)+1 >= len(s.Heads) || char.PlainKey(s.Lines[h.Line].Text[:h.Prefix]) != title {
			return false
		}
		next := &s.Heads[m+1]
		if next.Group == 0 || next.Kind == wording.NoNumeral && next.Style&wording.Satellite == 0 || next.From-h.To > 8 {
			return false
		}
		for n := int(h.To); n < int(next.From); n++ {
			if t := s.Lines[n].Text; t != "" && !passage.IsRule(t) && !RepeatsHeader(s.Reading, n) {
				return false
			}
		}
	}
	return true
}

// RepeatsHeader reports whether line n says what the story's header has said: who
// wrote it, where mail reaches the author, or a labelled field with the same value.
func RepeatsHeader(r *desk.Reading, n int) bool {
	t := r.Lines[n].Text
	if by, ok := says.BylineOf(t); ok && (by.Alone || opening.SameNames(says.AuthorsOf(by.Names), r.Book.Meta.Authors())) || opening.SameNames([]string{t}, r.Book.Meta.Authors()) {
		return true
	}
	value := t
	if l, ok := says.LabelOf(t); ok && l.Known() {
		value = t[l.Value:]
		if l.Name == "author" && opening.SameNames(says.AuthorsOf(value), r.Book.Meta.Authors()) {
			return true
		}
	} else if !strings.Contains(t, "@") {
		return false
	}
	for i := range r.Book.Meta.Fields {
		if says.SameLetters(r.Book.Meta.Fields[i].Value, value) {
			return true
		}
	}
	return false
}
