package cover

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"image"
	"image/png"
	"math"
	"strings"
	"testing"
	"unicode"

	"storybind/internal/book"
	"storybind/internal/face"
)

func drawn(t testing.TB, title, author string) (*book.Image, []rune) {
	t.Helper()
	family, err := face.Bundled("")
	if err != nil {
		t.Fatal(err)
	}
	m := &book.Metadata{Title: title, TitleSort: title, Series: "Lamps", SeriesIndex: "2"}
	if author != "" {
		m.Contributors = []book.Contributor{{Name: author, Role: "aut"}}
	}
	img, missing, err := Draw(m, family)
	if err != nil {
		t.Fatal(err)
	}
	return img, missing
}

func decode(t testing.TB, img *book.Image) *image.Paletted {
	t.Helper()
	p, err := png.Decode(bytes.NewReader(img.Data))
	if err != nil {
		t.Fatal(err)
	}
	if p.Bounds() != image.Rect(0, 0, Width, Height) || img.Width != Width || img.Height != Height {
		t.Fatalf("a cover of %v", p.Bounds())
	}
	return p.(*image.Paletted)
}

// ink counts the pixels of that colour in a stretch of rows.
func inked(p *image.Paletted, from, to int, colour uint8) int {
	n := 0
	for _, i := range p.Pix[from*p.Stride : to*p.Stride] {
		if i == colour+steps-1 {
			n++
		}
	}
	return n
}

func TestDraw(t *testing.T) {
	img, missing := drawn(t, "The Lamplighter", "Annie Lee")
	p := decode(t, img)
	if len(missing) > 0 || len(p.Palette) > 16 {
		t.Errorf("missing %q, %d colours", missing, len(p.Palette))
	}
	for _, part := range []struct {
		name     string
		from, to int
		colour   uint8
		least    int
	}{{"series", 140, 200, ink, 500}, {"emblem", 250, 920, accent, 50_000}, {"title", titleTop, titleFoot, ink, 10_000}, {"author", 1600, 1670, ink, 1500}, {"frame", 0, Height, accent, 1000}} {
		if n := inked(p, part.from, part.to, part.colour); n < part.least {
			t.Errorf("%s: only %d pixels", part.name, n)
		}
	}
	again, _ := drawn(t, "The Lamplighter", "Annie Lee")
	if !bytes.Equal(img.Data, again.Data) {
		t.Error("two drawings differ")
	}
}

// The same picture on every processor: the sum is of the picture, not of the file.
func TestTheSameEverywhere(t *testing.T) {
	h := sha256.New()
	for _, title := range []string{"Every Kind", "Salt", "Queen of Air & Darkness", "Жар-птица", "W", "Ωκεανός 7"} {
		img, _ := drawn(t, title, "Annie Lee")
		h.Write(decode(t, img).Pix)
	}
	const want = "e7e36245744831d5844822f7ff7250aaf542fd5dd211db725d88c22d4dd74e13"
	if got := fmt.Sprintf("%x", h.Sum(nil)); got != want {
		t.Errorf("the covers' sum is %s, want %s: if the design was changed on purpose, put the new sum here", got, want)
	}
}

func TestOddTitles(t *testing.T) {
	for name, title := range map[string]string{
		"empty":       "",
		"spaces":      " \n ",
		"long":        strings.Repeat("Wandering Through Moonlit Marshes ", 300),
		"long word":   strings.Repeat("Donaudampfschiffahrt", 40),
		"dashes":      "-- — // a-b --",
		"controls":    "a\x00b\u202e\u00ad\xff",
		"symbols":     "♥ ★ ⁂",
		"punctuation": "…",
		"Chinese":     "紅樓夢：第一回，灯塔",
		"Hebrew":      "מגדלור גבוה (1924)",
		"Arabic":      "المنارة العالية",
		"Thai":        "ประภาคาร",
		"wide":        "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW MMMMMMMMMMMMMMM",
	} {
		img, missing := drawn(t, title, title)
		decode(t, img)
		if len(missing) > 0 {
			t.Errorf("%s: missing %q", name, missing)
		}
		if len(img.Data) > 40_000 {
			t.Errorf("%s: %d bytes", name, len(img.Data))
		}
	}
}

// What no face has is named, and its line left out.
func TestMissing(t *testing.T) {
	img, missing := drawn(t, "ꀀꀁꀂ", "Annie")
	if string(missing) != "ꀀꀁꀂ" {
		t.Errorf("missing %q", missing)
	}
	if n := inked(decode(t, img), titleTop, titleFoot, ink); n > 0 {
		t.Errorf("%d pixels of a title that cannot be set", n)
	}
}

// Nothing of the type leaves the frame.
func TestInsideTheFrame(t *testing.T) {
	for _, title := range []string{"W", "Twenty Thousand Leagues under the Seas", strings.Repeat("Incomprehensibilities ", 9), "Jjjjjjjjjjjj fffffffff"} {
		img, _ := drawn(t, title, strings.Repeat("Montgomery ", 12))
		p := decode(t, img)
		for y := range Height {
			for x := range Width {
				if i := p.Pix[y*p.Stride+x]; i >= ink && i < accent && (x < 90 || x > Width-90 || y < 130 || y > Height-70) {
					t.Fatalf("%.20q: ink at %d, %d", title, x, y)
				}
			}
		}
	}
}

// Every emblem is drawn whole, with room for the widest letter.
func TestEmblems(t *testing.T) {
	family, _ := face.Bundled("")
	for i, emblem := range emblems {
		c := newCanvas(schemes[0])
		l := lettering{c: c, family: family}
		if b := emblem().box(); b.Min.Y < 210 || b.Max.Y > titleTop-20 || b.Min.X < 150 || b.Max.X > Width-150 {
			t.Errorf("emblem %d spans %v", i, b)
		}
		c.fill(emblem(), accent, nil)
		whole := inked(c.Paletted, 0, Height, accent)
		clear(c.Pix)
		l.initial(emblem, 'W')
		if cut := inked(c.Paletted, 0, Height, accent); cut > whole-20_000 || cut < whole/2 {
			t.Errorf("emblem %d: %d pixels without the letter, %d with it", i, whole, cut)
		}
	}
}

func TestSchemesAreLegible(t *testing.T) {
	for i, s := range schemes {
		if c := contrast(s.ground, s.ink); c < 7 {
			t.Errorf("scheme %d: ink on ground %.1f:1", i, c)
		}
		if c := contrast(s.ground, s.accent); c < 3 {
			t.Errorf("scheme %d: accent on ground %.1f:1", i, c)
		}
	}
}

// contrast is the ratio of WCAG 2.2.
func contrast(a, b uint32) float64 {
	light := func(rgb uint32) float64 {
		part := func(shift int) float64 {
			v := float64(rgb>>shift&0xFF) / 255
			if v <= 0.04045 {
				return v / 12.92
			}
			return math.Pow((v+0.055)/1.055, 2.4)
		}
		return 0.2126*part(16) + 0.7152*part(8) + 0.0722*part(0)
	}
	x, y := light(a), light(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func TestLinesAreEven(t *testing.T) {
	family, _ := face.Bundled("")
	ts := (&lettering{family: family, own: face.Scripts}).typeset("", 0)
	ts.size = 146
	for title, want := range map[string]string{
		"Twenty Thousand Leagues under the Seas": "Twenty|Thousand|Leagues|under the Seas",
		"War and Peace":                          "War and Peace",
		"Last Orders/First Light":                "Last Orders/|First Light",
		"Salt":                                   "Salt",
	} {
		lines, ok := ts.fill(ts.split(title), 900, 4)
		if got := strings.Join(lines, "|"); got != want || !ok {
			t.Errorf("%q breaks as %q, want %q (%v)", title, got, want, ok)
		}
	}
}

// Whatever the title, its lines hold its letters in order, and no line is wider than the
// measure. (Drawing whole covers would try a title every few seconds.)
func FuzzTitle(f *testing.F) {
	family, err := face.Bundled("")
	if err != nil {
		f.Fatal(err)
	}
	ts := (&lettering{family: family, own: face.Scripts}).typeset("", 0)
	ts.size = 146
	f.Add("The Lamplighter")
	f.Add("a-b/c—d")
	f.Add("\xff\u202e♥")
	f.Add("Donaudampfschifffahrtsgesellschaftskapitän")
	letters := func(s string) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				return r
			}
			return -1
		}, s)
	}
	f.Fuzz(func(t *testing.T, title string) {
		if len(title) > 400 {
			return
		}
		title = strings.ToValidUTF8(title, "?") // as Draw gets it
		words := ts.divide(ts.split(title), measure*1000/smallest)
		lines, ok := ts.fill(words, measure, 6)
		got := letters(strings.Join(lines, ""))
		if ok && got != letters(title) {
			t.Errorf("%q has the lines %q", title, lines)
		}
		for _, l := range lines {
			if ok && ts.width(l) > measure {
				t.Errorf("%q has a line of %d pixels: %q", title, ts.width(l), l)
			}
		}
	})
}

// A word too long for its line is divided where a syllable may begin, and stays legible.
func TestDivide(t *testing.T) {
	family, _ := face.Bundled("")
	tp := (&lettering{family: family, own: face.Scripts}).typeset("", 0)
	const most = measure * 1000 / smallest
	for title, want := range map[string]string{
		"Tidewater": "Tidewater",
		"Donaudampfschifffahrtsgesellschaftskapitän": "Donaudampfschifffahrts-|gesellschaftskapitän",
		"The Floccinaucinihilipilification of Annie": "The|Floccinaucini-|hilipilification|of|Annie",
		strings.Repeat("x", 60):                      strings.Repeat(strings.Repeat("x", 15)+"-|", 3) + strings.Repeat("x", 15),
	} {
		var got []string
		for _, w := range tp.divide(tp.split(title), most) {
			if got = append(got, w.text); w.advance > most*5/4 {
				t.Errorf("%q is still far too long", w.text)
			}
		}
		if g := strings.Join(got, "|"); g != want {
			t.Errorf("%s becomes %s, want %s", title, g, want)
		}
	}
}
