package opening

import (
	"storybind/internal/parse/decide"
	"storybind/internal/parse/says"
)

// dedicates reports whether row i of the page dedicates the story, alone between blank lines
// or below the word "To": its role says so, and its words.
func (z *Zone) dedicates(p *page, i int) bool {
	const least, below = 300, 150 // thousandths
	n := p.lines[i]
	if i > 0 && n-p.lines[i-1] < 3 && says.DedicatesAlone(z.R.Lines[p.lines[i-1]].Text) && z.dedicates(p, i-1) {
		return true
	}
	if says.DedicatesSurely(z.R.Lines[n].Text) && saysTitle(p.roles[:i]) && z.blankBelow(n) {
		return true
	}
	if !p.inscribed(i, least) || !saysTitle(p.roles[:i]) {
		return false
	}
	text := z.R.Lines[n].Text
	if z.headsOn(p, i) {
		return false
	}
	if says.DedicatesAlone(text) {
		return i+1 < len(p.lines) && p.lines[i+1]-n < 3 && p.inscribed(i+1, below) && len(z.R.Lines[p.lines[i+1]].Text) < 60
	}
	return says.Dedicates(text) && z.blankBelow(n)
}

// inscribed reports whether row i is an inscription with so many thousandths, and rather than story.
func (p *page) inscribed(i, least int) bool {
	c := p.chance(i, decide.Inscription)
	return c >= least && c >= p.chance(i, decide.Text)
}
