package parse

import (
	"storybind/internal/parse/build"
	"storybind/internal/parse/desk"
)

// breaksLines decides how lines [from, to) break.
func breaksLines(r *desk.Reading, from, to int) desk.Layout {
	markDrawings(r, from, to)
	build.MarkCues(r, from, to)
	r.LetterMarks(from, to)
	pageNumbers(r, from, to)
	residue(r, from, to)
	mailFrom(r, from, to)
	l := r.LayoutOf(from, findStoryEnd(r, from, to).end)
	l.Script = build.IsScript(r, from, to)
	l.Cast = build.FindCast(r, from, to)
	l.Hyphens = countHyphens(r, from, to)
	l.Notes = r.FindNotes(from, to)
	l.Ruby = r.HasRuby(from, to)
	l.Marks = r.CountMarks(l.Notes, from, to)
	return l
}
