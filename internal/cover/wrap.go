package cover

import (
	"bytes"
	"fmt"
	"image"
	"image/draw"
	"image/jpeg"
	"image/png"
	"strings"

	"storybind/internal/book"
	"storybind/internal/face"
)

// A Sheet is what is laid around a printed book, in thousandths of a point: back cover,
// spine and front cover of the page's size, and what is cut off all around.
type Sheet struct {
	Width, Height int // of one cover
	Spine, Bleed  int
}

// dots is how many of them there are on an inch: what printers ask for.
const dots = 300

// pixels of a length in thousandths of a point.
func pixelsOf(length int) int { return (length*dots + 36_000) / 72_000 }

// A Wrapped is a drawn wrap.
type Wrapped struct {
	Image   *book.Image
	Missing []rune // see [Draw]
	Lined   bool   // the spine is wide enough for title and author
	Front   *Placed
}

// A Placed is a picture of one's own, cut to the front cover and its bleed.
type Placed struct {
	Image *book.Image
	Dots  int // how many there are on an inch
}

// Wrap draws what goes around a printed book as one picture: the back cover with the summary,
// the spine with title and authors, the front cover as [Draw] draws it. A picture of one's own
// takes the front's place; it is handed back cut to its size, to be laid over it.
func Wrap(m *book.Metadata, family *face.Family, s Sheet, own *book.Image) (Wrapped, error) {
	d := designOf(m)
	w := wrap{wide: pixelsOf(s.Width), high: pixelsOf(s.Height), spine: pixelsOf(s.Spine), bleed: pixelsOf(s.Bleed), left: m.Progression == book.RightToLeft}
	rect := image.Rect(0, 0, (2*w.wide+w.spine+2*w.bleed+1)&^1, w.high+2*w.bleed) // rows of whole bytes
	c := &canvas{Paletted: &image.Paletted{Pix: make([]uint8, rect.Dx()*rect.Dy()), Stride: rect.Dx(), Rect: rect, Palette: d.scheme.palette()}, view: asDrawn}
	l := newLettering(c, m, family)
	out := Wrapped{}
	if own == nil {
		c.view = w.page()
		d.frame(c)
		c.view = w.front()
		l.front(m, d.emblem)
	} else {
		front, err := cut(own, w.wide+w.bleed, w.high+2*w.bleed, s.Width+s.Bleed)
		if err != nil {
			return out, fmt.Errorf("the cover's picture: %w", err)
		}
		out.Front = front
	}
	c.view = w.back()
	l.blurb(m, w.wide, w.high)
	c.view = w.along()
	out.Lined = l.spine(m, w.spine, w.high)
	data, err := c.png()
	if err != nil {
		return out, fmt.Errorf("draw the cover: %w", err)
	}
	out.Image = &book.Image{ID: "wrap", MediaType: "image/png", Data: data, Width: rect.Dx(), Height: rect.Dy()}
	out.Missing = l.missing
	return out, nil
}

// A wrap is where its parts stand, in pixels.
type wrap struct {
	wide, high, spine, bleed int
	left                     bool // the front cover is on the left: the book runs from right to left
}

// corners are the left edges of front and back cover.
func (w *wrap) corners() (front, back int) {
	first, second := w.bleed, w.bleed+w.wide+w.spine
	if w.left {
		return first, second
	}
	return second, first
}

// page is the front cover as a page as wide as a drawn cover, for the frame.
func (w *wrap) page() view {
	x, _ := w.corners()
	return view{num: int64(w.wide), den: Width, x: int64(x) * unit, y: int64(w.bleed) * unit, wide: Width, high: w.high * Width / w.wide}
}

// front is the drawn cover on the front cover, as large as that holds it whole.
func (w *wrap) front() view {
	v := w.page()
	if w.high*Width < w.wide*Height {
		v.num, v.den = int64(w.high), Height
	}
	v.x += (int64(w.wide) - Width*v.num/v.den) * unit / 2
	v.y += (int64(w.high) - Height*v.num/v.den) * unit / 2
	v.wide, v.high = Width, Height
	return v
}

// back is the back cover, in pixels of the picture.
func (w *wrap) back() view {
	_, x := w.corners()
	return view{num: 1, den: 1, x: int64(x) * unit, y: int64(w.bleed) * unit, wide: w.wide, high: w.high}
}

// along is the spine as a line from head to foot, which begins at 0 and has its middle at
// height 0 (ISO 6357: the title can be read when the book lies on its back).
func (w *wrap) along() view {
	return view{num: 1, den: 1, x: int64(w.bleed+w.wide)*unit + int64(w.spine)*unit/2, y: int64(w.bleed) * unit, turned: true, wide: w.high, high: w.spine}
}

// The least white beside type on a spine, for folds that slip, and the smallest type there.
const (
	spineEdge  = dots / 16
	spineLeast = dots * 6 / 72
)

// spine sets the title from the head of the spine and the authors up to its foot. It reports
// whether there is room for type at all.
func (l *lettering) spine(m *book.Metadata, wide, high int) bool {
	room := wide - 2*spineEdge
	if room < spineLeast {
		return false
	}
	edge := high / 16
	title, names := l.printable(oneLine(m.Title)), l.printable(oneLine(strings.Join(m.Authors(), ", ")))
	caps := int(l.family.Face(face.Regular).Metrics().CapHeight)
	for size := min(room*9/10, dots/3); ; size -= 2 {
		t, a := l.typeset(title, 0), l.typeset(names, 60)
		t.size, a.size = size, max(size*7/10, spineLeast)
		name := upper(names)
		if size < spineLeast { // a very long title
			size, t.size, name = spineLeast, spineLeast, ""
			for r := []rune(title); t.width(title) > high-2*edge && len(r) > 1; {
				r = r[:len(r)-1]
				title = strings.TrimRight(string(r), " ,;:") + "…"
			}
		}
		if gap := 2 * size; t.width(title)+gap+a.width(name) > high-2*edge && name != "" || t.width(title) > high-2*edge && size > spineLeast {
			continue
		}
		t.draw(l.c, title, edge, t.size*caps/2000, ink)
		if name != "" {
			a.draw(l.c, name, high-edge-a.width(name), a.size*caps/2000, accent)
		}
		return true
	}
}

// The size of the summary on the back cover, and the least that it becomes.
const (
	blurbSize  = dots * 13 / 72
	blurbLeast = dots * 8 / 72
	blurbMost  = 1600 // characters
)

// blurb sets the summary on the back cover. Its foot stays free for the bar code that
// printers put there.
func (l *lettering) blurb(m *book.Metadata, wide, high int) {
	side, head, foot := wide/9, high/9, dots*17/10
	var paragraphs []string
	left := blurbMost
	for p := range strings.SplitSeq(m.Description, "\n\n") {
		if p = l.printable(oneLine(p)); p != "" && left > 0 {
			p = shorten(p, left)
			left -= len([]rune(p))
			paragraphs = append(paragraphs, p)
		}
	}
	for size := blurbSize; len(paragraphs) > 0; size-- {
		leading := size * 14 / 10
		var lines []string
		ok := true
		for i, p := range paragraphs {
			if i > 0 {
				lines = append(lines, "")
			}
			t := l.typeset(p, 0)
			t.size = size
			set, fits := t.fill(t.divide(t.split(p), (wide-2*side)*1000/size), wide-2*side, 1000)
			lines, ok = append(lines, set...), ok && fits
		}
		most := max((high-head-foot)/leading, 1)
		if (len(lines) > most || !ok) && size > blurbLeast {
			continue
		}
		if len(lines) > most {
			lines = lines[:most]
			lines[most-1] += " …"
		}
		for i, line := range lines {
			t := l.typeset(line, 0)
			t.size = size
			x := side
			if m.Progression == book.RightToLeft {
				x = wide - side - t.width(line)
			}
			t.draw(l.c, line, x, head+size+i*leading, ink)
		}
		return
	}
}

// cut makes a picture one of the given shape, by what it has too much of on two sides.
// length is what it is wide in thousandths of a point.
func cut(img *book.Image, wide, high, length int) (*Placed, error) {
	src, kind, err := image.Decode(bytes.NewReader(img.Data))
	if err != nil {
		return nil, err
	}
	b := src.Bounds()
	w, h := b.Dx(), b.Dy()
	if w*high > h*wide {
		w = max(h*wide/high, 1)
	} else {
		h = max(w*high/wide, 1)
	}
	at := image.Pt(b.Min.X+(b.Dx()-w)/2, b.Min.Y+(b.Dy()-h)/2)
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	draw.Draw(out, out.Rect, image.White, image.Point{}, draw.Src)
	draw.Draw(out, out.Rect, src, at, draw.Over)
	var data bytes.Buffer
	if kind == "jpeg" {
		err = jpeg.Encode(&data, out, &jpeg.Options{Quality: 95})
	} else {
		kind, err = "png", png.Encode(&data, out)
	}
	if err != nil {
		return nil, err
	}
	return &Placed{&book.Image{ID: "front", MediaType: kinds[kind], Data: data.Bytes(), Width: w, Height: h}, w * 72_000 / length}, nil
}
