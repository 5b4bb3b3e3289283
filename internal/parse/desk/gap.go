package desk

import (
	"strings"

	"storybind/internal/parse/passage"
	"storybind/internal/parse/says"
	"storybind/internal/parse/wording"
)

// BlanksBetween is the number of blank lines that a gap means: in a double-spaced
// text one less than there are.
func (l *Layout) BlanksBetween(gap int) int {
	if l.Double && gap > 0 {
		return gap - 1
	}
	return gap
}

// countGaps finds how many blank lines part paragraphs.
func (r *Reading) countGaps(l *Layout) {
	var gaps [8]int
	r.pairs(l.from, l.to, func(a, b *passage.Line, gap int) {
		gap = l.BlanksBetween(gap)
		if gap > 0 || l.Wrap == 0 && a.Tail != passage.EndsOpen && a.Marks&b.Marks&passage.IsVerse == 0 || l.ParagraphIndent(b) {
			gaps[min(gap, len(gaps)-1)]++
		}
	})
	for g, n := range gaps {
		if n > gaps[l.Gap] {
			l.Gap = g
		}
	}
}

// CountBreaks finds, in the story proper, whether a larger gap than usual marks a
// scene break. Where the story has marks of its own, it does not.
func (r *Reading) CountBreaks(from, to int) {
	l := &r.Layout
	marks := 0
	for n := from + 1; n < to; n++ {
		// A rule close to a line of text underlines or frames it.
		if r.Lines[n].Marks&passage.IsMark != 0 && r.Lines[n-1].Blank() && (n+1 == to || r.Lines[n+1].Blank()) {
			marks++
		}
	}
	if marks > 1 {
		return
	}
	var wide [8]int
	total := 0
	r.pairs(from, to, func(a, b *passage.Line, gap int) {
		gap = l.BlanksBetween(gap)
		if gap > 0 || l.Wrap == 0 || l.ParagraphIndent(b) {
			total++
		}
		if gap > l.Gap && a.Tail != passage.EndsColon && !passage.GoesOn(a, b) && !strings.Contains(a.Text, ".--") && !strings.Contains(a.Text, ".—") && l.Prose(a) && l.Prose(b) && !InCapitals(b.Text) && says.Bullet(b.Text) == 0 {
			wide[min(gap, len(wide)-1)]++
		}
	})
	for g := l.Gap + 1; g < len(wide); g++ {
		sum := 0
		for _, n := range wide[g:] {
			sum += n
		}
		// One blank line more than usual may be carelessness when it is frequent.
		most := total / 2
		if l.Gap > 0 && g == l.Gap+1 {
			most = total / 5
		}
		switch {
		case sum == 0 || total > 400 && sum*250 < total: // too few for a story's scenes
			return
		case sum <= most:
			l.BreakGap = g
			return
		}
	}
}

// Prose reports whether a line, taken by itself, is part of a paragraph rather
// than a heading, a sign or a line of verse.
func (l *Layout) Prose(a *passage.Line) bool {
	d, long := a.Indent()-l.Margin, 50
	if l.Wrap > 0 {
		long = min(long, l.Wrap*3/5)
	}
	return d >= 0 && d <= max(l.Deepest+1, 3) && (a.Width()-a.Indent() > long || a.Tail == passage.EndsStop || a.Tail == passage.EndsDash) && !wording.LooksLikeHeading(a.Text)
}
