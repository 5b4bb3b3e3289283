package epub

import (
	"fmt"

	"storybind/internal/book"
	"storybind/internal/cover"
	"storybind/internal/diag"
	"storybind/internal/face"
	"storybind/internal/xhtml"
)

// kinds are the picture formats that every EPUB reading system must show (EPUB
// 3.3 section 3.2) and that older ones know too, with their file extensions.
var kinds = map[string]string{"image/png": ".png", "image/jpeg": ".jpg", "image/gif": ".gif"}

// pictures names the files of the cover and of the pictures that figures show.
// The names are ours: nothing of a story's names gets into the container.
func (e *edition) pictures(w *Writer) {
	e.imageOf = map[*book.Image]string{}
	add := func(img *book.Image, name string) {
		if img == nil || e.imageOf[img] != "" {
			return
		}
		ext := kinds[img.MediaType]
		if ext == "" || len(img.Data) == 0 {
			e.remark(diag.Problem, "picture", fmt.Sprintf("a picture of the kind %q cannot be shown in an EPUB", img.MediaType), "use a PNG, JPEG or GIF file")
			return
		}
		e.imageOf[img] = name + ext
		e.images = append(e.images, picture{img, name + ext})
	}
	if !w.noCover {
		if e.cover = w.cover.Image(); e.cover == nil {
			e.cover = e.book.Meta.Cover
		} else if e.cover.Width < 600 || e.cover.Height < 800 { // what library programs ask for at least
			e.remark(diag.Note, "small-cover", fmt.Sprintf("the cover has only %d × %d pixels and will look blurred on most screens", e.cover.Width, e.cover.Height),
				"a cover of 1200 × 1800 or more looks well")
		}
		add(e.cover, "cover")
		if e.imageOf[e.cover] == "" { // drawn while the pages are written
			e.cover = &book.Image{ID: "cover", MediaType: "image/png", Width: cover.Width, Height: cover.Height}
			e.imageOf[e.cover] = "cover.png"
			e.images = append(e.images, picture{e.cover, "cover.png"})
		}
	}
	n := 0
	figures := walk{figure: func(f *book.Figure) {
		if f.Image != nil && e.imageOf[f.Image] == "" {
			n++
			add(f.Image, fmt.Sprintf("image-%d", n))
		}
	}}
	for _, s := range e.book.Sections() {
		figures.blocks(s.Blocks)
	}
}

// drawCover draws the cover of a book that brings none; missing are the letters
// that no bundled font has.
func (e *edition) drawCover(family *face.Family) (missing []rune, err error) {
	drawn, missing, err := cover.Draw(&e.book.Meta, family)
	if err != nil {
		return nil, err
	}
	e.cover.Data = drawn.Data
	return missing, nil
}

// coverPage shows the cover, so that systems which do not look for a cover image
// show it as the first page.
func (e *edition) coverPage() {
	if e.cover == nil {
		return
	}
	file := e.imageOf[e.cover]
	body := []byte(`<section class="cover" epub:type="cover">` + "\n" + `<div><img role="doc-cover" src="../` + imageFolder + file + `" alt="`)
	body = xhtml.AppendAttr(body, e.wording().cover+": "+e.title)
	body = append(body, "\"/></div>\n</section>"...)
	e.pages = append(e.pages, page{name: "cover", region: book.FrontMatter, title: e.title, body: body})
}
