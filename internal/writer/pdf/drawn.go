package pdf

import (
	"cmp"
	"slices"

	"storybind/internal/book"
	"storybind/internal/typeset"
)

// A counted is a stretch of ops that prints text of the book.
type counted struct {
	place    int // of the page that it is on, where sheets have several
	section  *book.Section
	block    book.Block
	from, to int // ops
}

// count notes the line's ops, those with codes from start on, if what they print
// counts for the word check (see book.Drawn).
func (pp *pagePlan) count(l *typeset.Line, start int) {
	switch l.Kind {
	case typeset.BodyLine, typeset.LabelLine, typeset.TitleLine, typeset.SubtitleLine:
	default:
		return
	}
	if l.Section == nil || start == len(pp.codes) {
		return
	}
	from := len(pp.ops)
	for from > 0 && pp.ops[from-1].kind == textOp && pp.ops[from-1].from >= start {
		from--
	}
	pp.lines = append(pp.lines, counted{l.Place(), l.Section, l.Block, from, len(pp.ops)})
}

// drawn is the digest of each section's text as it was drawn. It is right once
// rewrite has found every code of every page in what gopdf wrote.
//
// A note may be drawn at the foot of a page, in the midst of other blocks; its
// text is counted where the model has it.
func (p *plan) drawn() map[string]book.Digest {
	type line struct {
		page  *pagePlan
		order int
		counted
	}
	type sum struct {
		digest book.Digest
		order  map[book.Block]int // only of a section with notes
		lines  []line
	}
	if p.doc.Sheets {
		return p.drawnOnSheets()
	}
	sums := map[*book.Section]*sum{}
	var last *book.Section
	var s *sum
	for i := range p.pages {
		pp := &p.pages[i]
		for _, c := range pp.lines {
			if c.section != last {
				last, s = c.section, sums[c.section]
				if s == nil {
					s = &sum{order: orderOfNotes(c.section)}
					sums[c.section] = s
				}
			}
			if s.order == nil {
				p.addText(&s.digest, pp, c)
				continue
			}
			order, ok := s.order[c.block]
			if !ok {
				order = -1 // the heading
			}
			s.lines = append(s.lines, line{pp, order, c})
		}
	}
	result := make(map[string]book.Digest, len(sums))
	for section, s := range sums {
		slices.SortStableFunc(s.lines, func(a, b line) int { return cmp.Compare(a.order, b.order) })
		for _, l := range s.lines {
			p.addText(&s.digest, l.page, l.counted)
		}
		result[section.ID] = s.digest
	}
	return result
}

// drawnOnSheets is drawn where pages do not follow each other: they are put in their order first.
func (p *plan) drawnOnSheets() map[string]book.Digest {
	type line struct {
		page  *pagePlan
		order int // of a section with notes, which are read where the model has them
		counted
	}
	lines := map[*book.Section][]line{}
	orders := map[*book.Section]map[book.Block]int{}
	for i := range p.pages {
		for _, c := range p.pages[i].lines {
			order, ok := orders[c.section]
			if !ok {
				order = orderOfNotes(c.section)
				orders[c.section] = order
			}
			at, ok := order[c.block]
			if order != nil && !ok {
				at = -1 // the heading
			}
			lines[c.section] = append(lines[c.section], line{&p.pages[i], at, c})
		}
	}
	sums := make(map[string]book.Digest, len(lines))
	for section, ls := range lines {
		slices.SortStableFunc(ls, func(a, b line) int {
			return cmp.Or(cmp.Compare(a.order, b.order), cmp.Compare(a.place, b.place))
		})
		var d book.Digest
		for _, l := range ls {
			p.addText(&d, l.page, l.counted)
		}
		sums[section.ID] = d
	}
	return sums
}

func (p *plan) addText(d *book.Digest, pp *pagePlan, c counted) {
	for k := c.from; k < c.to; k++ {
		o := &pp.ops[k]
		text := p.fonts[o.font].text
		if o.back {
			for i := o.to - 1; i >= o.from; i-- {
				d.Add(text[pp.codes[i]])
			}
			continue
		}
		for _, code := range pp.codes[o.from:o.to] {
			d.Add(text[code])
		}
	}
}

// orderOfNotes numbers the section's blocks if there are notes among them, a
// block inside another like the outermost; nil if there are none.
func orderOfNotes(s *book.Section) map[book.Block]int {
	if !slices.ContainsFunc(s.Blocks, func(b book.Block) bool { _, ok := b.(*book.Note); return ok }) {
		return nil
	}
	order := map[book.Block]int{}
	var number func(blocks []book.Block, as int)
	number = func(blocks []book.Block, as int) {
		for i, b := range blocks {
			n := as
			if n < 0 {
				n = i
			}
			order[b] = n
			switch b := b.(type) {
			case *book.Quote:
				number(b.Blocks, n)
			case *book.Letter:
				number(b.Blocks, n)
			case *book.Note:
				number(b.Blocks, n)
			}
		}
	}
	number(s.Blocks, -1)
	return order
}
