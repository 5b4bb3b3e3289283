package cover

import "image"

// A view says where on the picture a page lies that was drawn in pixels of its own, and how
// much larger the picture shows it.
type view struct {
	num, den   int64 // pixels of the picture for each of the page's
	x, y       int64 // where the page's top left corner is, in steps of a pixel of the picture
	turned     bool  // the page's lines run from the head to the foot of the picture
	wide, high int   // the page, in its own pixels
}

// asDrawn is the view of a cover that is a picture by itself.
var asDrawn = view{num: 1, den: 1, wide: Width, high: Height}

// at is where on the picture a point of the page is.
func (v *view) at(p point) point {
	x, y := int64(p.x)*v.num/v.den, int64(p.y)*v.num/v.den
	if v.turned {
		x, y = -y, x
	}
	return point{int32(v.x + x), int32(v.y + y)}
}

// seen is a shape of the page as it is on the picture.
func (v *view) seen(s shape) shape {
	if *v == asDrawn {
		return s
	}
	out := make(shape, len(s))
	for i, c := range s {
		out[i] = make([]point, len(c))
		for k, p := range c {
			out[i][k] = v.at(p)
		}
	}
	return out
}

// bounds are the pixels of a rectangle of the page; what lies on the page's edge goes on
// beyond it.
func (v *view) bounds(x0, y0, x1, y1 int) image.Rectangle {
	const far = 1 << 20
	a, b := v.at(px(x0, y0)), v.at(px(x1, y1))
	r := image.Rect(int(a.x)>>8, int(a.y)>>8, int(b.x)>>8, int(b.y)>>8)
	if x0 == 0 {
		r.Min.X = -far
	}
	if y0 == 0 {
		r.Min.Y = -far
	}
	if x1 == v.wide {
		r.Max.X = far
	}
	if y1 == v.high {
		r.Max.Y = far
	}
	return r
}
