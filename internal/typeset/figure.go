package typeset

import "storybind/internal/book"

// figure sets a picture at the measure's width or its own, whichever is less, at
// most three fifths of the page high, with its caption in small italics. A figure
// whose picture is not here is its caption.
func (s *setter) figure(b *book.Figure, f frame) {
	s.setOff(func() {
		from := len(s.rows)
		if im := b.Image; im != nil && im.Width > 0 && im.Height > 0 {
			measure := int64(s.geo.measure() - f.left - f.right)
			w := min(int64(im.Width)*int64(Point)*3/4, measure) // 96 pixels are an inch
			h := w * int64(im.Height) / int64(im.Width)
			if most := int64(s.geo.depth()) * 3 / 5; h > most {
				h = most
				w = h * int64(im.Width) / int64(im.Height)
			}
			w, h = max(w, 1000), max(h, 1000)
			s.put(row{kind: thingRow, height: Length(h) + s.geo.size/3, picture: &Picture{
				Image: im, Alt: b.Alt, X: f.left + Length((measure-w)/2), Width: Length(w), Height: Length(h)}})
		}
		in := f
		in.key.face |= s.geo.italic()
		in.key.size = f.key.size * 9 / 10
		if len(b.Caption) > 0 {
			s.line(b.Caption, in, 0, 0, centred)
		}
		if len(s.rows)-from <= 6 {
			s.keep(from)
		}
	})
}
