package outline

import (
	"storybind/internal/parse/desk"
	"storybind/internal/parse/evidence"
	"storybind/internal/parse/passage"
)

// habits are how the story's file sets its paragraphs.
func habits(r *desk.Reading) passage.Habits {
	l := &r.Layout
	h := passage.Habits{Wrap: l.Wrap, Gap: l.Gap, Margin: l.Margin, Double: l.Double, Indented: l.Indented, Deepest: l.Deepest}
	h.ByLine = l.Wrap == 0 && !l.Verses && !l.Meant || l.Wrap == 0 && l.Gap == 0 && !l.Verses
	if l.Double {
		h.Gap++
	}
	return h
}

// SightSetting is the setting of this story.
func SightSetting(r *desk.Reading, held [][2]int) evidence.SightSetting {
	m := &r.Book.Meta
	return evidence.SightSetting{Habits: habits(r), Work: m.Title, People: m.Authors(), Patterns: r.Opts.Chapters.Regexp != nil, Held: held}
}
