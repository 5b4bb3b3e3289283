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
var Models = []string{"headings", "kinds"}

// EvidenceOf measures a story for one of the Models.
func EvidenceOf(model string, src *source.Text, o Options) Evidence {
	r := &reading{src: src, opts: o, lines: passage.Scan(src), book: &book.Book{}}
	var e Evidence
	switch model {
	case "kinds":
		for _, m := range evidence.KindNames {
			e.Names = append(e.Names, m[0])
		}
		r.learn = &e
		r.read()
	case "headings":
		from, to := r.frame()
		for _, m := range headingMeasures {
			e.Names = append(e.Names, m[0])
		}
		s := r.look(from, to)
		for i := range s.units {
			p := &s.passages[s.units[i].at]
			row := []int32{int32(src.FileLine(int(p.From)) - 1), int32(src.FileLine(int(p.To - 1)))}
			e.Rows = append(e.Rows, s.measures(i, row))
		}
	}
	return e
}
