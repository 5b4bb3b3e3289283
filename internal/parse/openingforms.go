package parse

import (
	"storybind/internal/parse/desk"
	"storybind/internal/parse/evidence"
	"storybind/internal/parse/opening"
	"storybind/internal/source"
)

// openingEvidence measures the lines above a story as the header's reading sees them.
func openingEvidence(src *source.Text) desk.Evidence {
	e := desk.Evidence{Names: evidence.OpeningNames}
	r, from, to := aboveStory(src)
	if from = opening.NextText(r, from, to); from == to {
		return e
	}
	z := &opening.Zone{R: r, From: from, To: min(to, from+opening.MaxHead)}
	z.BlankTags()
	z.Measure()
	lines, measures := z.OpeningSeen().Measure()
	for i, n := range lines {
		at := int32(src.FileLine(n))
		e.Rows = append(e.Rows, append([]int32{at, at + 1}, measures[i]...))
	}
	return e
}
