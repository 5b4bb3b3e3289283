package typeset

import (
	"slices"

	"storybind/internal/book"
)

// A pager turns flows into the pages of the document.
type pager struct {
	geo     *geometry
	set     *setter
	book    *book.Book
	doc     *Document
	rectos  bool // chapters begin on rectos
	author  bool // left pages name the author
	front   int  // pages before the body's first
	anchors map[*book.Section]anchor
	notes   map[string]anchor
	by      map[*book.Section]string // who wrote the stories of an anthology
	column  [6]Length                // width of the labels in the contents, by level
	within  bool                     // the entry of the contents before is one inside a part
	mixed   bool                     // some titles in the contents are typed in capitals, and some are not
}

// paginate breaks the body and the back matter into pages, which count from the
// body's first page as 1; the front matter's pages, which the contents among
// them depend on these numbers, are broken later. The body begins on a recto.
func (p *pager) paginate(flows []*flow) {
	index := 0
	for _, f := range flows {
		if f.region == book.FrontMatter {
			continue
		}
		if p.recto(f) && index%2 == 1 {
			index++
		}
		f.first = index
		p.breakFlow(f, index)
		index += len(f.pages)
	}
}

// paginateFront breaks the front matter into pages and returns how many there are.
func (p *pager) paginateFront(flows []*flow) int {
	index := 0
	for _, f := range flows {
		if f.region == book.FrontMatter {
			if p.recto(f) && index%2 == 1 {
				index++
			}
			f.first = index
			p.breakFlow(f, index)
			index += len(f.pages)
		}
	}
	return index
}

// recto reports whether a section begins on a right-hand page.
func (p *pager) recto(f *flow) bool {
	if !p.geo.twoSided {
		return false
	}
	if f.act {
		return p.rectos
	}
	switch f.section.Role {
	case book.Part, book.Volume, book.TitlePage, book.HalfTitlePage, book.Dedication:
		return true
	case book.Chapter, book.Prologue, book.Epilogue:
		return p.rectos
	}
	return false
}

// assemble numbers all pages and puts the lines on them.
func (p *pager) assemble(flows []*flow) {
	index := p.paginateFront(flows)
	if p.geo.twoSided && index%2 == 1 {
		index++
	}
	p.front = index
	for _, f := range flows {
		if f.region != book.FrontMatter {
			f.first += p.front
		}
		for len(p.doc.Pages) < f.first {
			p.page() // an empty page, so that the section begins on a recto
		}
		for _, pg := range f.pages {
			at := len(p.doc.Pages)
			page := p.page()
			rows := f.rows[pg.from:pg.to]
			y := p.geo.place(page, at, rows)
			f.notes.place(p.geo, page, at, pg, y, pg == f.pages[len(f.pages)-1])
			y = p.geo.head
			for i := range rows {
				r := &rows[i]
				if r.mark != nil {
					p.anchors[r.mark] = anchor{at, y + r.height} // under the sink
				}
				p.noteAnchors(r, at, y)
				y += r.height
			}
			for i := pg.notesFrom; i < pg.notesTo; i++ {
				r := &f.notes.rows[i]
				if r.line != nil {
					p.noteAnchors(r, at, r.line.Y-r.base)
				}
			}
		}
	}
	if len(p.doc.Pages) == 0 {
		p.page()
	}
	p.links(flows)
}

// page adds an empty page, with its label: roman numerals before the body.
func (p *pager) page() *Page {
	n := len(p.doc.Pages)
	label := roman(n + 1)
	if n >= p.front {
		label = decimal(n - p.front + 1)
	}
	page := &Page{Width: p.geo.width, Height: p.geo.height, Label: label}
	p.doc.Pages = append(p.doc.Pages, page)
	return page
}

// noteAnchors notes where a note begins, and where the text first refers to one.
func (p *pager) noteAnchors(r *row, at int, y Length) {
	if r.note != "" {
		p.notes[r.note] = anchor{at, y}
	}
	for _, l := range r.links {
		if to := backTo + l.to.note; l.to.note != "" {
			if _, ok := p.notes[to]; !ok {
				p.notes[to] = anchor{at, y}
			}
		}
	}
}

// links puts the links of each line on its page, now that everything that they
// lead to has a place.
func (p *pager) links(flows []*flow) {
	for _, f := range flows {
		for i, pg := range f.pages {
			page := p.doc.Pages[f.first+i]
			left := p.geo.left(f.first + i)
			rows := f.rows[pg.from:pg.to]
			if pg.notesTo > pg.notesFrom {
				rows = slices.Concat(rows, f.notes.rows[pg.notesFrom:pg.notesTo])
			}
			for j := range rows {
				r := &rows[j]
				for _, l := range r.links {
					if l.x1 <= l.x0 {
						continue // a mark that kerning has drawn back over what stands before it: nothing to click on
					}
					link := Link{X: left + l.x0, Width: l.x1 - l.x0, Y: r.line.Y - r.base, Height: r.height, URL: l.to.url}
					if l.to.url == "" {
						to, ok := p.notes[l.to.note]
						if l.to.section != nil {
							to, ok = p.anchors[l.to.section]
						}
						if !ok {
							continue
						}
						link.Page, link.TargetY = to.page, to.y
					}
					page.Links = append(page.Links, link)
				}
			}
		}
	}
}

// outline lists the sections that the contents list.
func (p *pager) outline(flows []*flow) {
	for _, f := range flows {
		for _, e := range f.all() {
			if listed(e.section) {
				a := p.anchors[e.section]
				title := fullTitle(e.section)
				if by := p.by[e.section]; by != "" {
					title += book.Between + by
				}
				p.doc.Outline = append(p.doc.Outline, OutlineEntry{Title: title, Level: e.level, Page: a.page, Y: a.y})
			}
		}
	}
}

// listed reports whether the contents list a section.
func listed(s *book.Section) bool { return !s.Unlisted && (s.Label != "" || len(s.Title) > 0) }

// fullTitle is a section's label and title on one line: "Chapter One: The Gate".
func fullTitle(s *book.Section) string {
	title := book.Named(s.Title)
	switch {
	case title == "":
		return s.Label
	case s.Label == "":
		return title
	}
	return s.Label + ": " + title
}

func decimal(n int) string {
	if n >= 10 {
		return decimal(n/10) + string(rune('0'+n%10))
	}
	return string(rune('0' + n))
}

// roman writes n in lower-case roman numerals.
func roman(n int) string {
	var out []byte
	for _, d := range []struct {
		value int
		text  string
	}{{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}} {
		for n >= d.value {
			out = append(out, d.text...)
			n -= d.value
		}
	}
	return string(out)
}

// pruneFaces keeps the faces that runs use, in the typecase's order.
func (d *Document) pruneFaces(tc *typecase) {
	var used [allFaces]bool
	for _, p := range d.Pages {
		for _, l := range p.Lines {
			for i := range l.Runs {
				used[l.Runs[i].Face] = true
			}
		}
	}
	var index [allFaces]int
	for i, u := range used {
		if !u {
			continue
		}
		// A family may serve two styles with one face.
		at := -1
		for j, f := range d.Faces {
			if f == tc.faces[i] {
				at = j
			}
		}
		if at < 0 {
			at = len(d.Faces)
			d.Faces = append(d.Faces, tc.faces[i])
		}
		index[i] = at
	}
	for _, p := range d.Pages {
		for _, l := range p.Lines {
			for i := range l.Runs {
				l.Runs[i].Face = index[l.Runs[i].Face]
			}
		}
	}
}
