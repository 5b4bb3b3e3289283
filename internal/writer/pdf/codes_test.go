package pdf

import (
	"bytes"
	"testing"

	"github.com/signintech/gopdf"

	"storybind/internal/face"
)

func TestCodes(t *testing.T) {
	family, err := face.Bundled("")
	if err != nil {
		t.Fatal(err)
	}
	f := newFont(family.Faces[face.Regular])
	for _, c := range []struct {
		glyph uint16
		text  string
		want  uint16
	}{{70, "a", 1}, {71, "-", 2}, {71, "\u00AD", 3}, {70, "a", 1}, {71, "", 4}, {71, "\u00AD", 3}, {71, "-", 2}, {0, "x", 5}, {71, "", 4}, {0, "x", 5}} {
		if got, err := f.code(c.glyph, c.text); got != c.want || err != nil {
			t.Errorf("glyph %d for %q has code %d (%v), not %d", c.glyph, c.text, got, err, c.want)
		}
	}
	if _, err := f.code(uint16(f.face.NumGlyphs()), "?"); err == nil {
		t.Error("a glyph that the face lacks has a code")
	}
	unicode := f.toUnicode()
	for _, want := range []string{"5 beginbfchar\n", "<0001><0061>\n", "<0003><00AD>\n", "<0004><2060>\n"} {
		if !bytes.Contains(unicode, []byte(want)) {
			t.Errorf("%q is missing in\n%s", want, unicode)
		}
	}
	f.text[1], f.text[2] = "ffi", "\U0001F388"
	unicode = f.toUnicode()
	for _, want := range []string{"<0001><006600660069>\n", "<0002><D83CDF88>\n"} {
		if !bytes.Contains(unicode, []byte(want)) {
			t.Errorf("%q is missing in\n%s", want, unicode)
		}
	}
}

// gopdf maps each code's character back to the code, on both sides of the
// surrogates and to the last.
func TestDrawingFont(t *testing.T) {
	for _, n := range []int{1, 2, 300, 0xD800 - firstCharacter, 0xD800 - firstCharacter + 1, maxCodes} {
		f := &font{glyph: make([]uint16, n), width: make([]int32, n)}
		for i := range f.width {
			f.width[i] = int32(i % 5000)
		}
		var theirs gopdf.SubsetFontObj
		theirs.SetTtfFontOption(gopdf.TtfOption{UseKerning: true})
		if err := theirs.SetTTFData(f.drawingFont()); err != nil {
			t.Fatalf("%d codes: %v", n, err)
		}
		for c := range n {
			r := character(uint16(c))
			if string(r) == "\uFFFD" {
				t.Fatalf("code %d has no character", c)
			}
			g, err := theirs.CharCodeToGlyphIndex(r)
			if err != nil || int(g) != c {
				t.Fatalf("%d codes: gopdf takes code %d for glyph %d (%v)", n, c, g, err)
			}
			if w := theirs.GlyphIndexToPdfWidth(g); int32(w) != f.width[c] {
				t.Fatalf("%d codes: code %d is %d wide, not %d", n, c, w, f.width[c])
			}
		}
	}
}
