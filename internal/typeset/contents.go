package typeset

import (
	"strings"

	"storybind/internal/book"
)

// contents sets the lists of contents, now that every section of the body has a
// page number: label in small capitals, title, leaders, number. The entries are
// links.
func (p *pager) contents(flows []*flow) {
	own := map[*flow]int{} // rows of the sections that hold a list, without the lists
	fixed := false         // a list stands where its own length moves what it lists
	for _, f := range flows {
		for _, b := range f.section.Blocks {
			if _, ok := b.(*book.ContentsList); ok {
				own[f] = len(f.rows)
				fixed = fixed || f.region != book.FrontMatter
			}
		}
	}
	for _, f := range flows {
		if fixed || f.region == book.FrontMatter {
			f.fix() // pages are broken more than once; they must come out the same
		}
	}
	if fixed {
		p.paginate(flows)
	}
	// The first round only finds how many pages the lists take, so that sections
	// of the front matter have numbers in the second.
	for range 2 {
		p.paginateFront(flows)
		number := map[*book.Section]string{}
		for _, f := range flows {
			for _, e := range f.all() {
				sec := e.section
				if f.region == book.FrontMatter {
					number[sec] = roman(f.first + f.pageOf(sec) + 1)
				} else {
					number[sec] = decimal(f.first + f.pageOf(sec) + 1)
				}
			}
		}
		for _, f := range flows {
			if n, ok := own[f]; ok {
				f.rows = f.rows[:n]
			}
			for _, b := range f.section.Blocks {
				if _, ok := b.(*book.ContentsList); !ok {
					continue
				}
				s := p.set
				s.rows, s.section, s.block = nil, f.section, b
				p.columns(flows)
				for _, e := range flows {
					for _, each := range e.all() {
						if e.lists(each.section) {
							p.entry(each.section, each.level, number[each.section])
						}
					}
				}
				f.rows = append(f.rows, s.rows...)
				if f.region != book.FrontMatter { // its length moves what follows it
					p.paginate(flows)
				}
			}
		}
	}
}

// lists reports whether the contents list a section: not one of those that run on under a
// number alone.
func (f *flow) lists(sec *book.Section) bool {
	return listed(sec) && (len(f.also) == 0 || !numberAlone(sec))
}

// entry sets one section's line of the contents.
func (p *pager) entry(sec *book.Section, depth int, number string) {
	s, g := p.set, p.geo
	f := s.body()
	f.kind = ContentsLine
	part := sec.Role == book.Part || sec.Role == book.Volume
	level := Length(max(min(depth, 4)-1, 0))
	if len(s.rows) > 0 && (part || level == 0 && p.within) { // a part and what is in it stand apart
		s.white(g.leading)
	}
	p.within = level > 0
	f.left = level * g.leading
	figures := s.width([]book.Inline{book.Text{Value: "0000"}}, fontKey{size: f.key.size, lining: true})
	f.right = figures + g.size

	from := len(s.rows)
	s.unmirrored = true
	defer func() { s.unmirrored = false }()
	title := withoutBreaks(sec.Title)
	loud := book.Loud(title)
	if loud && p.mixed && (sec.Story == nil || strings.HasPrefix(sec.Story.Language, "en")) {
		title, loud = []book.Inline{book.Text{Value: titleCase(strings.ToUpper(book.Named(sec.Title)))}}, false
	} else if e, ok := only(title).(book.Emphasis); ok { // a list is upright, what stands out in a title is not
		title = e.Inlines
	}
	label := fold(sec.Label)
	var end Length // of the last line, counted from the edge at which lines begin
	column := p.column[min(depth, len(p.column)-1)]
	key := f.key
	if label != "" && (len(title) == 0 || column == 0 || part) {
		// The label stands before the title on its line.
		text := label
		if len(title) > 0 {
			text += "\u2003"
		}
		fl := s.flatten(append([]book.Inline{book.Text{Value: text}}, title...), key)
		s.restyle(&fl, len(label), func(k fontKey) fontKey { return s.smallFor(k, label) })
		if loud {
			s.restyleRest(&fl, len(text), func(k fontKey) fontKey { return s.small(k, allSmall) })
		}
		s.paragraph(&fl, &f, shape{align: flushLeft, rest: g.leading * 3 / 2})
		end = p.turnRows(s.rows[from:])
	} else {
		// Titles stand under each other, labels in a column of their own.
		in := f
		if label != "" {
			in.left += column
		}
		if loud {
			key = s.small(key, allSmall)
		}
		fl := s.flatten(title, key)
		if by := p.by[sec]; by != "" {
			fl = s.signed(title, by, key, f.key)
		}
		s.paragraph(&fl, &in, shape{align: flushLeft, rest: g.leading})
		end = p.turnRows(s.rows[from:])
		if label != "" && len(s.rows) > from {
			p.besides(s.rows[from].line, label, s.smallFor(f.key, label), f.left)
		}
	}
	if len(s.rows) == from {
		return
	}
	s.keep(from)
	if part {
		s.keepLast()
	}
	last := &s.rows[len(s.rows)-1]
	if number != "" {
		p.leaders(last.line, end, number, f.key)
	}
	for i := from; i < len(s.rows); i++ {
		s.rows[i].links = append(s.rows[i].links, p.turned(linkBox{to: target{section: sec}, x0: f.left, x1: g.measure()}))
	}
}

// only is the one inline that a title is made of, nil for a title of several.
func only(title []book.Inline) book.Inline {
	if len(title) == 1 {
		return title[0]
	}
	return nil
}

// signed is a story's title and who wrote it, as the contents of an anthology have them.
func (s *setter) signed(title []book.Inline, by string, titleKey, byKey fontKey) flat {
	var fl flat
	var b strings.Builder
	s.flattenInto(&fl, &b, title, titleKey, 0)
	s.flattenInto(&fl, &b, []book.Inline{book.Text{Value: book.Between}, book.Emphasis{Inlines: []book.Inline{book.Text{Value: by}}}}, byKey, 0)
	fl.text = b.String()
	return fl
}

// columns finds how wide the labels' column is on each level of the contents: 0
// where labels are missing or so wide that titles would have no room. And whether only
// some titles are typed in capitals: those are given small letters, for a list has one way.
func (p *pager) columns(flows []*flow) {
	s, g := p.set, p.geo
	key := s.body().key
	p.column = [6]Length{}
	loud, quiet := false, false
	var bad [6]bool
	for _, e := range flows {
		for _, each := range e.all() {
			sec := each.section
			if e.lists(sec) && len(sec.Title) > 0 {
				shouts := book.Loud(sec.Title)
				loud, quiet = loud || shouts, quiet || !shouts
			}
			if !e.lists(sec) || len(sec.Title) == 0 || sec.Label == "" || sec.Role == book.Part || sec.Role == book.Volume {
				continue
			}
			level := min(each.level, len(p.column)-1)
			fl := s.plain(sec.Label, s.smallFor(key, sec.Label))
			w := s.flatWidth(&fl) + g.size
			p.column[level] = max(p.column[level], w)
			if w > g.measure()*3/10 {
				bad[level] = true
			}
		}
	}
	for i := range bad {
		if bad[i] {
			p.column[i] = 0
		}
	}
	p.mixed = loud && quiet && strings.HasPrefix(s.language, "en")
}
