package build

import (
	"storybind/internal/parse/evidence"
	"storybind/internal/parse/passage"
)

// Len, Row and Above show the rows to package evidence.
func (p *sectionText) Len() int { return len(p.rows) }

// Row is row i's line.
func (p *sectionText) Row(i int) *passage.Line { return p.rows[i].Line }

// Above is the number of blank lines above row i.
func (p *sectionText) Above(i int) int { return p.rows[i].Gap() }

// noteKind records what is measured of rows [a, b), for learning.
func (p *sectionText) noteKind(a, b int) {
	if p.Learn == nil {
		return
	}
	s := p.Layout.KindSetting()
	row := []int32{int32(p.Src.FileLine(p.rows[a].N())), int32(p.Src.FileLine(p.rows[b-1].N())) + 1}
	p.Learn.Rows = append(p.Learn.Rows, append(row, evidence.Kind(nil, p, a, b, &s)...))
}
