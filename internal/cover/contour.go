package cover

import "storybind/internal/face"

// contours is a glyph as a shape: size in pixels, its origin at (x, y) in steps
// of a pixel.
func contours(f *face.Face, gid uint16, size int, x, y int32) shape {
	em := int64(f.UnitsPerEm())
	place := func(p face.Point) point {
		return point{x + int32(int64(p.X)*int64(size)*unit/em), y - int32(int64(p.Y)*int64(size)*unit/em)}
	}
	var out shape
	for _, c := range f.Outline(gid) {
		if len(c) < 2 {
			continue
		}
		// Begin on the curve: at the first such point, or half way between two controls.
		start := 0
		for start < len(c) && !c[start].On {
			start++
		}
		var pen point
		if start == len(c) {
			start = 0
			pen = middle(place(c[len(c)-1]), place(c[0]))
		} else {
			pen = place(c[start])
			start++
		}
		line := []point{pen}
		first := pen
		var control *point
		for i := range c {
			p := c[(start+i)%len(c)]
			at := place(p)
			switch {
			case control == nil && p.On:
				line = append(line, at)
			case control == nil:
				control = &at
				continue
			case p.On:
				line = curve(line, *control, at)
				control = nil
			default:
				line = curve(line, *control, middle(*control, at))
				control = &at
				continue
			}
		}
		if control != nil {
			line = curve(line, *control, first)
		}
		out = append(out, line)
	}
	return out
}

func middle(a, b point) point { return point{(a.x + b.x) / 2, (a.y + b.y) / 2} }

// curve adds a quadratic Bézier curve from the line's last point as straight
// pieces, fine enough that no pixel shows it.
func curve(line []point, control, to point) []point {
	from := line[len(line)-1]
	bend := max(abs(from.x-2*control.x+to.x), abs(from.y-2*control.y+to.y))
	n := int64(1)
	for n*n*unit/2 < int64(bend) && n < 32 {
		n++
	}
	for k := int64(1); k < n; k++ {
		a, b, c := (n-k)*(n-k), 2*k*(n-k), k*k
		line = append(line, point{
			int32((a*int64(from.x) + b*int64(control.x) + c*int64(to.x)) / (n * n)),
			int32((a*int64(from.y) + b*int64(control.y) + c*int64(to.y)) / (n * n)),
		})
	}
	return append(line, to)
}

func abs(v int32) int32 { return max(v, -v) }

// move shifts the shape.
func (s shape) move(by point) {
	for _, c := range s {
		for i := range c {
			c[i].x += by.x
			c[i].y += by.y
		}
	}
}
