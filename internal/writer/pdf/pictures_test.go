package pdf

import (
	"bytes"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"testing"

	"storybind/internal/book"
	"storybind/internal/typeset"
)

func encode(t testing.TB, m image.Image, kind string) []byte {
	t.Helper()
	var out bytes.Buffer
	var err error
	switch kind {
	case "png":
		err = png.Encode(&out, m)
	case "jpeg":
		err = jpeg.Encode(&out, m, nil)
	case "gif":
		err = gif.Encode(&out, m, nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// Pictures of every kind come into the file, once each however often they are
// drawn; a broken one is named in a remark.
func TestPictures(t *testing.T) {
	box := image.Rect(0, 0, 4, 3)
	half := color.NRGBA{255, 0, 0, 128}
	clear := image.NewPaletted(box, color.Palette{color.Transparent, color.Black, half})
	clear.Pix[1], clear.Pix[2] = 1, 2
	translucent := image.NewNRGBA(box)
	translucent.Set(1, 1, half)
	deep := image.NewGray16(box)
	var images []*book.Image
	for i, data := range [][]byte{
		encode(t, image.NewGray(box), "png"), encode(t, image.NewRGBA(box), "png"), encode(t, clear, "png"), encode(t, translucent, "png"), encode(t, deep, "png"),
		encode(t, image.NewGray(box), "jpeg"), encode(t, image.NewYCbCr(box, image.YCbCrSubsampleRatio420), "jpeg"), encode(t, clear, "gif"),
		[]byte("no picture"), encode(t, image.NewGray(box), "png")[:50],
	} {
		images = append(images, &book.Image{ID: string(rune('a' + i)), Data: data, Width: 4, Height: 3})
	}
	const broken = 2
	doc := blank(perSheet+1, func(int) string { return "" })
	for _, page := range []int{0, 5, perSheet} {
		for i, m := range images {
			doc.Pages[page].Pictures = append(doc.Pages[page].Pictures, typeset.Picture{Image: m, Alt: "A picture", X: 1000, Y: typeset.Length(i) * 15_000, Width: 20_000, Height: 15_000})
		}
	}
	f := writePages(t, doc, &book.Book{Images: images})
	said := 0
	for _, d := range f.result.Diagnostics {
		if d.Code == "pdf/picture" {
			said++
		}
	}
	if said != broken {
		t.Errorf("%d remarks for %d broken pictures: %v", said, broken, f.result.Diagnostics)
	}
	pictures := f.dict(f.dict(f.pages[0]["Resources"])["XObject"])
	if len(pictures) != len(images)-broken {
		t.Errorf("%d pictures of %d", len(pictures), len(images)-broken)
	}
	for name, o := range pictures {
		s := f.resolve(o).(stream)
		if f.int(s.dict["Width"]) != 4 || f.int(s.dict["Height"]) != 3 || s.dict["SMask"] != nil || s.dict["Mask"] != nil {
			t.Errorf("%s: %v", name, s.dict)
		}
	}
	for _, page := range []int{0, 5, perSheet} {
		if n := bytes.Count(f.content(f.pages[page]["Contents"]), []byte(" Do\n")); n != len(images)-broken {
			t.Errorf("page %d draws %d pictures", page+1, n)
		}
	}
}
