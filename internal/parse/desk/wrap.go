package desk

import (
	"storybind/internal/parse/char"
	"storybind/internal/parse/passage"
	"storybind/internal/parse/says"
)

// widest is the widest wrap that is looked for.
const widest = 400

// findVerse marks the lines that look like verse without regard to how the story
// is wrapped, so that poems have no voice in that: three or more together, each
// begins with a capital, none is long or begins a speech, and not all end a sentence.
func (r *Reading) findVerse(from, to int) {
	for n := from; n < to; {
		first, open, all := n, 0, true
		for n < to && !r.Lines[n].Blank() {
			l := &r.Lines[n]
			if l.Head != passage.StartsUpper || l.Width()-l.Indent() > 65 || char.KindOf(char.FirstRune(l.Text)) == char.OfQuote {
				all = false
			}
			if l.Tail == passage.EndsOpen {
				open++
			}
			n++
		}
		if all && n-first > 2 && open > 0 {
			for ; first < n; first++ {
				r.Lines[first].Marks |= passage.IsVerse
			}
		}
		n++
	}
}

// countWraps finds the column at which lines were wrapped.
//
// Text is wrapped greedily: a line would have been too long with the next line's
// first word. So every two lines of a paragraph name an interval of columns, and
// the column that most of them name is the one.
func (r *Reading) countWraps(l *Layout) {
	var steps [widest + 2]int // +1 where an interval begins, -1 behind its end
	pairs, on, open, opens, verse, broken, over, gappy, lines := 0, 0, 0, 0, 0, 0, 0, 0, 0
	follows := func(a, b *passage.Line, gap int) bool {
		return l.BlanksBetween(gap) == 0 && b.Indent() <= l.Margin+1 && !l.ParagraphIndent(b)
	}
	r.pairs(l.from, l.to, func(a, b *passage.Line, gap int) {
		lines++
		if !follows(a, b, gap) {
			return
		}
		if a.Marks&b.Marks&passage.IsVerse != 0 {
			verse++
			return
		}
		pairs++
		if passage.GoesOn(a, b) {
			on++
		}
		if a.Tail == passage.EndsOpen {
			opens++
		}
		if a.Tail != passage.EndsStop && a.Width() < 45 {
			open++
		} else if a.Tail == passage.EndsOpen {
			broken++
		}
		if a.Marks&passage.HasGaps != 0 {
			gappy++
		}
		if a.Width() <= widest {
			steps[a.Width()]++
			steps[min(a.Width()+b.Word(), widest)+1]--
		}
	})
	l.Verses = verse > 20 && verse > pairs
	if l.Meant = !l.Double && on > 0 && r.meansBreaks(l.from, l.to); l.Meant {
		return
	}
	best, named, fits := 0, 0, 0
	for col, n := 0, 0; col <= widest; col++ {
		n += steps[col]
		if n > named {
			best, named = col, n
		}
	}
	text, far := 0, 0 // columns, and those of lines more than twice as long
	r.pairs(l.from, l.to, func(a, b *passage.Line, gap int) {
		text += a.Width()
		if a.Width() > best+3 {
			over++
			if a.Width() > 2*best {
				far += a.Width()
			}
		}
		if follows(a, b, gap) && passage.GoesOn(a, b) && a.Marks&b.Marks&passage.IsVerse == 0 && a.Width() <= best && a.Width()+b.Word() >= best {
			fits++
		}
	})
	switch {
	case pairs == 0 || best < noWrap:
		return
	case on*5 >= pairs:
	case named == pairs && (pairs > 2 || broken > 0) && open == 0 && over == 0 && best > 50:
		// A few lines of one length, none of which goes on with a small letter.
	default:
		l.Verses = l.Verses || pairs > 20 && opens*3 > pairs
		return // lines that follow each other begin sentences: a line is a paragraph
	}
	// Lines that run far past the column speak against it, unless most others go on.
	if (named*2 < pairs || over*8 > lines) && on*2 < pairs {
		return
	}
	if best < Narrow && far*4 > text {
		return // a few stanzas between paragraphs of one line
	}
	if best < Narrow && on > 1 && fits*3 < on*2 {
		l.Meant = true // short lines that break where their sentences breathe
		return
	}
	if over*3 > lines*2 || on > 2 && !r.reaches(l) {
		return // a few poems among long lines; nothing but poems
	}
	r.findShort(l, best)
	l.Wrap = best
	l.Justified = gappy*8 > pairs

	// How ragged the wrap is, asked of the lines that were surely wrapped; and
	// whether lines that end early end paragraphs.
	var early [widest + 1]int
	measured := 0
	r.pairs(l.from, l.to, func(a, b *passage.Line, gap int) {
		if follows(a, b, gap) && passage.GoesOn(a, b) && a.Marks&passage.IsShort == 0 {
			measured++
			early[max(0, min(l.room(a, b)+1, widest))]++
		}
	})
	for rest := measured; l.slack < widest; l.slack++ {
		if rest -= early[l.slack]; rest*33 <= measured {
			break
		}
	}
	stops, stopsEarly, onEarly := 0, 0, 0
	r.pairs(l.from, l.to, func(a, b *passage.Line, gap int) {
		if !follows(a, b, gap) {
			return
		}
		if passage.GoesOn(a, b) {
			if l.Early(a, b) {
				onEarly++
			}
		} else if a.Tail == passage.EndsStop && b.Head == passage.StartsUpper {
			stops++
			if l.Early(a, b) {
				stopsEarly++
			}
		}
	})
	l.LineEnds = stopsEarly >= 3 && stopsEarly*3 > stops && stopsEarly*on > 5*onEarly*stops
}

// room is how many columns of line a were left when line b's first word was put
// on a new line; negative when the word had no room.
func (l *Layout) room(a, b *passage.Line) int { return l.Wrap - (a.Width() + 1 + b.Word()) }

// Early reports whether line a ends before it had to: the next line's first word
// had room on it.
func (l *Layout) Early(a, b *passage.Line) bool {
	if l.Wrap == 0 {
		return true
	}
	return l.room(a, b) >= l.slack
}

// Columns by which a file is seen to be typed without a wrap.
const (
	surelyLong = 120 // no wrap is as wide
	Narrow     = 45  // few wraps are as narrow
	brief      = 50  // most lines of verse and of addresses are no longer
	tooNarrow  = 30  // no wrap of letters is narrower
	noWrap     = 16  // and none of Chinese or Japanese
)

// meansBreaks reports whether no line of lines [from, to) was broken by a wrap:
// most of the text stands in lines longer than any wrap, and only brief lines go on
// in the next; or all lines are brief, as in a file of poems.
func (r *Reading) meansBreaks(from, to int) bool {
	long, going, widest := 0, 0, 0
	for n := from; n < to; n++ {
		l := &r.Lines[n]
		widest = max(widest, l.Width())
		if l.Width() > surelyLong {
			long += l.Width()
		}
		if n+1 < to && !r.Lines[n+1].Blank() && passage.GoesOn(l, &r.Lines[n+1]) {
			if l.Width()-l.Indent() > brief {
				return false
			}
			going += l.Width()
		}
	}
	return long > going*2 || widest <= tooNarrow
}

// reaches reports whether most lines whose sentence goes on in the next come near to
// the widest of them, as wrapped lines do, be they ever so ragged.
func (r *Reading) reaches(l *Layout) bool {
	var widths [widest + 1]int
	all := 0
	r.pairs(l.from, l.to, func(a, b *passage.Line, gap int) {
		if l.BlanksBetween(gap) == 0 && b.Indent() <= l.Margin+1 && passage.GoesOn(a, b) && says.Bullet(b.Text) == 0 {
			widths[min(a.Width(), widest)]++
			all++
		}
	})
	wide := widest // of ten lines one is wider
	for rest := all / 10; wide > 0 && rest >= widths[wide]; wide-- {
		rest -= widths[wide]
	}
	near := 0
	for _, n := range widths[wide*2/3:] {
		near += n
	}
	return near*2 >= all
}

// findShort marks the lines that stand among lines which all end long before the
// column: verses, lists, addresses. They do not tell how ragged the wrap is.
func (r *Reading) findShort(l *Layout, column int) {
	if l.Double {
		return
	}
	for n := l.from; n < l.to; n++ {
		first, longest := n, 0
		for n < l.to && !r.Lines[n].Blank() {
			longest = max(longest, r.Lines[n].Width())
			n++
		}
		for ; first < n; first++ {
			r.Lines[first].Marks &^= passage.IsShort
			if longest*4 < column*3 {
				r.Lines[first].Marks |= passage.IsShort
			}
		}
	}
}
