package opening

import (
	"strings"

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

// dedicationEnd is the row behind a dedication that begins at row i: one line, whom it names
// below the word "To", or a few lines together; i where there is none.
func (z *Zone) dedicationEnd(p *page, i int) int {
	if z.dedicates(p, i) {
		if says.DedicatesAlone(z.R.Lines[p.lines[i]].Text) && i+1 < len(p.lines) {
			return i + 2
		}
		return i + 1
	}
	return z.dedicatesOn(p, i)
}

// dedicatesOn reads a dedication in a few short lines between blank ones, with prose, a mark
// or a heading below: "For my mother," / "who kept the light."
func (z *Zone) dedicatesOn(p *page, i int) int {
	const least, most, wide = 50, 4, 60 // thousandths, lines, bytes
	if !saysTitle(p.roles[:i]) || i > 0 && p.lines[i]-p.lines[i-1] < 2 || p.chance(i, decide.Inscription) < least {
		return i
	}
	end := i
	for end < len(p.lines) && (end == i || p.lines[end] == p.lines[end-1]+1) {
		if end-i == most || len(z.R.Lines[p.lines[end]].Text) > wide {
			return i
		}
		end++
	}
	first := z.R.Lines[p.lines[i]].Text
	last := p.lines[end-1]
	if end-i < 2 || !says.Dedicates(strings.TrimRight(first, ",")) || !z.blankBelow(last) {
		return i
	}
	for k := p.lines[i]; k < last; k++ { // the lines are one sentence, or one person each
		if stop := z.R.Lines[k].Text; strings.HasSuffix(stop, ".") && says.IsSentence(stop) {
			return i
		}
	}
	next := NextText(z.R, last+1, len(z.R.Lines))
	if next == len(z.R.Lines) {
		return i
	}
	if text := z.R.Lines[next].Text; len(text) > wide || IsRule(text) || oneSign(text) || says.IsScene(text) || end < len(p.lines) && z.headsOn(p, end) {
		return end
	}
	return i
}

// inscribed reports whether row i is an inscription with so many thousandths, and rather than story.
func (p *page) inscribed(i, least int) bool {
	c := p.chance(i, decide.Inscription)
	return c >= least && c >= p.chance(i, decide.Text)
}
