package cover

import (
	"encoding/binary"
	"image"
	"image/draw"
	"sync"

	"golang.org/x/image/vector"
)

// unit is how many steps a pixel has in the coordinates of shapes.
const unit = 256

// A point is a corner of a shape, in 1/256 pixels from the cover's top left.
type point struct{ x, y int32 }

// A shape is closed contours of straight lines; a contour that turns the other
// way cuts a hole.
type shape [][]point

// px is a point in whole pixels.
func px(x, y int) point { return point{int32(x) * unit, int32(y) * unit} }

// box is the smallest rectangle of whole pixels that holds the shape.
func (s shape) box() image.Rectangle {
	const far = 1 << 30
	x0, y0, x1, y1 := int32(far), int32(far), int32(-far), int32(-far)
	for _, c := range s {
		for _, p := range c {
			x0, y0, x1, y1 = min(x0, p.x), min(y0, p.y), max(x1, p.x), max(y1, p.y)
		}
	}
	if x0 > x1 {
		return image.Rectangle{}
	}
	return image.Rect(int(x0>>8), int(y0>>8), int((x1+unit-1)>>8), int((y1+unit-1)>>8))
}

// A canvas is a cover being drawn, through a view.
type canvas struct {
	*image.Paletted
	view
	raster vector.Rasterizer
}

// pixels are kept from cover to cover: two megabytes each.
var pixels = sync.Pool{New: func() any { return new([Width * Height]uint8) }}

func newCanvas(s scheme) *canvas {
	pix := pixels.Get().(*[Width * Height]uint8)[:]
	clear(pix)
	return &canvas{Paletted: &image.Paletted{Pix: pix, Stride: Width, Rect: image.Rect(0, 0, Width, Height), Palette: s.palette()}, view: asDrawn}
}

// cover is how much of each pixel the shape covers, over its box.
func (c *canvas) cover(s shape) *image.Alpha {
	s = c.seen(s)
	// The rasterizer computes in whole numbers only up to this size; beyond it,
	// rounding would differ from processor to processor.
	const tile = 512
	mask := image.NewAlpha(s.box().Intersect(c.Rect))
	b := mask.Rect
	for y := b.Min.Y; y < b.Max.Y; y += tile {
		for x := b.Min.X; x < b.Max.X; x += tile {
			r := image.Rect(x, y, x+tile, y+tile).Intersect(b)
			c.raster.Reset(r.Dx(), r.Dy())
			c.raster.DrawOp = draw.Src
			for _, contour := range s {
				for i, p := range contour {
					// Exact: a float32 holds these numbers whole.
					fx, fy := float32(p.x-int32(x)*unit)/unit, float32(p.y-int32(y)*unit)/unit
					if i == 0 {
						c.raster.MoveTo(fx, fy)
					} else {
						c.raster.LineTo(fx, fy)
					}
				}
				c.raster.ClosePath()
			}
			c.raster.Draw(mask, r, image.Opaque, image.Point{})
		}
	}
	return mask
}

// fill draws the shape in a colour, without the parts that hole covers.
func (c *canvas) fill(s shape, colour uint8, hole *image.Alpha) {
	mask := c.cover(s)
	if hole != nil {
		without(mask, hole)
	}
	for y := mask.Rect.Min.Y; y < mask.Rect.Max.Y; y++ {
		row := mask.Pix[mask.PixOffset(mask.Rect.Min.X, y):][:mask.Rect.Dx()]
		to := c.Pix[c.PixOffset(mask.Rect.Min.X, y):][:len(row)]
		for i := 0; i < len(row); i++ {
			if i+8 <= len(row) {
				if eight := binary.LittleEndian.Uint64(row[i:]); eight == 0 { // most of a shape's box
					i += 7
					continue
				} else if eight == 1<<64-1 { // most of the shape
					binary.LittleEndian.PutUint64(to[i:], uint64(colour+steps-1)*0x0101010101010101)
					i += 7
					continue
				}
			}
			if n := tones[row[i]]; n > 0 {
				to[i] = colour + n - 1
			}
		}
	}
}

// without takes hole away from the mask.
func without(mask, hole *image.Alpha) {
	both := mask.Rect.Intersect(hole.Rect)
	for y := both.Min.Y; y < both.Max.Y; y++ {
		row := mask.Pix[mask.PixOffset(both.Min.X, y):][:both.Dx()]
		cut := hole.Pix[hole.PixOffset(both.Min.X, y):]
		for i, a := range row {
			row[i] = uint8(int(a) * (255 - int(cut[i])) / 255)
		}
	}
}

// tones says in which of a colour's steps a pixel is drawn, by how much of it is
// covered; 0 is not at all.
var tones = func() (t [256]uint8) {
	for a := range t {
		t[a] = uint8((a*steps + 127) / 255)
	}
	return t
}()

// rect fills a rectangle of whole pixels.
func (c *canvas) rect(x0, y0, x1, y1 int, colour uint8) { c.box(x0, y0, x1, y1, colour+steps-1) }

// box fills a rectangle with a colour of the palette. One that touches the page's edge runs
// on around the book.
func (c *canvas) box(x0, y0, x1, y1 int, index uint8) {
	r := c.bounds(x0, y0, x1, y1).Intersect(c.Rect)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		row := c.Pix[y*c.Stride+r.Min.X : y*c.Stride+r.Max.X]
		for i := range row {
			row[i] = index
		}
	}
}
