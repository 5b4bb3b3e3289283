package pdf

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"strings"
	"testing"

	"storybind/internal/book"
	"storybind/internal/typeset"
)

// gopdfs is a document of gopdf's with text, a rule, and pictures of each kind that
// it is given: grey, in colour, with a palette, as JPEG.
func gopdfs(t testing.TB) []byte {
	t.Helper()
	h := newHand(t)
	s := &book.Section{ID: "s", Blocks: []book.Block{&book.Paragraph{Inlines: []book.Inline{book.Text{Value: "Down (to) the shore."}}}}}
	b := &book.Book{Body: []*book.Section{s}}
	doc := h.book(b)
	box := image.Rect(0, 0, 4, 3)
	colours := image.NewPaletted(box, color.Palette{color.White, color.Black, color.Gray{100}})
	for i, data := range [][]byte{encode(t, image.NewGray(box), "png"), encode(t, image.NewYCbCr(box, image.YCbCrSubsampleRatio444), "png"), encode(t, colours, "png"), encode(t, image.NewGray(box), "jpeg")} {
		m := &book.Image{ID: string(rune('a' + i)), Data: data, Width: 4, Height: 3}
		doc.Pages[0].Pictures = append(doc.Pages[0].Pictures, typeset.Picture{Image: m, Alt: "A picture", Width: 20_000, Height: 15_000})
	}
	pictures, remarks := preparePictures(doc)
	p, err := newPlan(context.Background(), doc, b, pictures)
	if err != nil || len(remarks) > 0 {
		t.Fatal(err, remarks)
	}
	sh := &sheet{plan: p, last: len(p.pages)}
	document, err := sh.draw(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return document
}

// What gopdf wrote is read; with a change anywhere outside the streams' own bytes
// and the values of entries, with less or with more, it is not.
func TestReadBack(t *testing.T) {
	document := gopdfs(t)
	w, err := readBack(document)
	if err != nil {
		t.Fatal(err)
	}
	if len(w.contents) != 1 || len(w.images) != 4 {
		t.Fatalf("%d pages, %d images", len(w.contents), len(w.images))
	}
	indexed, file := false, &objects{}
	for _, r := range w.images {
		picture := w.resolve(r).(stream)
		_, ok := picture.dict["ColorSpace"].(array)
		indexed = indexed || ok
		if _, err := file.importObject(w, r, map[ref]ref{}); err != nil {
			t.Error(err)
		}
	}
	if !indexed {
		t.Error("no picture has a palette")
	}

	good := string(document)
	change := func(old, new string) string {
		t.Helper()
		if !strings.Contains(good, old) {
			t.Fatalf("gopdf's document holds no %q", old)
		}
		return strings.Replace(good, old, new, 1)
	}
	for name, bad := range map[string]string{
		"empty":                      "",
		"another version":            change("%PDF-1.7", "%PDF-1.6"),
		"more behind it":             good + "\n",
		"a comment":                  change("endobj\n", "endobj\n%\n"),
		"an object left out":         good[:strings.Index(good, "3 0 obj")] + good[strings.Index(good, "4 0 obj"):],
		"an object twice":            change("4 0 obj", "3 0 obj"),
		"another generation":         change("4 0 obj", "4 1 obj"),
		"a place moved":              change(" 65535 f \n0", " 65535 f \n1"),
		"a free object":              change(" 00000 n", " 00000 f"),
		"another root":               change("/Root 1 0 R", "/Root 2 0 R"),
		"a trailer of somebody else": change("/Size", "/Info 3 0 R\n/Size"),
		"a table moved":              change("startxref\n", "startxref\n1"),
		"a length too short":         change("/Length 1", "/Length "),
		"a length too long":          change("/Length 1", "/Length 9999"),
		"a length that is none":      change("/Length 1", "/Length -1"),
		"an endless string":          change("(Adobe)", "(Adobe"),
		"an endless dictionary":      change(">>", ""),
		"a key twice":                change("/Type /Catalog", "/Type /Catalog /Type /Catalog"),
		"a word":                     change("/Type /Catalog", "/Type Catalog"),
		"no pages":                   change("/Type /Catalog\n  /Pages 2 0 R", "/Type /Catalog\n  /Pages 4 9 R"),
		"a page elsewhere":           change("/Kids [ ", "/Kids [ 1"),
		"values in values":           change("/Kids [ ", "/Kids "+strings.Repeat("[", 100_000)+" "),
	} {
		if _, err := readBack([]byte(bad)); err == nil || !strings.Contains(err.Error(), "internal error") {
			t.Errorf("%s: %v", name, err)
		}
	}
	for n := range document {
		if _, err := readBack(document[:n]); err == nil {
			t.Fatalf("the first %d bytes of %d are read", n, len(document))
		}
	}
}

// Whatever the bytes are, reading ends well, and what is read can be copied or is
// refused.
func FuzzReadBack(f *testing.F) {
	document := gopdfs(f)
	f.Add(document)
	f.Add(bytes.ReplaceAll(document, []byte("/I"), []byte("/S 1 0 R/I")))
	f.Add([]byte("%PDF-1.7\n%x\n\n1 0 obj\n<</Pages 1 0 R/Kids[1 0 R]/Contents 1 0 R>>\nstream\n\nendstream\nendobj\n\nxref\n"))
	f.Fuzz(func(t *testing.T, document []byte) {
		w, err := readBack(document)
		if err != nil {
			return
		}
		for _, r := range w.images {
			new(objects).importObject(w, r, map[ref]ref{})
		}
	})
}
