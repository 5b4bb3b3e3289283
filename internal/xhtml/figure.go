package xhtml

import (
	"strconv"

	"storybind/internal/book"
)

// figure writes a picture with its caption, or the caption that stands for one.
func (r *Renderer) figure(f *book.Figure) {
	src := ""
	if f.Image != nil && r.Links.Image != nil {
		src = r.Links.Image(f.Image)
	}
	if src == "" {
		r.raw(`<p class="caption">`)
		r.inlines(f.Caption)
		r.raw("</p>\n")
		return
	}
	r.raw("<figure>\n<img")
	r.attr("src", src)
	alt := f.Alt
	if alt == "" {
		alt = Line(f.Caption)
	}
	r.attr("alt", alt)
	if f.Image.Width > 0 && f.Image.Height > 0 {
		r.attr("width", strconv.Itoa(f.Image.Width))
		r.attr("height", strconv.Itoa(f.Image.Height))
	}
	r.raw("/>\n")
	if len(f.Caption) > 0 {
		r.raw("<figcaption>")
		r.inlines(f.Caption)
		r.raw("</figcaption>\n")
	}
	r.raw("</figure>\n")
}
