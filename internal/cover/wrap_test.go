package cover

import (
	"bytes"
	"image"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"

	"storybind/internal/book"
	"storybind/internal/face"
)

// six by nine inches with a bleed of an eighth, and a spine.
func sheet(spine int) Sheet { return Sheet{Width: 432_000, Height: 648_000, Spine: spine, Bleed: 9000} }

func wrapped(t *testing.T, m *book.Metadata, s Sheet, own *book.Image) (Wrapped, *image.Paletted) {
	t.Helper()
	family, err := face.Bundled("")
	if err != nil {
		t.Fatal(err)
	}
	w, err := Wrap(m, family, s, own)
	if err != nil {
		t.Fatal(err)
	}
	p, err := png.Decode(bytes.NewReader(w.Image.Data))
	if err != nil {
		t.Fatal(err)
	}
	return w, p.(*image.Paletted)
}

func lamp() *book.Metadata {
	return &book.Metadata{Title: "The Lamp", TitleSort: "Lamp, The", Description: strings.Repeat("A keeper waits for a ship that nobody else believes in. ", 6),
		Contributors: []book.Contributor{{Name: "Annie Lee", Role: "aut"}}}
}

// within counts the pixels of a rectangle that are not of the ground.
func within(p *image.Paletted, r image.Rectangle) (n int) {
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			if p.ColorIndexAt(x, y) != ground {
				n++
			}
		}
	}
	return n
}

// Back, spine and front stand where a printer folds the sheet: at 300 dots an inch, with the
// bleed all around.
func TestWrap(t *testing.T) {
	w, p := wrapped(t, lamp(), sheet(54_000), nil)
	if size := p.Bounds().Size(); size != image.Pt(1800+225+1800+2*38, 2700+2*38) && size != image.Pt(1800+225+1800+2*38+1, 2700+2*38) {
		t.Errorf("the sheet has %v", size)
	}
	back, spine, front := image.Rect(38, 38, 1838, 2738), image.Rect(1838, 38, 2063, 2738), image.Rect(2063, 38, 3863, 2738)
	if !w.Lined || within(p, back) == 0 || within(p, spine) == 0 || within(p, front) == 0 {
		t.Errorf("spine with type: %v; marks on back %d, spine %d, front %d", w.Lined, within(p, back), within(p, spine), within(p, front))
	}
	if n := within(p, image.Rect(1838, 38, 1838+spineEdge, 2738)) + within(p, image.Rect(2063-spineEdge, 38, 2063, 2738)); n > 0 {
		t.Errorf("%d marks where the folds may slip", n)
	}
	barcode := image.Rect(1838-750, 2738-510, 1838, 2738) // what KDP prints there, and a quarter of an inch around it
	if n := within(p, barcode); n > 0 {
		t.Errorf("%d marks where the bar code comes", n)
	}

	narrow, q := wrapped(t, lamp(), sheet(7200), nil)
	if narrow.Lined || within(q, image.Rect(1838, 38, 1868, 2738)) > 0 {
		t.Error("a spine of a tenth of an inch has type")
	}

	m := lamp()
	m.Progression = book.RightToLeft
	_, q = wrapped(t, m, sheet(54_000), nil)
	if a, b := within(p, front), within(q, back); a != b {
		t.Errorf("from right to left the front cover is not on the left: %d marks, and %d on the right", b, a)
	}

	again, _ := wrapped(t, lamp(), sheet(54_000), nil)
	if !bytes.Equal(again.Image.Data, w.Image.Data) {
		t.Error("the second time is another picture")
	}
}

// Whatever a story is called, type stays on the spine and on the back.
func TestWrapOdd(t *testing.T) {
	for what, m := range map[string]*book.Metadata{
		"nothing":     {},
		"long":        {Title: strings.Repeat("Wandering Through Moonlit Marshes ", 30), Contributors: []book.Contributor{{Name: strings.Repeat("Montgomery ", 30), Role: "aut"}}},
		"long words":  {Title: strings.Repeat("Donaudampfschiffahrt", 40), Description: strings.Repeat("Donaudampfschiffahrt", 400)},
		"a long tale": {Title: "X", Description: strings.Repeat("And then they walked. ", 2000)},
		"Hebrew":      {Title: "מגדלור גבוה", Description: "סיפור על מגדלור.", Progression: book.RightToLeft},
	} {
		_, p := wrapped(t, m, Sheet{Width: 252_000, Height: 360_000, Spine: 30_000, Bleed: 9000}, nil)
		wide, spine := pixelsOf(252_000), pixelsOf(30_000)
		for _, edge := range []int{38 + wide, 38 + wide + spine - spineEdge} {
			for y := 38; y < 1538; y++ { // not the accent: a band runs on around the book
				for x := edge; x < edge+spineEdge; x++ {
					if i := p.ColorIndexAt(x, y); i >= ink && i < accent {
						t.Fatalf("%s: type at %d, %d, where the folds may slip", what, x, y)
					}
				}
			}
		}
	}
	if w, _ := wrapped(t, &book.Metadata{Title: "ꀀꀁ"}, sheet(54_000), nil); len(w.Missing) == 0 {
		t.Error("what no font has is not named")
	}
}

// A picture of one's own is cut to the front cover with its bleed, and says how fine it is there.
func TestWrapOwn(t *testing.T) {
	var data bytes.Buffer
	if err := jpeg.Encode(&data, image.NewRGBA(image.Rect(0, 0, 1600, 2000)), nil); err != nil {
		t.Fatal(err)
	}
	w, p := wrapped(t, lamp(), sheet(54_000), &book.Image{MediaType: "image/jpeg", Data: data.Bytes(), Width: 1600, Height: 2000})
	if w.Front == nil || w.Front.Image.Height != 2000 || w.Front.Image.Width != 1838*2000/2776 || w.Front.Dots != 1838*2000/2776*72_000/441_000 {
		t.Fatalf("the front is %+v", w.Front)
	}
	if n := within(p, image.Rect(2063, 38, 3863, 2738)); n > 0 {
		t.Errorf("%d marks below the picture", n)
	}
}
