package typeset

import (
	"slices"

	"storybind/internal/book"
)

// A poem is where a block of verse stands: how far to the right, and how wide it is.
type poem struct {
	verse          *book.Verse
	indent, widest Length
	lines          int
}

// alignPoems lets the poems of sections that run on, or of one section, begin at one edge where
// most of what stands there is verse: stanzas under numbers are one poem, and each in
// a middle of its own would make its pages restless. Poems inside prose stay in their middles.
func alignPoems(flows []*flow, g *geometry) {
	if g.rtl {
		return
	}
	for from := 0; from < len(flows); {
		to := from + 1
		for to < len(flows) && flows[to].runs {
			to++
		}
		alignGroup(flows[from:to], g.measure())
		from = to
	}
}

func alignGroup(group []*flow, measure Length) {
	var poems []poem
	rows, lines := 0, 0
	for _, f := range group {
		poems = append(poems, f.poems...)
		for i := range f.rows {
			if f.rows[i].kind == textRow {
				rows++
			}
		}
	}
	for _, p := range poems {
		lines += p.lines
	}
	if len(poems) < 2 || lines*2 < rows {
		return
	}
	// The edge that nine lines in ten are not left of.
	byIndent := slices.Clone(poems)
	slices.SortStableFunc(byIndent, func(a, b poem) int { return int(a.indent - b.indent) })
	edge, seen := Length(0), 0
	for _, p := range byIndent {
		edge = p.indent
		if seen += p.lines; seen*10 >= lines {
			break
		}
	}
	move := map[book.Block]Length{}
	for _, p := range poems {
		if by := edge - p.indent; by != 0 && p.indent+p.widest+max(by, 0) <= measure {
			move[p.verse] = by
		}
	}
	if len(move) == 0 {
		return
	}
	for _, f := range group {
		for i := range f.rows {
			if r := &f.rows[i]; r.line != nil {
				if by := move[r.line.Block]; by != 0 {
					r.moveRight(by)
				}
			}
		}
	}
}

// moveRight moves a row's line and what can be clicked on it.
func (r *row) moveRight(by Length) {
	for i := range r.line.Runs {
		r.line.Runs[i].X += by
	}
	for i := range r.links {
		r.links[i].x0 += by
		r.links[i].x1 += by
	}
}
