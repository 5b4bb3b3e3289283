package pdf

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/bidi"

	"storybind/internal/book"
	"storybind/internal/book/booktest"
	"storybind/internal/face"
	"storybind/internal/typeset"
)

// drawnByHand is a book with one of everything, planned and drawn by gopdf.
func drawnByHand(t testing.TB) (*sheet, *written) {
	t.Helper()
	b := booktest.Every()
	doc := newHand(t).book(b)
	pictures, _ := preparePictures(doc)
	p, err := newPlan(context.Background(), doc, b, pictures)
	if err != nil {
		t.Fatal(err)
	}
	s := &sheet{plan: p, last: len(p.pages)}
	drawn, err := s.draw(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	w, err := readBack(drawn)
	if err != nil {
		t.Fatal(err)
	}
	return s, w
}

// Whatever a page says, reading it ends well, and a page that passes shows the
// glyphs of the plan and no others.
func FuzzRewrite(f *testing.F) {
	s, w := drawnByHand(f)
	const page = 3
	for _, c := range w.contents {
		f.Add(c)
	}
	text := func(content []byte) (s string) {
		for line := range bytes.Lines(content) {
			if bytes.HasPrefix(line, []byte("BT ")) {
				s += string(line)
			}
		}
		return s
	}
	good, err := s.rewrite(page, w.contents[page], map[int]string{})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		if out, err := s.rewrite(page, content, map[int]string{}); err == nil && text(out) != text(good) {
			t.Errorf("passed:\n%s", out)
		}
	})
}

// gopdf's page with a change for the worse must not pass.
func TestRewriteNoticesWhatIsWrong(t *testing.T) {
	s, w := drawnByHand(t)
	const page = 3 // with text, a rule and a picture
	good := string(w.contents[page])
	if _, err := s.rewrite(page, []byte(good), map[int]string{}); err != nil {
		t.Fatal(err)
	}
	change := func(old, new string) string {
		if !strings.Contains(good, old) {
			t.Fatalf("gopdf's page holds no %q:\n%.600s", old, good)
		}
		return strings.Replace(good, old, new, 1)
	}
	inner, text := strings.Index(good, "[<")+2, strings.Index(good, "BT\n")
	end := func(from int) int { return from + strings.Index(good[from:], "ET\n") + 3 }
	first, second := good[text:end(text)], good[end(text):end(end(text))]
	for name, bad := range map[string]string{
		"glyph lost":     good[:inner] + good[inner+4:],
		"glyph replaced": good[:inner] + "0020" + good[inner+4:],
		"glyph added":    good[:inner] + "0001" + good[inner:],
		"glyph adjusted": good[:inner+4] + ">7<0001" + good[inner+4:],
		"text lost":      good[:text] + good[text+strings.Index(good[text:], "ET\n")+3:],
		"text twice":     good[:text] + first + good[text:],
		"text behind":    good + first,
		"texts changed":  good[:text] + second + first + good[text+len(first)+len(second):],
		"text moved":     good[:text] + strings.Replace(good[text:], " ", " 1", 1),
		"text aside":     change("BT\n", "BT\n1"),
		"other size":     change(" Tf ", "1 Tf "),
		"other font":     change("/F1 ", "/F2 "),
		"letters spaced": change(" 0 Tc", " 1 Tc"),
		"rule lost":      change(" re f\n", "\n"),
		"cut off":        good[:len(good)/2],
		"empty":          "",
	} {
		if _, err := s.rewrite(page, []byte(bad), map[int]string{}); err == nil || !strings.Contains(err.Error(), "internal error") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Every glyph stands where typeset put it, to a hundredth of a point: the file's
// own widths and adjustments are added up.
func TestPositions(t *testing.T) {
	family, err := face.Bundled("")
	if err != nil {
		t.Fatal(err)
	}
	f := family.Faces[face.Regular]
	gs := glyphs(f, "AVATAR office", face.ShapeOptions{})
	gs[1].Advance += 700 // a stretched gap
	gs[2].Advance -= 150 // and a tight one
	gs[3].XOffset = 120  // moved aside without moving the rest
	gs[4].YOffset, gs[4].XOffset = 300, -40
	gs[6].Advance += 60_000 // more than one adjustment holds
	run := typeset.Run{Size: 12_345, X: 51_234, Raise: 3_000, Grey: 77, Wider: -13, Glyphs: gs, Text: "AVATAR office"}
	section := &book.Section{ID: "s"}
	doc := &typeset.Document{Faces: []*face.Face{f}, Pages: []*typeset.Page{{Width: 2_000_000, Height: 500_000, Label: "1",
		Lines: []*typeset.Line{{Section: section, Block: &book.Paragraph{}, Y: 100_000, Runs: []typeset.Run{run}},
			{Section: section, Block: &book.Paragraph{}, Y: 120_000, Runs: []typeset.Run{{Size: 12_345, X: 51_234, Grey: 77, Glyphs: gs[:1], Text: "A"}}}}}}}
	p, err := newPlan(context.Background(), doc, &book.Book{Body: []*book.Section{section}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	type spot struct{ x, y int64 } // millionths of a point
	var want, got []spot
	pen := int64(run.X) * 1000
	for _, g := range gs {
		want = append(want, spot{pen + int64(g.XOffset)*int64(run.Size)*987/1000, int64(100_000-run.Raise)*1000 - int64(g.YOffset)*int64(run.Size)})
		pen += int64(g.Advance) * int64(run.Size) * 987 / 1000
	}
	pp := &p.pages[0]
	for _, o := range pp.ops[:4] {
		x := int64(o.x) * 1000
		for i := o.from; i < o.to; i++ {
			got = append(got, spot{x, int64(o.y) * 1000})
			x += int64(p.fonts[0].width[pp.codes[i]]+int32(pp.adjusts[i])) * int64(o.size) * 987 / 1000
		}
	}
	if len(got) != len(want)+1 { // and the space at the line's end
		t.Fatalf("%d glyphs of %d", len(got), len(want))
	}
	for i := range want {
		if dx, dy := got[i].x-want[i].x, got[i].y-want[i].y; dx > 1000 || dx < -1000 || dy > 1000 || dy < -1000 {
			t.Errorf("glyph %d stands at %v instead of %v", i, got[i], want[i])
		}
	}
	// And gopdf writes just that.
	f2 := writePages(t, doc, &book.Book{Body: []*book.Section{section}})
	content := f2.content(f2.pages[0]["Contents"])
	if !bytes.Contains(content, []byte("0.3 g\n")) {
		t.Errorf("the grey is missing:\n%s", content)
	}
	if bytes.Count(content, []byte(" Tz ")) != 2 || bytes.Index(content, []byte(" 98.7 Tz ")) > bytes.Index(content, []byte(" 100 Tz ")) {
		t.Errorf("not one line narrower and the next as it was:\n%s", content)
	}
	if n := bytes.Count(content, []byte("BT ")); n != 5 {
		t.Errorf("%d pieces instead of 5:\n%s", n, content)
	}
}

// fromRight reports whether a character is written from right to left, or a point on one.
func fromRight(c rune) bool {
	p, _ := bidi.LookupRune(c)
	return p.Class() == bidi.R || p.Class() == bidi.AL || unicode.In(c, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko)
}

// Any text that a face can set is drawn as it is: the digest read back is the
// text's own, and the file can be read.
func FuzzText(f *testing.F) {
	for _, s := range []string{"Plain.", "fi ffl ﬁ Å é ẹ́ \u00AD-", "日本 ♥ ★", "(\\)\r\n\t", "1̈2", "\x00\xff\U000F0000", "Ångström’s “café” — naïve"} {
		f.Add(s, uint8(0))
	}
	family, err := face.Bundled("")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string, style uint8) {
		if len(text) > 2000 {
			return
		}
		text = strings.ToValidUTF8(text, "\uFFFD")
		if strings.ContainsFunc(text, fromRight) {
			return // typeset parts runs by direction; the hand that draws here goes from left to right
		}
		fc := family.Face(face.Style(style % 4))
		p := &book.Paragraph{Inlines: []book.Inline{book.Text{Value: text}}}
		s := &book.Section{ID: "s", Blocks: []book.Block{p}}
		b := &book.Book{Body: []*book.Section{s}, Meta: book.Metadata{Title: text, Description: text, Language: "en"}}
		h := newHand(t)
		h.newPage()
		h.put(typeset.BodyLine, s, p, h.down(), h.run(fc, size, inner, text, face.ShapeOptions{}))
		h.doc.Outline = []typeset.OutlineEntry{{Title: text, Level: 1}}
		file := writePages(t, h.doc, b)
		if got, want := file.result.Drawn["s"], book.Drawn(s); got != want {
			t.Errorf("drawn %+v, the text has %+v", got, want)
		}
	})
}
