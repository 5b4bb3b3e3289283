package cover

import (
	"image"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"

	"storybind/internal/book"
	"storybind/internal/face"
)

// Where the lines of type stand, in pixels from the top.
const (
	measure    = 930 // the widest line
	titleTop   = 985
	titleFoot  = 1490
	authorBase = 1660
	seriesBase = 190
)

// smallest is the size of the title below which it is better to divide a word.
const smallest = 106

// lettering sets the words of a cover.
type lettering struct {
	c       *canvas
	family  *face.Family
	own     face.Script // of the book's language
	missing []rune
}

func newLettering(c *canvas, m *book.Metadata, family *face.Family) *lettering {
	own, _ := face.ScriptOf(m.Language)
	return &lettering{c: c, family: family, own: own}
}

// front draws all that stands inside the frame.
func (l *lettering) front(m *book.Metadata, emblem func() shape) {
	l.initial(emblem, initialOf(m))
	l.title(oneLine(m.Title))
	l.authors(m.Authors())
	l.series(oneLine(m.Series), m.SeriesIndex)
}

// initial draws the emblem with the letter cut out of it, or a floral heart when no face has the letter.
func (l *lettering) initial(emblem func() shape, letter rune) {
	var hole *image.Alpha
	f := l.typeset("", 0).faceFor(letter)
	if letter == 0 || f == nil {
		f, letter = face.Symbols(), '❦'
	}
	if f.Covers(letter) {
		const high, wide = radius, radius * 13 / 10 // what every emblem has room for
		glyph := contours(f, f.Glyph(letter), 1000, 0, 0)
		if b := glyph.box(); !b.Empty() {
			size := min(1000*high/b.Dy(), 1000*wide/b.Dx(), 600)
			glyph = contours(f, f.Glyph(letter), size, 0, 0)
			b = glyph.box()
			glyph.move(px(emblemX-b.Min.X-b.Dx()/2, emblemY-b.Min.Y-b.Dy()/2))
			hole = l.c.cover(glyph)
		}
	}
	l.c.fill(emblem(), accent, hole)
}

// title sets the title as large as its room allows.
func (l *lettering) title(s string) {
	const longest = 76 // characters; more could not be read
	if s = l.printable(s); s == "" {
		return
	}
	s = shorten(s, longest)
	t := l.typeset(s, 0)
	words := t.divide(t.split(s), measure*1000/smallest)
	for size := 286; ; size -= 6 {
		leading := size * 108 / 100
		t.size = size
		lines, ok := t.fill(words, measure, (titleFoot-titleTop)/leading)
		if !ok && size > 52 {
			continue
		}
		m := l.family.Face(face.Regular).Metrics()
		height := leading*(len(lines)-1) + size*int(m.CapHeight)/1000
		y := titleTop + (titleFoot-titleTop-height)/2 + size*int(m.CapHeight)/1000
		for i, line := range lines {
			t.center(l.c, line, y+i*leading, ink)
		}
		return
	}
}

// authors sets the names in spaced capitals, with a short rule above them.
func (l *lettering) authors(names []string) {
	const most = 3
	if len(names) > most {
		names = append(slices.Clone(names[:most-1]), "…")
	}
	s := l.printable(oneLine(strings.Join(names, ", ")))
	if s == "" {
		return
	}
	s = shorten(upper(s), 60)
	l.c.rect(Width/2-60, authorBase-112, Width/2+60, authorBase-108, accent)
	t := l.typeset(s, 90)
	words := t.split(s)
	for size := 54; ; size -= 2 {
		t.size = size
		lines, ok := t.fill(words, measure-60, 2)
		if !ok && size > 28 {
			continue
		}
		y := authorBase - (len(lines)-1)*size*6/10
		for i, line := range lines {
			t.center(l.c, line, y+i*size*13/10, ink)
		}
		return
	}
}

// series sets the series and the book's place in it above the emblem.
func (l *lettering) series(name, index string) {
	if name = l.printable(name); name == "" {
		return
	}
	if index != "" {
		name += " · " + index
	}
	line := upper(name)
	t := l.typeset(line, 110)
	for t.size = 38; t.size >= 24; t.size -= 2 {
		if t.width(line) <= measure-80 {
			t.center(l.c, line, seriesBase, ink)
			return
		}
	}
}

// printable is the text if the faces have all its characters; else it notes what they lack.
func (l *lettering) printable(s string) string {
	ok := true
	for _, r := range s {
		if !unicode.IsSpace(r) && l.typeset("", 0).faceFor(r) == nil {
			ok = false
			if !slices.Contains(l.missing, r) {
				l.missing = append(l.missing, r)
			}
		}
	}
	if !ok {
		return ""
	}
	return s
}

// upper is the text in capitals; Greek ones stand without accents.
func upper(s string) string {
	if strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Greek, r) }) {
		return cases.Upper(language.Greek).String(s)
	}
	return strings.ToUpper(s)
}

// shorten cuts a text after a word.
func shorten(s string, longest int) string {
	r := []rune(s)
	if len(r) <= longest {
		return s
	}
	s = string(r[:longest])
	if at := strings.LastIndexByte(s, ' '); at > len(s)/2 {
		s = s[:at]
	}
	return strings.TrimRight(s, ",;:.–—- ") + "…"
}
