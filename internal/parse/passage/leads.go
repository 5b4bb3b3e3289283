package passage

// markLeads marks the lines of wrapped text that stand right above their prose, with no
// blank line between: they end long before the wrap although the next word had room, and
// the prose below fills its lines. One alone may be a letter's date or a sign; several
// that stand apart are set by one hand.
func markLeads(lines []Line, from, to int, h *Habits) {
	const few, apart = 3, 6 // such lines; lines between them
	if h.Wrap < 40 || h.ByLine || h.Double {
		return
	}
	var leads []int
	blocks, last := 0, from-apart
	for n := from; n < to; n++ {
		if lines[n].Blank() || n > from && !lines[n-1].Blank() {
			continue
		}
		if blocks++; leadsProse(lines, n, to, h) {
			if n-last < apart {
				return // a list, a play
			}
			leads = append(leads, n)
			last = n
		}
	}
	if len(leads) < few || len(leads)*3 > blocks*2 {
		return
	}
	for _, n := range leads {
		lines[n].Marks |= Leads
	}
}

// leadsProse reports whether line n, the first of a block, stands above prose as a
// heading does.
func leadsProse(lines []Line, n, to int, h *Habits) bool {
	const sparse = 2 // a title fills at most one in so many columns of the wrap
	l := &lines[n]
	if n+2 >= to || l.Indent() > h.Margin || (l.Width()-h.Margin)*sparse > h.Wrap-h.Margin || l.Marks&(IsMark|IsVerse|IsKept|IsDrawn|HasGaps) != 0 || l.Tail != EndsOpen && l.Tail != EndsOther || IsRule(l.Text) {
		return false
	}
	if c := l.Text[len(l.Text)-1]; c == ',' || c == ';' {
		return false
	}
	next, more := &lines[n+1], &lines[n+2]
	fills := func(x *Line) bool { return (x.Width()-h.Margin)*4 > (h.Wrap-h.Margin)*3 }
	return next.Head != StartsLower && next.Head != StartsDigit && next.Indent() <= h.Margin+h.Deepest && fills(next) && !more.Blank() && next.Marks&(IsVerse|IsDrawn|HasGaps) == 0
}
