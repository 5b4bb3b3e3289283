package typeset

import (
	"fmt"

	"storybind/internal/face"
)

// A geometry is where the text block stands on the page. All lines stand on a
// baseline grid, so lines of facing pages stand beside each other and lines
// show through the paper on each other.
type geometry struct {
	width, height Length // trim size
	inner, outer  Length // margins at the spine and at the edge
	head          Length // from the page's top to the text block's
	size, leading Length // of the text
	lines         int    // the text block's depth in lines
	twoSided      bool   // margins mirrored, facing pages of equal depth
	heads         bool   // running heads
	rtl           bool   // the book's text and pages run from right to left
	ragged        bool
	big           bool   // for readers with low vision: nothing small, italics only where nothing else does
	sans          bool   // the preset wants the family for low vision unless told otherwise
	folio         Length // the baseline of folios at the foot; 0 where there is no room
}

// measure is the width of the text block.
func (g *geometry) measure() Length { return g.width - g.inner - g.outer }

// depth is the height of the text block.
func (g *geometry) depth() Length { return g.leading * Length(g.lines) }

// atLeast is a size for what stands beside the text, not below least; the text's own for
// readers with low vision.
func (g *geometry) atLeast(size, least Length) Length {
	if g.big {
		return g.size
	}
	return max(size, min(g.size, least))
}

// italic is the face of subtitles and the like: upright for readers with low vision.
func (g *geometry) italic() uint8 {
	if g.big {
		return 0
	}
	return italicBit
}

// base is how far below its row's top the baseline of a line of text stands.
func (g *geometry) base() Length { return (g.leading+g.size)/2 - g.size/4 }

// left is the left margin of the page with this index; the first page is a recto.
func (g *geometry) left(page int) Length {
	if g.twoSided && (page%2 == 1) != g.rtl {
		return g.outer
	}
	return g.inner
}

// presets are the pages that need no further setting, in points and tenths. The
// measures hold 60 to 70 letters; inner, head, outer and foot margins grow in
// this order, as in the classical page (Tschichold), but less, because a reader
// on a tablet has no thumb to put there.
var presets = []struct {
	name                        string
	width, height               Length
	inner, outer, head, foot    Length
	size, leading               Length
	oneSided, bare, ragged, big bool
}{
	{name: "a5", width: 419528, height: 595276, inner: 54000, outer: 62000, head: 57000, foot: 61000, size: 11000, leading: 14000},
	{name: "trade", width: 396000, height: 612000, inner: 50000, outer: 58000, head: 56000, foot: 58000, size: 11000, leading: 14000},
	{name: "pocket", width: 306000, height: 495000, inner: 38000, outer: 40000, head: 44000, foot: 46000, size: 10000, leading: 12500},
	{name: "letter", width: 612000, height: 792000, inner: 112000, outer: 128000, head: 80000, foot: 92000, size: 12500, leading: 16500},
	{name: "a4", width: 595276, height: 841890, inner: 106000, outer: 120000, head: 82000, foot: 96000, size: 12500, leading: 16500},
	{name: "large-print", width: 612000, height: 792000, inner: 72000, outer: 72000, head: 76000, foot: 72000, size: 16000, leading: 23000, ragged: true, big: true},
	{name: "ereader", width: 255118, height: 345827, inner: 13000, outer: 13000, head: 12000, foot: 22000, size: 10500, leading: 13500, oneSided: true, bare: true},
}

// PageNames are the presets' names, the default first.
func PageNames() []string {
	var names []string
	for _, p := range presets {
		names = append(names, p.name)
	}
	return names
}

// geometry works out the page of a style for a book in a language.
func (s *Style) geometry(language string) (*geometry, error) {
	g := &geometry{twoSided: s.TwoSided, heads: true, ragged: s.Ragged}
	var foot Length
	if s.Page.Name == "" && s.Page.Width > 0 {
		// A size of one's own: margins in the proportions of a5, text as wide pages want it.
		g.width, g.height = s.Page.Width, s.Page.Height
		g.inner, g.outer = g.width*54/420, g.width*62/420
		g.head, foot = g.height*57/595, g.height*61/595
		g.size = min(max(g.width*11/420, 9000), 12500)
		g.leading = g.size * 127 / 100
		if g.width < 300000 {
			g.inner, g.outer, g.head, foot = g.width*5/100, g.width*5/100, g.height*4/100, g.height*6/100
			g.heads = false
		}
	} else {
		name := s.Page.Name
		if name == "" {
			name = presets[0].name
		}
		found := false
		for _, p := range presets {
			if p.name == name {
				found = true
				g.width, g.height, g.inner, g.outer, g.head, foot = p.width, p.height, p.inner, p.outer, p.head, p.foot
				g.size, g.leading = p.size, p.leading
				g.twoSided = g.twoSided && !p.oneSided
				g.heads, g.ragged, g.sans, g.big = !p.bare, g.ragged || p.ragged, p.big, p.big
			}
		}
		if !found {
			return nil, fmt.Errorf("there is no page called %q", name)
		}
	}
	if s.Size > 0 {
		g.leading = Length(int64(g.leading) * int64(s.Size) / int64(g.size))
		g.size = Length(s.Size)
	}
	switch own, _ := face.ScriptOf(language); own {
	case face.SimplifiedChinese, face.TraditionalChinese, face.Japanese, face.Korean:
		g.leading = g.leading * 6 / 5 // characters without ascenders want more white between their lines
	case face.Arabic, face.Devanagari, face.Thai:
		g.leading = g.leading * 5 / 4 // as do letters with signs above and below them
	}
	if s.Leading > 0 {
		g.leading = Length(s.Leading)
	}
	if m := s.Margins; m.set {
		g.inner, g.outer, g.head, foot = m.inner, m.outer, m.head, m.foot
	}
	if !g.twoSided {
		g.inner = (g.inner + g.outer) / 2
		g.outer = g.inner
	}
	g.lines = int((g.height - g.head - foot) / g.leading)
	if g.lines < 3 || g.measure() < 6*g.size {
		return nil, fmt.Errorf("a page of %s by %s mm, less its margins, has room for %d lines of %s mm: too little for text of %s points; choose a larger page (--page), narrower margins (--margin) or smaller text (--size)",
			Millimetres(g.width), Millimetres(g.height), max(g.lines, 0), Millimetres(max(g.measure(), 0)), points(g.size))
	}
	foot = g.height - g.head - g.depth()
	g.heads = g.heads && g.head >= 2*g.leading // a narrower margin has no room for them
	if foot >= g.leading {
		g.folio = g.height - foot + min(2*g.leading, foot*7/10)
	}
	return g, nil
}

// points writes a length for people.
func points(l Length) string {
	p := Points(l)
	return p.String()
}

// Millimetres is a length in millimetres, with one decimal.
func Millimetres(l Length) string {
	tenths := int64(l) * 254 / 72_000
	return fmt.Sprintf("%d.%d", tenths/10, tenths%10)
}
