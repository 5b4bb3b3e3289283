package typeset

// place puts rows on a page, in the order of reading, and returns where they end.
func (g *geometry) place(p *Page, index int, rows []row) Length {
	return g.placeAt(p, index, rows, g.head)
}

// placeAt is place with the height at which the first row begins.
func (g *geometry) placeAt(p *Page, index int, rows []row, y Length) Length {
	left := g.left(index)
	for i := range rows {
		r := &rows[i]
		switch {
		case r.kind == sceneRow && i != len(rows)-1:
		case r.line != nil:
			r.line.Y = y + r.base
			for j := range r.line.Runs {
				r.line.Runs[j].X += left
			}
			p.Lines = append(p.Lines, r.line)
			p.strike(r, left)
		}
		if r.picture != nil {
			pic := *r.picture
			pic.X += left
			pic.Y += y
			p.Pictures = append(p.Pictures, pic)
		}
		y += r.height
	}
	return y
}

// An anchor is where on which page something that links lead to stands.
type anchor struct {
	page int
	y    Length
}
