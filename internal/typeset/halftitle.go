package typeset

import (
	"slices"

	"storybind/internal/book"
)

// A book of so many pages of text has a half title when it is to be bound.
const halfTitleFrom = 120

// halfTitle puts a half title in front of a book of many pages: the title alone on
// the first leaf, whose back is empty. It is no section of the book.
func (p *pager) halfTitle(flows []*flow) []*flow {
	pages := 0
	for _, f := range flows {
		if f.region == book.BodyMatter {
			pages += len(f.pages)
		}
	}
	at := slices.IndexFunc(flows, func(f *flow) bool { return f.section.Role == book.TitlePage })
	if !p.geo.twoSided || pages < halfTitleFrom || at < 0 || len(flows[at].section.Title) == 0 {
		return flows
	}
	sec := &book.Section{ID: "half-title", Role: book.HalfTitlePage, Title: flows[at].section.Title, Unlisted: true}
	s := p.set
	s.rows, s.section, s.block = nil, sec, nil
	s.put(row{kind: firmRow, height: Length(s.geo.lines/4) * s.geo.leading, penalty: never, mark: sec})
	from := len(s.rows)
	s.heading(sec.Title, fontKey{size: s.geo.size * 5 / 4}, TitleLine)
	s.snap(from)
	return slices.Insert(flows, at, &flow{section: sec, region: book.FrontMatter, level: 1, leading: s.geo.leading, rows: s.rows})
}
