package pdf

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	_ "image/gif" // pictures of these kinds are redrawn as PNG
	"image/jpeg"
	"image/png"
	"maps"
	"slices"

	"github.com/signintech/gopdf"

	"storybind/internal/book"
	"storybind/internal/diag"
	"storybind/internal/typeset"
)

// preparePictures brings every picture of the pages into a form that gopdf takes
// rightly. A picture that cannot be read stays out, with a remark.
func preparePictures(doc *typeset.Document) (map[*book.Image][]byte, []diag.Diagnostic) {
	ready := map[*book.Image][]byte{}
	var remarks []diag.Diagnostic
	for _, page := range doc.Pages {
		for i := range page.Pictures {
			img := page.Pictures[i].Image
			if _, ok := ready[img]; ok || img == nil {
				continue
			}
			data, err := printable(img.Data)
			if err != nil {
				remarks = append(remarks, diag.Diagnostic{
					Code: "pdf/picture", Severity: diag.Problem,
					Message: fmt.Sprintf("the picture %q could not be read and is not in the PDF: %v", img.ID, err),
					Hint:    "give it as PNG or JPEG",
				})
			}
			ready[img] = data
		}
	}
	return ready, remarks
}

// printable is the picture as it is where gopdf treats it rightly, else drawn
// anew as PNG on white paper: gopdf takes no interlaced picture, none of 16 bits,
// and reads a palette's transparency wrongly.
func printable(data []byte) ([]byte, error) {
	config, kind, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	if int64(config.Width)*int64(config.Height) > 100_000_000 {
		return nil, fmt.Errorf("it has %d × %d pixels", config.Width, config.Height)
	}
	if kind == "jpeg" {
		if _, err := jpeg.Decode(bytes.NewReader(data)); err != nil {
			return nil, err
		}
		if config.ColorModel == color.GrayModel || config.ColorModel == color.YCbCrModel {
			return data, nil
		}
	}
	m, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	const depth, colours, interlace = 24, 25, 28 // bytes of the PNG's first chunk
	if kind == "png" && data[depth] <= 8 && data[colours] < 4 && data[interlace] == 0 && !bytes.Contains(data, []byte("tRNS")) {
		return data, nil
	}
	paper := image.NewRGBA(m.Bounds())
	draw.Draw(paper, paper.Bounds(), image.White, image.Point{}, draw.Src)
	draw.Draw(paper, paper.Bounds(), m, m.Bounds().Min, draw.Over)
	var out bytes.Buffer
	if err := png.Encode(&out, paper); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// picture draws one picture.
func (s *sheet) picture(pic *typeset.Picture) error {
	holder, err := gopdf.ImageHolderByBytes(s.plan.pictures[pic.Image])
	if err != nil {
		return err
	}
	return s.gp.ImageByHolderWithOptions(holder, gopdf.ImageOptions{
		X: points(pic.X), Y: points(pic.Y), Rect: &gopdf.Rect{W: points(pic.Width), H: points(pic.Height)},
	})
}

// importObject copies an object of gopdf's and what it refers to, keys sorted.
func (o *objects) importObject(w *written, from ref, done map[ref]ref) (ref, error) {
	if r, ok := done[from]; ok {
		return r, nil
	}
	r := o.reserve()
	done[from] = r
	var body syntax
	v := w.resolve(from)
	if picture, ok := v.(stream); ok {
		entries := maps.Clone(picture.dict)
		delete(entries, "Length")
		if err := o.copyEntries(&body, w, entries, done); err != nil {
			return 0, err
		}
		o.putStream(r, picture.data, entries["Filter"] == nil, func(s *syntax) { s.b = append(s.b, body.b...) })
		return r, nil
	}
	if err := o.copyValue(&body, w, v, done); err != nil {
		return 0, err
	}
	o.put(r, func(s *syntax) { s.b = append(s.b, body.b...) })
	return r, nil
}

func (o *objects) copyEntries(s *syntax, w *written, d dict, done map[ref]ref) error {
	for _, k := range slices.Sorted(maps.Keys(d)) {
		s.raw("/", string(k), " ")
		if err := o.copyValue(s, w, d[k], done); err != nil {
			return err
		}
	}
	return nil
}

func (o *objects) copyValue(s *syntax, w *written, v value, done map[ref]ref) error {
	switch v := v.(type) {
	case ref:
		r, err := o.importObject(w, v, done)
		if err != nil {
			return err
		}
		s.ref(r)
	case dict:
		s.raw("<<")
		if err := o.copyEntries(s, w, v, done); err != nil {
			return err
		}
		s.raw(">>")
	case array:
		s.raw("[")
		for i, e := range v {
			if i > 0 {
				s.raw(" ")
			}
			if err := o.copyValue(s, w, e, done); err != nil {
				return err
			}
		}
		s.raw("]")
	case name:
		s.raw("/", string(v))
	case number:
		s.raw(string(v))
	case literal:
		s.raw(string(v))
	case keyword:
		s.raw(string(v))
	default:
		return fmt.Errorf("internal error: an object of gopdf's holds a %T", v)
	}
	return nil
}
