package parse

import (
	"storybind/internal/book"
	"storybind/internal/parse/evidence"
	"storybind/internal/parse/passage"
	"storybind/internal/source"
)

// Evidence is what a model weighs: the names of its measures, and a row for each
// passage that is weighed: its first line, the line behind its last (both of the file,
// from 0), and its measures. The trees are learned from it (assets/reading).
type Evidence struct {
	Names []string
	Rows  [][]int32
}

// Models are the models whose evidence EvidenceOf gives.
var Models = []string{"headings", "sections", "levels", "kinds", "opening"}

// EvidenceOf measures a story for one of the Models.
func EvidenceOf(model string, src *source.Text, o Options) Evidence {
	if model == "opening" {
		return openingEvidence(src)
	}
	r := &reading{src: src, opts: o, lines: passage.Scan(src), book: &book.Book{}}
	var e Evidence
	switch model {
	case "kinds":
		for _, m := range evidence.KindNames {
			e.Names = append(e.Names, m[0])
		}
		r.learn = &e
		r.read()
	case "levels":
		from, to := r.frame()
		e.Names = levelMeasures[:]
		s := r.gatherHeadings(from, to)
		s.nestWords()
		for i, row := range s.levelRows {
			h := &s.heads[i]
			e.Rows = append(e.Rows, append([]int32{int32(src.FileLine(int(h.line))), int32(src.FileLine(int(max(h.to, h.line+1)-1)) + 1)}, row...))
		}
	case "headings", "sections":
		from, to := r.frame()
		for _, m := range headingMeasures {
			e.Names = append(e.Names, m[0])
		}
		_, _, held := r.findPosted(from, to)
		s := look(r.lines, from, to, r.sightSetting(held))
		if model == "sections" {
			for _, m := range sectionMeasures {
				e.Names = append(e.Names, m[0])
			}
			s.firstLook()
		}
		for i := range s.units {
			p := &s.passages[s.units[i].at]
			row := []int32{int32(src.FileLine(int(p.From))), int32(src.FileLine(int(p.To-1)) + 1)}
			switch {
			case model == "headings":
				e.Rows = append(e.Rows, s.measures(i, row))
			case s.chance[i] >= hardly:
				e.Rows = append(e.Rows, s.sectionRow(i, row))
			}
		}
	}
	return e
}
