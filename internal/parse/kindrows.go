package parse

import (
	"storybind/internal/parse/evidence"
	"storybind/internal/parse/passage"
)

// Len, Row and Above show the rows to package evidence.
func (p *sectionText) Len() int { return len(p.rows) }

// Row is row i's line.
func (p *sectionText) Row(i int) *passage.Line { return p.rows[i].Line }

// Above is the number of blank lines above row i.
func (p *sectionText) Above(i int) int { return p.rows[i].gap }

// kindSetting is what measures of kinds ask of the layout.
func (l *layout) kindSetting() evidence.KindSetting {
	return evidence.KindSetting{
		Habits: passage.Habits{Wrap: l.wrap, Gap: l.gap, Margin: l.margin, Deepest: l.deepest, Double: l.double, Indented: l.indented},
		Slack:  l.slack, Justified: l.justified, LineEnds: l.lineEnds, Meant: l.meant, Verses: l.verses, Dashes: l.dashes, Apart: l.apart,
	}
}

// noteKind records what is measured of rows [a, b), for learning.
func (p *sectionText) noteKind(a, b int) {
	if p.learn == nil {
		return
	}
	s := p.layout.kindSetting()
	row := []int32{int32(p.src.FileLine(p.rows[a].n)), int32(p.src.FileLine(p.rows[b-1].n)) + 1}
	p.learn.Rows = append(p.learn.Rows, append(row, evidence.Kind(nil, p, a, b, &s)...))
}
