package build

import (
	"unicode"

	"storybind/internal/parse/char"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/passage"
	"storybind/internal/parse/says"
)

// runOn puts paragraphs together between which a sentence runs on over a blank line,
// as it does where somebody pressed a key too often or a page was cut. In a story
// whose paragraphs begin with small letters as a rule, it tells nothing.
func (p *sectionText) runOn() {
	small, all := 0, 0
	for k := range p.pieces {
		if c := &p.pieces[k]; c.Kind == pieceProse {
			if all++; p.rows[c.A()].Head == passage.StartsLower {
				small++
			}
		}
	}
	if small == 0 || small > 1 && small*4 > all {
		return
	}
	kept := p.pieces[:0]
	for _, c := range p.pieces {
		if n := len(kept); n > 0 && p.runsOn(kept[n-1], c) {
			kept[n-1] = desk.PieceOf(kept[n-1].Kind, kept[n-1].A(), c.B())
			continue
		}
		kept = append(kept, c)
	}
	p.pieces = kept
}

// runsOn reports whether the sentence with which prose c ends goes on in prose d.
func (p *sectionText) runsOn(c, d desk.Piece) bool {
	if c.Kind != pieceProse || d.Kind != pieceProse || c.B() != d.A() {
		return false
	}
	x, y := &p.rows[d.A()-1], &p.rows[d.A()]
	if y.Gap() == 0 || x.Tail != passage.EndsOpen || !unicode.IsLower(char.FirstRune(y.Text)) || y.Indent() > p.Layout.Margin+1 || says.Bullet(y.Text) != 0 {
		return false
	}
	last := x.Text[len(x.Text)-1]
	if last != ',' && char.KindOf(rune(last)) != char.OfWord && last < 0x80 { // a quotation mark, a bracket: something is over
		return false
	}
	const long = 45 // columns: shorter lines may be verses, or lines of a letter
	return (d.A()-c.A() > 1 || x.Width() > long) && (d.B()-d.A() > 1 || y.Width() > long || y.Tail == passage.EndsStop) && !says.Greets(x.Text) && !says.TakesLeave(x.Text) && !desk.InCapitals(x.Text)
}
