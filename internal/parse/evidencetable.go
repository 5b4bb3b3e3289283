package parse

import (
	"storybind/internal/book"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/evidence"
	"storybind/internal/parse/outline"
	"storybind/internal/parse/passage"
	"storybind/internal/source"
)

// Models are the models whose evidence EvidenceOf gives.
var Models = []string{"headings", "sections", "levels", "kinds", "opening"}

// EvidenceOf measures a story for one of the Models.
func EvidenceOf(model string, src *source.Text, o desk.Options) desk.Evidence {
	if model == "opening" {
		return openingEvidence(src)
	}
	r := &desk.Reading{Src: src, Opts: o, Lines: passage.Scan(src), Book: &book.Book{}}
	var e desk.Evidence
	switch model {
	case "kinds":
		for _, m := range evidence.KindNames {
			e.Names = append(e.Names, m[0])
		}
		r.Learn = &e
		readStory(r)
	case "levels":
		from, to := frame(r)
		e.Names = outline.LevelMeasures[:]
		s := outline.GatherHeadings(r, from, to)
		s.NestWords()
		for i, row := range s.LevelRows {
			h := &s.Heads[i]
			e.Rows = append(e.Rows, append([]int32{int32(src.FileLine(int(h.Line))), int32(src.FileLine(int(max(h.To, h.Line+1)-1)) + 1)}, row...))
		}
	case "headings", "sections":
		from, to := frame(r)
		for _, m := range evidence.HeadingMeasures {
			e.Names = append(e.Names, m[0])
		}
		_, _, held := outline.FindPosted(r, from, to)
		s := evidence.Look(r.Lines, from, to, outline.SightSetting(r, held))
		if model == "sections" {
			for _, m := range evidence.SectionMeasures {
				e.Names = append(e.Names, m[0])
			}
			s.FirstLook()
		}
		for i := range s.Units {
			p := &s.Passages[s.Units[i].At]
			row := []int32{int32(src.FileLine(int(p.From))), int32(src.FileLine(int(p.To-1)) + 1)}
			switch {
			case model == "headings":
				e.Rows = append(e.Rows, s.Measures(i, row))
			case s.Chance[i] >= evidence.Hardly:
				e.Rows = append(e.Rows, s.SectionRow(i, row))
			}
		}
	}
	return e
}
