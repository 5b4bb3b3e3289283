package parse

import "slices"

// A layout is how the story's file breaks lines, decided by counting over the
// whole text. Each block may still go its own way.
type layout struct {
	wrap      int  // the column at which lines were wrapped; 0 when a line is a paragraph
	slack     int  // how many columns before wrap a line may end and still have been wrapped there
	margin    int  // the column at which lines begin that are not indented
	indented  bool // an indented first line begins a paragraph, without a blank line
	deepest   int  // the deepest such indent, counted from margin
	double    bool // a blank line stands between all lines
	gap       int  // blank lines usual between paragraphs
	breakGap  int  // blank lines that mark a scene break; 0 when they do not
	justified bool // blanks were widened to make lines equally long
	lineEnds  bool // in wrapped text, a line that ends early ends its paragraph

	verses bool // lines are not wrapped, and many end inside a sentence: poems
	apart  bool // these are notes after the end: a mark there parts no scenes

	from, to int // the lines that were counted
	hyphens  *hyphenVote
	marks    *markVote
	notes    *noteIndex
}

// widest is the widest wrap that is looked for.
const widest = 400

// breaksLines decides how lines [from, to) break.
func (r *reading) breaksLines(from, to int) layout {
	r.spoilerSpace(from, to)
	r.pageNumbers(from, to)
	l := r.layoutOf(from, r.storyEnd(from, to).end)
	l.hyphens = r.countHyphens(from, to)
	l.notes = r.findNotes(from, to)
	l.marks = r.countMarks(l.notes, from, to)
	return l
}

// layoutOf counts lines [from, to).
func (r *reading) layoutOf(from, to int) layout {
	l := layout{from: from, to: to}
	l.double = r.doubleSpaced(from, to)
	if !l.double {
		r.findVerse(from, to)
	}
	r.countIndents(&l)
	r.countWraps(&l)
	r.countGaps(&l)
	return l
}

// pairs calls f with each two neighbouring lines that have text, and the number
// of blank lines between them. Marks of scene breaks part lines too.
func (r *reading) pairs(from, to int, f func(a, b *line, gap int)) {
	last := -1
	for n := from; n < to; n++ {
		l := &r.lines[n]
		if l.blank() {
			continue
		}
		if l.marks&isMark != 0 {
			last = -1
			continue
		}
		if last >= 0 {
			f(&r.lines[last], l, n-last-1)
		}
		last = n
	}
}

// doubleSpaced reports whether a blank line stands between all lines: then
// sentences run on over single blank lines.
func (r *reading) doubleSpaced(from, to int) bool {
	var all, on [2]int
	r.pairs(from, to, func(a, b *line, gap int) {
		if gap < 2 {
			all[gap]++
			if goesOn(a, b) && a.width > 40 && a.width < 100 {
				on[gap]++
			}
		}
	})
	if all[0]*8 > all[1] {
		return false
	}
	return on[1]*5 >= all[1] && (on[1] > 1 || on[1] > 0 && all[0] == 0)
}

// findVerse marks the lines that look like verse without regard to how the story
// is wrapped, so that poems have no voice in that: three or more together, each
// begins with a capital, none is long or begins a speech, and not all end a sentence.
func (r *reading) findVerse(from, to int) {
	for n := from; n < to; {
		first, open, all := n, 0, true
		for n < to && !r.lines[n].blank() {
			l := &r.lines[n]
			if l.head != startsUpper || l.width-l.indent > 65 || kindOf(firstRune(l.text)) == ofQuote {
				all = false
			}
			if l.tail == endsOpen {
				open++
			}
			n++
		}
		if all && n-first > 2 && open > 0 {
			for ; first < n; first++ {
				r.lines[first].marks |= isVerse
			}
		}
		n++
	}
}

// blanksBetween is the number of blank lines that a gap means: in a double-spaced
// text one less than there are.
func (l *layout) blanksBetween(gap int) int {
	if l.double && gap > 0 {
		return gap - 1
	}
	return gap
}

// countIndents finds the margin and whether paragraphs begin with an indent.
//
// A line that goes on with a sentence stands at the margin, so those lines are
// asked first; a text without any has the leftmost indent that is usual.
func (r *reading) countIndents(l *layout) {
	const most = 128
	var going, all [most]int
	lines, on := 0, 0
	r.pairs(l.from, l.to, func(a, b *line, gap int) {
		col := min(b.indent, most-1)
		all[col]++
		lines++
		if l.blanksBetween(gap) == 0 && goesOn(a, b) {
			going[col]++
			on++
		}
	})
	if on >= 3 && on*20 >= lines {
		most := slices.Max(going[:])
		for going[l.margin]*4 < most { // quotations are indented too
			l.margin++
		}
	} else {
		for col, n := range all {
			if n*10 >= lines && n > 0 {
				l.margin = col
				break
			}
		}
	}

	// Paragraphs that begin with an indent: a line at the margin, then a deeper
	// one; or a deeper one whose sentence goes on at the margin.
	var steps [16]int
	starts, firsts, level, gaps := 0, 0, 0, 0
	r.pairs(l.from, l.to, func(a, b *line, gap int) {
		if l.blanksBetween(gap) > 0 {
			gaps++
			return
		}
		d := b.indent - l.margin
		if a.indent <= l.margin+1 && d > 1 && d < len(steps) && !goesOn(a, b) {
			steps[d]++
			starts++
		}
		if d = a.indent - l.margin; d > 1 && d < len(steps) && b.indent == l.margin && (goesOn(a, b) || a.width > 45) {
			steps[d]++
			firsts++
		}
		if d > 1 && b.indent == a.indent && a.tail == endsStop && b.head != startsLower {
			level++ // two paragraphs of one line
		}
	})
	l.indented = starts > 0 && starts+firsts > 1 && starts*10 >= gaps || firsts > 0 && level > 0 && level*2 >= gaps
	for d, n := range steps {
		if n*6 >= starts+firsts && n > 0 && (l.indented || firsts*4 > gaps) {
			l.deepest = d
		}
	}
}

// paragraphIndent reports whether a line is indented as a paragraph's first line is.
func (l *layout) paragraphIndent(b *line) bool {
	d := b.indent - l.margin
	return l.indented && d > 1 && d <= l.deepest // a single blank is left over from the space behind a full stop
}

// countWraps finds the column at which lines were wrapped.
//
// Text is wrapped greedily: a line would have been too long with the next line's
// first word. So every two lines of a paragraph name an interval of columns, and
// the column that most of them name is the one.
func (r *reading) countWraps(l *layout) {
	var steps [widest + 2]int // +1 where an interval begins, -1 behind its end
	pairs, on, open, opens, verse, broken, over, gappy, lines := 0, 0, 0, 0, 0, 0, 0, 0, 0
	follows := func(a, b *line, gap int) bool {
		return l.blanksBetween(gap) == 0 && b.indent <= l.margin+1 && !l.paragraphIndent(b)
	}
	r.pairs(l.from, l.to, func(a, b *line, gap int) {
		lines++
		if !follows(a, b, gap) {
			return
		}
		if a.marks&b.marks&isVerse != 0 {
			verse++
			return
		}
		pairs++
		if goesOn(a, b) {
			on++
		}
		if a.tail == endsOpen {
			opens++
		}
		if a.tail != endsStop && a.width < 45 {
			open++
		} else if a.tail == endsOpen {
			broken++
		}
		if a.marks&hasGaps != 0 {
			gappy++
		}
		if a.width <= widest {
			steps[a.width]++
			steps[min(a.width+int(b.word), widest)+1]--
		}
	})
	l.verses = verse > 20 && verse > pairs
	best, named := 0, 0
	for col, n := 0, 0; col <= widest; col++ {
		n += steps[col]
		if n > named {
			best, named = col, n
		}
	}
	r.pairs(l.from, l.to, func(a, b *line, gap int) {
		if a.width > best+3 {
			over++
		}
	})
	switch {
	case pairs == 0:
		return
	case on*5 >= pairs:
	case named == pairs && (pairs > 2 || broken > 0) && open == 0 && over == 0 && best > 50:
		// A few lines of one length, none of which goes on with a small letter.
	default:
		l.verses = l.verses || pairs > 20 && opens*3 > pairs
		return // lines that follow each other begin sentences: a line is a paragraph
	}
	// Lines that run far past the column speak against it, unless most others go on.
	if (named*2 < pairs || over*8 > lines) && on*2 < pairs {
		return
	}
	l.wrap = best
	l.justified = gappy*8 > pairs

	// How ragged the wrap is, asked of the lines that were surely wrapped; and
	// whether lines that end early end paragraphs.
	var early [widest + 1]int
	r.pairs(l.from, l.to, func(a, b *line, gap int) {
		if follows(a, b, gap) && goesOn(a, b) {
			early[max(0, min(l.room(a, b)+1, widest))]++
		}
	})
	for rest := on; l.slack < widest; l.slack++ {
		if rest -= early[l.slack]; rest*33 <= on {
			break
		}
	}
	stops, stopsEarly, onEarly := 0, 0, 0
	r.pairs(l.from, l.to, func(a, b *line, gap int) {
		if !follows(a, b, gap) {
			return
		}
		if goesOn(a, b) {
			if l.early(a, b) {
				onEarly++
			}
		} else if a.tail == endsStop && b.head == startsUpper {
			stops++
			if l.early(a, b) {
				stopsEarly++
			}
		}
	})
	l.lineEnds = stopsEarly >= 3 && stopsEarly*3 > stops && stopsEarly*on > 5*onEarly*stops
}

// room is how many columns of line a were left when line b's first word was put
// on a new line; negative when the word had no room.
func (l *layout) room(a, b *line) int { return l.wrap - (a.width + 1 + int(b.word)) }

// early reports whether line a ends before it had to: the next line's first word
// had room on it.
func (l *layout) early(a, b *line) bool {
	if l.wrap == 0 {
		return true
	}
	return l.room(a, b) >= l.slack
}

// countGaps finds how many blank lines part paragraphs.
func (r *reading) countGaps(l *layout) {
	var gaps [8]int
	r.pairs(l.from, l.to, func(a, b *line, gap int) {
		gap = l.blanksBetween(gap)
		if gap > 0 || l.wrap == 0 && a.marks&b.marks&isVerse == 0 || l.paragraphIndent(b) {
			gaps[min(gap, len(gaps)-1)]++
		}
	})
	for g, n := range gaps {
		if n > gaps[l.gap] {
			l.gap = g
		}
	}
}

// countBreaks finds, in the story proper, whether a larger gap than usual marks a
// scene break. Where the story has marks of its own, it does not.
func (r *reading) countBreaks(from, to int) {
	l := &r.layout
	marks := 0
	for n := from + 1; n < to; n++ {
		if r.lines[n].marks&isMark != 0 {
			marks++
		}
	}
	if marks > 1 {
		return
	}
	var wide [8]int
	total := 0
	r.pairs(from, to, func(a, b *line, gap int) {
		gap = l.blanksBetween(gap)
		if gap > 0 || l.wrap == 0 || l.paragraphIndent(b) {
			total++
		}
		if gap > l.gap && a.tail != endsColon && l.prose(a) && l.prose(b) && !inCapitals(b.text) && bullet(b.text) == 0 {
			wide[min(gap, len(wide)-1)]++
		}
	})
	for g := l.gap + 1; g < len(wide); g++ {
		sum := 0
		for _, n := range wide[g:] {
			sum += n
		}
		// One blank line more than usual may be carelessness when it is frequent.
		most := total / 2
		if l.gap > 0 && g == l.gap+1 {
			most = total / 5
		}
		switch {
		case sum == 0 || total > 400 && sum*250 < total: // too few for a story's scenes
			return
		case sum <= most:
			l.breakGap = g
			return
		}
	}
}

// prose reports whether a line, taken by itself, is part of a paragraph rather
// than a heading, a sign or a line of verse.
func (l *layout) prose(a *line) bool {
	d := a.indent - l.margin
	return d >= 0 && d <= max(l.deepest, 8) && (a.width-a.indent > 50 || a.tail == endsStop || a.tail == endsDash) && !looksLikeHeading(a.text)
}
