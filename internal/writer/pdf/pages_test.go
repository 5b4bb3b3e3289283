package pdf

import (
	"fmt"
	"strings"
	"testing"

	"storybind/internal/book"
	"storybind/internal/face"
	"storybind/internal/typeset"
)

// A hand sets pages for tests without package typeset: first-fit lines, spaces
// stretched to the measure, long words divided anywhere. It makes everything a
// Document can hold, and makes no claim to beauty.
type hand struct {
	doc    *typeset.Document
	faces  map[*face.Face]int
	text   *face.Family
	page   *typeset.Page
	y      typeset.Length
	rough  map[string][]typeset.Glyph // shaped words, so that benchmarks measure drawing
	places map[*book.Section]place2
	later  []func() // what waits for the places
}

type place2 struct {
	page int
	y    typeset.Length
}

const (
	inner, top    = 45 * typeset.Point, 50 * typeset.Point
	measure       = 330 * typeset.Point
	bottom        = 545 * typeset.Point
	size, leading = 11 * typeset.Point, 14 * typeset.Point
)

func newHand(t testing.TB) *hand {
	t.Helper()
	family, err := face.Bundled("")
	if err != nil {
		t.Fatal(err)
	}
	return &hand{doc: &typeset.Document{}, faces: map[*face.Face]int{}, text: family, rough: map[string][]typeset.Glyph{}, places: map[*book.Section]place2{}}
}

func (h *hand) face(f *face.Face) int {
	i, ok := h.faces[f]
	if !ok {
		i = len(h.doc.Faces)
		h.faces[f] = i
		h.doc.Faces = append(h.doc.Faces, f)
	}
	return i
}

func (h *hand) newPage() {
	n := len(h.doc.Pages) + 1
	h.page = &typeset.Page{Width: 420 * typeset.Point, Height: 595 * typeset.Point, Label: fmt.Sprint(n)}
	h.doc.Pages = append(h.doc.Pages, h.page)
	h.y = top
	h.put(typeset.RunningHead, nil, nil, top-20*typeset.Point, h.run(h.text.Faces[face.Regular], 9*typeset.Point, inner, "The running head", face.ShapeOptions{SmallCaps: true}))
	h.put(typeset.Folio, nil, nil, bottom+25*typeset.Point, h.run(h.text.Faces[face.Regular], 9*typeset.Point, inner, fmt.Sprint(n), face.ShapeOptions{OldStyle: true}))
}

func (h *hand) put(k typeset.LineKind, s *book.Section, b book.Block, y typeset.Length, runs ...typeset.Run) *typeset.Line {
	l := &typeset.Line{Kind: k, Section: s, Block: b, Y: y, Runs: runs}
	h.page.Lines = append(h.page.Lines, l)
	return l
}

// down takes the next line's place, on a new page if need be.
func (h *hand) down() typeset.Length {
	if h.page == nil || h.y+leading > bottom {
		h.newPage()
	}
	h.y += leading
	return h.y
}

func (h *hand) run(f *face.Face, size, x typeset.Length, text string, o face.ShapeOptions) typeset.Run {
	return typeset.Run{Face: h.face(f), Size: size, X: x, Text: text, Glyphs: glyphs(f, text, o)}
}

// glyphs shapes a text and gives each glyph its characters.
func glyphs(f *face.Face, text string, o face.ShapeOptions) []typeset.Glyph {
	shaped := f.Shape(text, o)
	out := make([]typeset.Glyph, len(shaped))
	for i, g := range shaped {
		out[i] = typeset.Glyph{ID: g.ID, Advance: g.Advance, XOffset: g.XOffset, YOffset: g.YOffset}
		if i > 0 && shaped[i-1].Cluster == g.Cluster {
			continue
		}
		end := len(text)
		for _, n := range shaped[i+1:] {
			if n.Cluster != g.Cluster {
				end = n.Cluster
				break
			}
		}
		out[i].Text = text[g.Cluster:end]
	}
	return out
}

func width(gs []typeset.Glyph) (w int32) {
	for _, g := range gs {
		w += g.Advance
	}
	return w
}

// paragraph sets a text first-fit; the last line stays short.
func (h *hand) paragraph(s *book.Section, b book.Block, text string, style face.Style) {
	f := h.text.Face(style)
	space := glyphs(f, " ", face.ShapeOptions{})[0]
	full := int32(int64(measure) * 1000 / int64(size))
	var line []typeset.Glyph
	var words []string
	gaps := 0
	flush := func(justify bool) {
		if len(line) == 0 {
			return
		}
		if rest := full - width(line); justify && gaps > 0 && rest > 0 {
			left := gaps
			for i := range line {
				if line[i].Text == " " && left > 0 {
					line[i].Advance += rest / int32(left)
					rest -= rest / int32(left)
					left--
				}
			}
		}
		y := h.down()
		h.put(typeset.BodyLine, s, b, y, typeset.Run{Face: h.face(f), Size: size, X: inner, Text: strings.Join(words, " "), Glyphs: line})
		line, words, gaps = nil, nil, 0
	}
	for _, word := range strings.Fields(text) {
		key := fmt.Sprint(int(style), word)
		gs := h.rough[key]
		if gs == nil {
			gs = glyphs(f, word, face.ShapeOptions{OldStyle: true})
			h.rough[key] = gs
		}
		need := width(gs)
		if len(line) > 0 {
			need += space.Advance
		}
		if len(line) > 0 && width(line)+need > full {
			// Divide a long word after its third letter, wherever that is.
			if runes := []rune(word); len(runes) > 7 && width(line)+space.Advance+3500 < full && alphabetic(word) {
				line = append(append(line, space), glyphs(f, string(runes[:3]), face.ShapeOptions{})...)
				hyphen := glyphs(f, "-", face.ShapeOptions{})[0]
				hyphen.Text = "\u00AD"
				line = append(line, hyphen)
				gaps++
				words = append(words, string(runes[:3]))
				flush(true)
				line, words = glyphs(f, string(runes[3:]), face.ShapeOptions{}), []string{string(runes[3:])}
				continue
			}
			flush(true)
		}
		if len(line) > 0 {
			line = append(line, space)
			gaps++
		}
		line = append(line, gs...)
		words = append(words, word)
	}
	flush(false)
}

func alphabetic(s string) bool {
	for _, c := range s {
		if c|0x20 < 'a' || c|0x20 > 'z' {
			return false
		}
	}
	return true
}

func (h *hand) heading(k typeset.LineKind, s *book.Section, text string, z typeset.Length) {
	y := h.down()
	h.y += leading / 2
	h.put(k, s, nil, y, h.run(h.text.Faces[face.Regular], z, inner, text, face.ShapeOptions{SmallCaps: k == typeset.LabelLine}))
}

// book sets a whole book, each section on a page of its own.
func (h *hand) book(b *book.Book) *typeset.Document {
	level := 0
	for l, s := range b.Sections() {
		level = l
		h.newPage()
		h.places[s] = place2{len(h.doc.Pages) - 1, h.y}
		if !s.Unlisted {
			title := s.Label
			if len(s.Title) > 0 {
				title = strings.TrimPrefix(title+": "+book.Plain(s.Title), ": ")
			}
			h.doc.Outline = append(h.doc.Outline, typeset.OutlineEntry{Title: title, Level: level, Page: len(h.doc.Pages) - 1, Y: h.y})
		}
		if s.Label != "" {
			h.heading(typeset.LabelLine, s, s.Label, 12*typeset.Point)
		}
		if len(s.Title) > 0 {
			h.heading(typeset.TitleLine, s, book.Plain(s.Title), 16*typeset.Point)
		}
		if len(s.Subtitle) > 0 {
			h.heading(typeset.SubtitleLine, s, book.Plain(s.Subtitle), 11*typeset.Point)
		}
		h.page.Rules = append(h.page.Rules, typeset.Rule{X: inner, Y: h.y + 3*typeset.Point, Width: 60 * typeset.Point, Height: typeset.Point / 2, Grey: 128})
		for _, bl := range s.Blocks {
			h.block(b, s, bl)
		}
	}
	for _, f := range h.later {
		f()
	}
	return h.doc
}

func (h *hand) block(b *book.Book, s *book.Section, bl book.Block) {
	switch bl := bl.(type) {
	case *book.SceneBreak:
		y := h.down()
		h.put(typeset.Ornament, s, bl, y, h.run(h.text.Faces[face.Regular], size, inner+measure/2, "* * *", face.ShapeOptions{}))
	case *book.Quote:
		for _, in := range bl.Blocks {
			h.block(b, s, in)
		}
		h.paragraph(s, bl, book.Plain(bl.Source), face.Italic)
	case *book.Note:
		h.paragraph(s, bl, bl.Mark, face.Regular)
		for _, in := range bl.Blocks {
			h.block(b, s, in)
		}
	case *book.Letter:
		for _, l := range bl.Opening {
			h.paragraph(s, bl, book.Plain(l), face.Italic)
		}
		for _, in := range bl.Blocks {
			h.block(b, s, in)
		}
		for _, l := range bl.Closing {
			h.paragraph(s, bl, book.Plain(l), face.Italic)
		}
	case *book.Figure:
		if bl.Image != nil {
			h.y += 40 * typeset.Point
			h.page.Pictures = append(h.page.Pictures, typeset.Picture{Image: bl.Image, Alt: bl.Alt, X: inner, Y: h.y - 30*typeset.Point, Width: 30 * typeset.Point, Height: 30 * typeset.Point})
		}
		h.paragraph(s, bl, book.Plain(bl.Caption), face.Italic)
	case *book.ContentsList:
		for _, target := range b.Body {
			y := h.down()
			title := target.Label + " " + book.Plain(target.Title)
			h.put(typeset.ContentsLine, s, bl, y, h.run(h.text.Faces[face.Regular], size, inner, title, face.ShapeOptions{}))
			h.page.Links = append(h.page.Links, typeset.Link{X: inner, Y: y - size, Width: measure, Height: leading, TargetY: top})
			page, k := h.page, len(h.page.Links)-1
			h.later = append(h.later, func() {
				page.Links[k].Page, page.Links[k].TargetY = h.places[target].page, h.places[target].y
			})
		}
	case *book.Paragraph:
		h.paragraph(s, bl, book.Plain(bl.Inlines), face.Regular)
		for _, in := range bl.Inlines {
			if l, ok := in.(book.Link); ok { // the link's box is the last line's second half
				h.page.Links = append(h.page.Links, typeset.Link{X: inner, Y: h.y - size, Width: 50 * typeset.Point, Height: leading, URL: l.URL})
			}
		}
	default:
		book.Pieces(bl, func(text string) { h.paragraph(s, bl, text, face.Bold) })
	}
}
