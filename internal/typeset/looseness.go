package typeset

import (
	"slices"

	"storybind/internal/book"
)

// A resetting is what it takes to set a paragraph again in a line more or less
// than is best for it (TeX's \looseness), so that a page comes out full. The
// costs are on the scale of pages; 0 says that it cannot be done.
type resetting struct {
	fl           flat
	frame        frame
	shape        shape
	section      *book.Section
	block        book.Block
	tight, loose int32
}

const (
	fewestReset = 4   // lines; in a shorter paragraph a change would be seen
	leastReset  = 8   // what a change costs at least
	mostReset   = 75  // per cent of the stretch or shrink of its spaces that it may use up
	resetBad    = 350 // the greatest badness of its lines
)

// mayReset estimates from the length of the paragraph just set, whose rows begin
// at from, whether it could do with a line more or less.
func (s *setter) mayReset(fl *flat, f *frame, sh *shape, from int) {
	n := int64(len(s.rows) - from)
	if n < fewestReset || sh.align != justified || f.kind != BodyLine || f.leading != s.geo.leading || s.section == nil {
		return
	}
	end := &s.chances[len(s.chances)-1]
	rooms := func(lines int64) int64 {
		return int64(sh.measure-sh.first)*1000 + (lines-1)*int64(sh.measure-sh.rest)*1000
	}
	cost := func(want, have int64) int32 {
		if have <= 0 || want*100 > have*mostReset {
			return 0
		}
		q := max(want, 0) * 100 / have
		return leastReset + int32(q*q/100)
	}
	tight := cost(end.width-rooms(n-1), end.shrink*(n-1)/n)
	loose := cost(rooms(n)+int64(s.geo.size)*3000-end.width, end.stretch)
	if tight == 0 && loose == 0 {
		return
	}
	r := &resetting{fl: *fl, frame: *f, shape: *sh, section: s.section, block: s.block, tight: tight, loose: loose}
	r.fl.spans = slices.Clone(fl.spans)
	s.rows[len(s.rows)-1].reset = r
}

// again sets the paragraph in so many lines; nil when that would be ugly.
func (s *setter) again(r *resetting, lines int) []row {
	broken := s.broken
	defer func() { s.broken = broken }() // remarked on already
	s.rows, s.section, s.block = nil, r.section, r.block
	tokens := s.tokenize(&r.fl)
	p := pass{hyphens: r.shape.hyphenate && s.hyphenate, tolerance: resetBad, stretches: 2, lines: int32(lines)}
	end := s.optimum(tokens, &r.shape, &p)
	if end < 0 || s.nodes[end].ugly {
		return nil
	}
	s.addLines(&r.fl, tokens, &r.frame, &r.shape, s.way(end))
	return s.rows
}

// breakFlow breaks a section into pages and makes the changes that they reckon
// with. A change that turns out ugly is given up and the pages are broken again.
func (p *pager) breakFlow(f *flow, index int) {
	const tries = 16
	for try := 0; ; try++ {
		if try == tries {
			f.fix()
		}
		pages, changes := p.geo.breakPages(f.rows, f.notes, index)
		made := make([][]row, len(changes))
		good := true
		for i, c := range changes {
			last := &f.rows[c.row]
			made[i] = p.set.again(last.reset, int(last.line.of)+c.more)
			if made[i] == nil {
				good = false
				if c.more > 0 {
					last.reset.loose = 0
				} else {
					last.reset.tight = 0
				}
			}
		}
		if !good {
			continue
		}
		for i := len(changes) - 1; i >= 0; i-- {
			f.change(pages, changes[i], made[i])
		}
		f.pages = pages
		return
	}
}

// change replaces a paragraph's rows by others, one more or one less, and moves
// the pages' ends accordingly.
func (f *flow) change(pages []pageOf, c change, rows []row) {
	to := c.row + 1
	from := to - int(f.rows[c.row].line.of)
	first, last := f.rows[from], f.rows[c.row]
	rows[0].height, rows[0].base = first.height, first.base
	rows[len(rows)-1].height, rows[len(rows)-1].penalty = last.height, last.penalty
	f.rows = slices.Replace(f.rows, from, to, rows...)
	if n := f.notes; n != nil { // no mark is in this paragraph
		due := n.dues[from]
		n.dues = slices.Replace(n.dues, from, to, slices.Repeat([]int32{due}, len(rows))...)
	}
	for i := range pages {
		if pages[i].from >= to {
			pages[i].from += c.more
		}
		if pages[i].to >= to {
			pages[i].to += c.more
		}
	}
}

// fix keeps every paragraph at the number of lines that it has.
func (f *flow) fix() {
	for i := range f.rows {
		f.rows[i].reset = nil
	}
}
