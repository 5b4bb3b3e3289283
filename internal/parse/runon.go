package parse

import (
	"unicode"

	"storybind/internal/parse/passage"
)

// runOn puts paragraphs together between which a sentence runs on over a blank line,
// as it does where somebody pressed a key too often or a page was cut. In a story
// whose paragraphs begin with small letters as a rule, it tells nothing.
func (p *sectionText) runOn() {
	small, all := 0, 0
	for k := range p.pieces {
		if c := &p.pieces[k]; c.kind == pieceProse {
			if all++; p.rows[c.a].Head == passage.StartsLower {
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
			kept[n-1].b = c.b
			continue
		}
		kept = append(kept, c)
	}
	p.pieces = kept
}

// runsOn reports whether the sentence with which prose c ends goes on in prose d.
func (p *sectionText) runsOn(c, d piece) bool {
	if c.kind != pieceProse || d.kind != pieceProse || c.b != d.a {
		return false
	}
	x, y := &p.rows[d.a-1], &p.rows[d.a]
	if y.gap == 0 || x.Tail != passage.EndsOpen || !unicode.IsLower(firstRune(y.Text)) || y.Indent > p.layout.margin+1 || bullet(y.Text) != 0 {
		return false
	}
	last := x.Text[len(x.Text)-1]
	if last != ',' && kindOf(rune(last)) != ofWord && last < 0x80 { // a quotation mark, a bracket: something is over
		return false
	}
	const long = 45 // columns: shorter lines may be verses, or lines of a letter
	return (d.a-c.a > 1 || x.Width > long) && (d.b-d.a > 1 || y.Width > long || y.Tail == passage.EndsStop) && !greets(x.Text) && !takesLeave(x.Text) && !inCapitals(x.Text)
}
