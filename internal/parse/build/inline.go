package build

import (
	"math"
	"strings"

	"storybind/internal/book"
	"storybind/internal/diag"
	"storybind/internal/parse/inlines"
)

// inlines reads the text of rows [a, b), which holds no marks unless marked.
func (p *sectionText) inlines(text string, marked bool, a, b int) []book.Inline {
	var in, out []inlines.OpenKind
	if p.runs != nil {
		in = p.runs[p.rows[a].N()]
		if b < len(p.rows) {
			out = p.runs[p.rows[b].N()]
		}
	}
	ruby := p.Layout.Ruby && strings.Contains(text, inlines.RubyOpen)
	if !marked && in == nil && !ruby && (p.Layout.Notes == nil || !p.Layout.Notes.Signs) {
		return []book.Inline{book.Text{Value: text}}
	}
	m := p.ReadMarks(text, p.rows[a].N(), in, out)
	if m.Tags > 0 {
		most := math.MaxInt
		if m.Cut {
			most = m.Tags
		}
		p.setTagsAside(a, b, most)
	}
	p.tellUnclosed(&m, a, b)
	if m.Cut {
		p.tellCrowded(a, b)
	}
	return m.Inlines()
}

// tellUnclosed remarks on marks that nothing ends.
func (p *sectionText) tellUnclosed(m *inlines.Marks, a, b int) {
	for range m.Open {
		v := p.Layout.Marks
		if v == nil || v.Told > 20 {
			return
		}
		v.Told++
		from, to := p.rows[a].N(), p.rows[b-1].N()+1
		if v.Told > 20 {
			p.Remark("unclosed-emphasis", diag.Note, from, to, "more marks of emphasis are opened here and later that nothing ends; no further ones are named", "")
			return
		}
		i := m.Open[0]
		m.Open = m.Open[1:]
		p.Remark("unclosed-emphasis", diag.Warning, from, to, "a mark of emphasis is opened but never ended: "+inlines.Around(m.Text, i), "the mark stays as it is; end it in the story if the words should be in italics")
	}
}

// tellCrowded remarks once that rows [a, b) hold more marks than are read.
func (p *sectionText) tellCrowded(a, b int) {
	if v := p.Layout.Marks; v == nil || v.Crowded {
		return
	}
	p.Layout.Marks.Crowded = true
	p.Remark("many-marks", diag.Warning, p.rows[a].N(), p.rows[b-1].N()+1, "this paragraph holds hundreds of marks of emphasis or tags, one at every word; those after them stay as they are", "if they mean something, part the paragraph")
}
