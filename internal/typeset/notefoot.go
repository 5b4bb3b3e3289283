package typeset

// footnotes are the notes at the feet of a section's pages, in order, and how
// many of their rows are due when a page ends before a row of the text.
type footnotes struct {
	rows []row
	sums []Length // heights of the rows before
	dues []int32
}

func (n *footnotes) add(r *row) {
	if r.line != nil {
		r.line.foot = true
	}
	n.rows = append(n.rows, *r)
	n.sums = append(n.sums, n.sums[len(n.sums)-1]+r.height)
}

// due is how many rows of notes the rows of text before row refer to.
func (n *footnotes) due(row int) int {
	if n == nil {
		return 0
	}
	return int(n.dues[min(row, len(n.dues)-1)]) // rows may follow that refer to none
}

// noteGap is the least white between the text and its notes; the rule stands in it.
func (g *geometry) noteGap() Length { return g.leading * 3 / 4 }

// depth is the room that the rows [from, to) take at a page's foot, in whole
// lines of the grid.
func (n *footnotes) depth(g *geometry, from, to int) Length {
	if n == nil || to <= from {
		return 0
	}
	return (g.noteGap() + n.sums[to] - n.sums[from] + g.leading - 1) / g.leading * g.leading
}

// split finds how much of [from, to) fits into room when the last note may go on
// on the next page: the end of what stays, from when that cannot be.
func (n *footnotes) split(g *geometry, from, to int, room Length) int {
	first := to - 1 // where the last note begins
	for first > from && n.rows[first].note == "" {
		first--
	}
	for k := to - 1; k > first; k-- {
		if n.rows[k-1].penalty < never && n.depth(g, from, k) <= room {
			return k
		}
	}
	return from
}

// fill is how much of [from, to) fits into room, wherever that parts a note; at
// least one row where there is a whole page.
func (n *footnotes) fill(g *geometry, from, to int, room Length) int {
	k := to
	for k > from && n.depth(g, from, k) > room {
		k--
	}
	if k == from && room >= g.depth() {
		k++
	}
	return k
}

// place puts a page's notes at its foot, under a rule. y is where its text ends;
// last says that the page is the section's last, whose notes stand as low as
// those of full pages.
func (n *footnotes) place(g *geometry, p *Page, index int, pg pageOf, y Length, last bool) {
	if n == nil || pg.notesTo <= pg.notesFrom {
		return
	}
	y += n.depth(g, pg.notesFrom, pg.notesTo)
	if last {
		y = max(y, g.head+g.depth())
	}
	rows := n.rows[pg.notesFrom:pg.notesTo]
	end := &rows[len(rows)-1]
	y -= g.leading - g.base() - (end.height - end.base) // the last baseline stands on the grid
	for i := range rows {
		y -= rows[i].height
	}
	r := Rule{X: g.left(index), Y: y - g.leading*3/10, Width: min(g.measure()/4, g.size*6), Height: 400, Grey: 64}
	if g.rtl {
		r.X += g.measure() - r.Width
	}
	p.Rules = append(p.Rules, r)
	g.placeAt(p, index, rows, y)
}
