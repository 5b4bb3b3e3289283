package typeset

// strike draws the lines through what the writer struck out in a row that has its
// place on a page.
func (p *Page) strike(r *row, left Length) {
	for _, l := range r.links {
		if !l.to.struck || len(r.line.Runs) == 0 {
			continue
		}
		size := r.line.Runs[0].Size
		p.Rules = append(p.Rules, Rule{X: left + l.x0, Y: r.line.Y - size*27/100, Width: l.x1 - l.x0, Height: max(size/18, 300)})
	}
}
