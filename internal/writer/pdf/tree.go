package pdf

import (
	"strconv"
	"strings"

	"storybind/internal/book"
	"storybind/internal/typeset"
)

// A tree is the book's logical structure (ISO 32000-1, 14.7 and 14.8): what
// every stretch of the pages is, for screen readers and for reflow. It grows
// while the lines come by in their order of reading.
type tree struct {
	document *element
	sections map[*book.Section]*sectionElements
	parents  map[book.Block]book.Block // of blocks that stand inside other blocks
	pictures map[*book.Image]*book.Figure
	cover    *book.Image
	language string
	blocks   map[book.Block]*element
	figures  map[*book.Figure]*element // the Figure elements; blocks holds their captions
	begun    map[book.Block]int        // how many of a list's fields, or a poem's lines, have begun
	stanzas  map[*book.Verse][]int     // the lines with which further stanzas begin
	places   map[*book.Section]place
	labels   map[*element]int // how many letters of a field's label are still to come
	notes    []*element       // those with an identifier, in the order of their blocks' IDs given
	deepest  int              // level of the last heading

	lastSection *sectionElements
	lastOf      *book.Section
	lastBlock   book.Block
	lastLeaf    *element
}

// A place is where a section stands in the book.
type place struct {
	level  int
	parent *book.Section
}

// sectionElements are the elements that a section has so far.
type sectionElements struct {
	sect, heading, subtitle, toc, entry *element
	target                              typeset.Link // where the last entry of the contents leads
}

// An element is one structure element.
type element struct {
	tag    string
	parent *element
	kids   []kid
	alt    string // alternate description
	actual string // what stands for its content
	lang   string // where it is not that of what it stands in
	id     string
	layout string // its place, of a figure
	number ref
}

// A kid is an element, a marked-content sequence of a page, or a link annotation.
type kid struct {
	element *element
	page    int
	mcid    int
	link    int // index in the page's Links, plus 1; 0 for none
}

func newTree(b *book.Book) *tree {
	t := &tree{
		document: &element{tag: "Document"},
		sections: map[*book.Section]*sectionElements{}, places: map[*book.Section]place{},
		parents: map[book.Block]book.Block{}, pictures: map[*book.Image]*book.Figure{}, blocks: map[book.Block]*element{},
		figures: map[*book.Figure]*element{}, begun: map[book.Block]int{}, stanzas: map[*book.Verse][]int{},
		cover: b.Meta.Cover, language: b.Meta.Language, labels: map[*element]int{},
	}
	var walk func(ss []*book.Section, in *book.Section, level int)
	walk = func(ss []*book.Section, in *book.Section, level int) {
		for _, s := range ss {
			t.places[s] = place{level, in}
			t.nest(s.Blocks, nil)
			walk(s.Sections, s, level+1)
		}
	}
	for _, region := range [][]*book.Section{b.Front, b.Body, b.Back} {
		walk(region, nil, 1)
	}
	return t
}

// nest notes which blocks stand inside others, and which figure shows a picture.
func (t *tree) nest(blocks []book.Block, in book.Block) {
	for _, b := range blocks {
		if in != nil {
			t.parents[b] = in
		}
		switch b := b.(type) {
		case *book.Quote:
			t.nest(b.Blocks, b)
		case *book.Letter:
			t.nest(b.Blocks, b)
		case *book.Note:
			t.nest(b.Blocks, b)
		case *book.Figure:
			if b.Image != nil {
				t.pictures[b.Image] = b
			}
		}
	}
}

func (t *tree) add(parent *element, tag string) *element {
	e := &element{tag: tag, parent: parent}
	parent.kids = append(parent.kids, kid{element: e})
	return e
}

// section is the section's elements, made at its first line, inside the part
// that holds it.
func (t *tree) section(s *book.Section) *sectionElements {
	if s == t.lastOf && t.lastSection != nil {
		return t.lastSection
	}
	se := t.sections[s]
	if se == nil {
		se = &sectionElements{sect: t.document}
		if s != nil {
			in := t.document
			if up := t.places[s].parent; up != nil {
				in = t.section(up).sect
			}
			tag := "Sect"
			if s.Role == book.Part || s.Role == book.Volume {
				tag = "Part"
			}
			se.sect = t.add(in, tag)
			if s.Story != nil && s.Story.Language != t.language {
				se.sect.lang = s.Story.Language
			}
		}
		t.sections[s] = se
	}
	t.lastOf, t.lastSection = s, se
	return se
}

// headingTag is a heading's tag. Levels may not be jumped over (ISO 14289-1, 7.4.2).
func (t *tree) headingTag(level int) string {
	level = min(level, t.deepest+1, 6)
	t.deepest = level
	return "H" + strconv.Itoa(level)
}

// leaf is the element whose content the line is.
func (t *tree) leaf(page *typeset.Page, l *typeset.Line) *element {
	if l.Kind == typeset.BodyLine && l.Block != nil && l.Block == t.lastBlock && l.Section == t.lastOf && !l.Begins() {
		if _, ok := l.Block.(*book.FieldList); !ok {
			return t.lastLeaf
		}
	}
	se := t.section(l.Section)
	t.lastBlock, t.lastLeaf = nil, nil
	switch l.Kind {
	case typeset.Ornament:
		e := t.add(se.sect, "P")
		e.actual = "* * *" // whatever the ornament is, as a story writes it
		return e
	case typeset.LabelLine, typeset.TitleLine:
		if se.heading == nil && l.Section != nil && l.Section.Role == book.HalfTitlePage {
			se.heading = t.add(se.sect, "P") // the title page has the title as a heading
		}
		if se.heading == nil {
			se.heading = t.add(se.sect, t.headingTag(max(1, t.places[l.Section].level)))
		}
		return se.heading
	case typeset.SubtitleLine:
		if se.subtitle == nil {
			se.subtitle = t.add(se.sect, "P")
		}
		return se.subtitle
	case typeset.ContentsLine:
		return t.contentsEntry(se, page, l)
	}
	if l.Block == nil {
		return t.add(se.sect, "P")
	}
	t.lastBlock = l.Block
	t.lastLeaf = t.block(se, l)
	return t.lastLeaf
}

// contentsEntry is the entry of the contents that the line belongs to: lines
// that lead to the same place are one entry.
func (t *tree) contentsEntry(se *sectionElements, page *typeset.Page, l *typeset.Line) *element {
	if se.toc == nil {
		se.toc = t.add(se.sect, "TOC")
	}
	var target typeset.Link
	for _, i := range linksOn(page, l) {
		target = page.Links[i]
		break
	}
	same := target.URL == se.target.URL && target.Page == se.target.Page && target.TargetY == se.target.TargetY
	if se.entry == nil || !same {
		se.entry = t.add(t.add(se.toc, "TOCI"), "Reference")
	}
	se.target = target
	return se.entry
}

// link is the element of a link annotation.
func (t *tree) link(in *element, page, index int) *element {
	e := t.add(in, "Link")
	e.kids = append(e.kids, kid{page: page, link: index + 1})
	return e
}

// figure is the element of a picture on a page of the given height.
func (t *tree) figure(pic *typeset.Picture, height typeset.Length, s *book.Section) *element {
	in := t.document
	if s == nil && t.lastSection != nil && pic.Image != t.cover {
		in = t.lastSection.sect
	} else if s != nil {
		in = t.section(s).sect
	}
	e := t.add(in, "Figure")
	e.alt = pic.Alt
	var box syntax // 14.8.5.4.3
	box.raw("<</BBox[").points(pic.X).raw(" ").points(height - pic.Y - pic.Height).raw(" ")
	box.points(pic.X + pic.Width).raw(" ").points(height - pic.Y).raw("]/O/Layout/Placement/Block>>")
	e.layout = string(box.b)
	if b := t.pictures[pic.Image]; b != nil {
		t.figures[b] = e
	}
	t.lastBlock = nil
	return e
}

// fieldBegins reports whether the line begins the list's next field: it starts
// with the field's label, or its value where it has no label.
func fieldBegins(fields []book.Field, begun int, l *typeset.Line) bool {
	if begun >= len(fields) {
		return false
	}
	want := fields[begun].Label
	if want == "" {
		want = fields[begun].Value
	}
	var text strings.Builder
	for i := range l.Runs {
		text.WriteString(l.Runs[i].Text)
	}
	have := strings.TrimSpace(text.String())
	n := min(len(want), len(have))
	return n > 0 && strings.EqualFold(have[:n], want[:n])
}
