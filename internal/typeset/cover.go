package typeset

import (
	"strings"

	"storybind/internal/book"
)

// cover puts a picture on a leaf of its own before all other pages, as large as
// the page holds it whole.
func (d *Document) cover(img *book.Image, m *book.Metadata) {
	g := d.geo
	pic := Picture{Image: img, Alt: strings.TrimSpace(fold(m.Title + " " + strings.Join(m.Authors(), ", "))), Width: g.width, Height: g.height}
	if pic.Alt == "" {
		pic.Alt = "Cover"
	}
	if w, h := int64(img.Width), int64(img.Height); int64(g.width)*h > int64(g.height)*w {
		pic.Width = Length(int64(g.height) * w / max(h, 1))
	} else {
		pic.Height = Length(int64(g.width) * h / max(w, 1))
	}
	pic.X, pic.Y = (g.width-pic.Width)/2, (g.height-pic.Height)/2
	leaf := []*Page{{Width: g.width, Height: g.height, Label: "cover", Pictures: []Picture{pic}}}
	if g.twoSided { // its back
		leaf = append(leaf, &Page{Width: g.width, Height: g.height})
	}
	for _, p := range d.Pages {
		for i := range p.Links {
			if p.Links[i].URL == "" {
				p.Links[i].Page += len(leaf)
			}
		}
	}
	for i := range d.Outline {
		d.Outline[i].Page += len(leaf)
	}
	d.Pages = append(leaf, d.Pages...)
}
