package build

import (
	"storybind/internal/parse/passage"
	"storybind/internal/parse/says"
)

// cutList cuts rows that are the items of a list, or speeches that begin with a
// dash: each is a paragraph of its own.
func (p *sectionText) cutList(a, b int) bool {
	kind := says.Bullet(p.rows[a].Text)
	if kind == 0 {
		return false
	}
	items := 1
	for i := a + 1; i < b; i++ {
		if p.beginsItem(i, kind) {
			items++
		}
	}
	if items < 2 {
		return false
	}
	from := a
	for i := a + 1; i < b; i++ {
		if p.beginsItem(i, kind) || p.rows[i].Indent() <= p.rows[from].Indent() && p.parts(&p.rows[i-1], &p.rows[i]) {
			p.addProse(from, i)
			from = i
		}
	}
	p.addProse(from, b)
	return true
}

// beginsItem reports whether row i begins with the bullet, where a wrapped line
// would not happen to.
func (p *sectionText) beginsItem(i int, kind byte) bool {
	x, y := &p.rows[i-1], &p.rows[i]
	if says.Bullet(y.Text) != kind {
		return false
	}
	if kind == '-' || kind == '1' {
		return x.Tail != passage.EndsOpen || p.Layout.Early(x.Line, y.Line)
	}
	return true
}
