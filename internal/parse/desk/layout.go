package desk

import (
	"slices"

	"storybind/internal/parse/hyphen"
	"storybind/internal/parse/inlines"
	"storybind/internal/parse/passage"
)

// A Layout is how the story's file breaks lines, decided by counting over the
// whole text. Each block may still go its own way.
type Layout struct {
	Wrap      int  // the column at which lines were wrapped; 0 when a line is a paragraph
	slack     int  // how many columns before wrap a line may end and still have been wrapped there
	Margin    int  // the column at which lines begin that are not indented
	Indented  bool // an indented first line begins a paragraph, without a blank line
	Deepest   int  // the deepest such indent, counted from margin
	Double    bool // a blank line stands between all lines
	Gap       int  // blank lines usual between paragraphs
	BreakGap  int  // blank lines that mark a scene break; 0 when they do not
	Justified bool // blanks were widened to make lines equally long
	LineEnds  bool // in wrapped text, a line that ends early ends its paragraph

	Meant  bool            // no line was broken by a wrap: every line break is meant
	Verses bool            // lines are not wrapped, and many end inside a sentence: poems
	Script bool            // speakers begin the paragraphs
	Cast   map[string]bool // the names that speak with a stop, in a play
	Dashes bool            // a dash opens speech
	Apart  bool            // these are notes after the end: a mark there parts no scenes

	from, to int // the lines that were counted
	Hyphens  *hyphen.HyphenVote
	Marks    *inlines.MarkVote
	Notes    *NoteIndex
	Ruby     bool // the story gives readings
}

// LayoutOf counts lines [from, to).
func (r *Reading) LayoutOf(from, to int) Layout {
	l := Layout{from: from, to: to}
	l.Double = r.doubleSpaced(from, to)
	if !l.Double {
		r.findVerse(from, to)
	}
	r.countIndents(&l)
	r.findDashes(&l)
	r.countWraps(&l)
	r.countGaps(&l)
	return l
}

// pairs calls f with each two neighbouring lines that have text, and the number
// of blank lines between them. Marks of scene breaks and drawings part lines too.
func (r *Reading) pairs(from, to int, f func(a, b *passage.Line, gap int)) {
	last := -1
	for n := from; n < to; n++ {
		l := &r.Lines[n]
		if l.Blank() {
			continue
		}
		if l.Marks&(passage.IsMark|passage.IsDrawn) != 0 {
			last = -1
			continue
		}
		if last >= 0 {
			f(&r.Lines[last], l, n-last-1)
		}
		last = n
	}
}

// doubleSpaced reports whether a blank line stands between all lines: then
// sentences run on over single blank lines.
func (r *Reading) doubleSpaced(from, to int) bool {
	var all, on [2]int
	r.pairs(from, to, func(a, b *passage.Line, gap int) {
		if gap < 2 {
			all[gap]++
			if passage.GoesOn(a, b) && a.Width() > 40 && a.Width() < 100 {
				on[gap]++
			}
		}
	})
	if all[0]*4 > all[1] {
		return false
	}
	return on[1]*5 >= all[1] && (on[1] > 1 || on[1] > 0 && all[0] == 0)
}

// countIndents finds the margin and whether paragraphs begin with an indent.
//
// A line that goes on with a sentence stands at the margin, so those lines are
// asked first; a text without any has the leftmost indent that is usual.
func (r *Reading) countIndents(l *Layout) {
	const most = 128
	var going, all, letters [most]int
	lines, on, total, left := 0, 0, 0, 0
	r.pairs(l.from, l.to, func(a, b *passage.Line, gap int) {
		col := min(b.Indent(), most-1)
		all[col]++
		lines++
		letters[col] += b.Width() - b.Indent()
		total += b.Width() - b.Indent()
		if l.BlanksBetween(gap) == 0 && passage.GoesOn(a, b) {
			going[col]++
			on++
		}
	})
	if on >= 3 && on*20 >= lines {
		most := slices.Max(going[:])
		for going[l.Margin]*4 < most { // quotations are indented too
			l.Margin++
		}
		for col, n := range letters[:l.Margin] {
			if left += n; left*5 > total*3 { // only a poem or a letter goes on from line to line
				l.Margin = firstColumn(all[:col+1], lines)
				break
			}
		}
	} else {
		l.Margin = firstColumn(all[:], lines)
	}

	// Paragraphs that begin with an indent: a line at the margin, then a deeper
	// one; or a deeper one whose sentence goes on at the margin.
	var steps [16]int
	starts, firsts, level, gaps := 0, 0, 0, 0
	r.pairs(l.from, l.to, func(a, b *passage.Line, gap int) {
		if l.BlanksBetween(gap) > 0 {
			gaps++
			return
		}
		if a.Marks&b.Marks&passage.IsVerse != 0 { // every other line of a ballad is indented
			return
		}
		d := b.Indent() - l.Margin
		if a.Indent() <= l.Margin+1 && d > 1 && d < len(steps) && !passage.GoesOn(a, b) {
			steps[d]++
			starts++
		}
		if d = a.Indent() - l.Margin; d > 1 && d < len(steps) && b.Indent() == l.Margin && (passage.GoesOn(a, b) || a.Width() > 45) {
			steps[d]++
			firsts++
		}
		if d > 1 && b.Indent() == a.Indent() && a.Tail == passage.EndsStop && b.Head != passage.StartsLower {
			level++ // two paragraphs of one line
		}
	})
	l.Indented = starts > 0 && starts+firsts > 1 && starts*10 >= gaps || firsts > 0 && level > 0 && level*3 >= gaps
	for d, n := range steps {
		if n*6 >= starts+firsts && n > 0 && (l.Indented || firsts*4 > gaps) {
			l.Deepest = d
		}
	}
}

// firstColumn is the leftmost column at which a tenth of the lines begin.
func firstColumn(columns []int, lines int) int {
	for col, n := range columns {
		if n*10 >= lines && n > 1 {
			return col
		}
	}
	return 0
}

// ParagraphIndent reports whether a line is indented as a paragraph's first line is, and such
// an indent alone begins paragraphs.
func (l *Layout) ParagraphIndent(b *passage.Line) bool { return l.Indented && l.FirstLine(b) }

// FirstLine reports whether a line is indented as first lines are, also where a blank line
// parts paragraphs.
func (l *Layout) FirstLine(b *passage.Line) bool {
	d := b.Indent() - l.Margin
	return d > 1 && d <= l.Deepest // a single blank is left over from the space behind a full stop
}
