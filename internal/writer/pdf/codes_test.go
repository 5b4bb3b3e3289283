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

// gopdf maps each slug's character back to the slug.
func TestSlugFont(t *testing.T) {
	var theirs gopdf.SubsetFontObj
	theirs.SetTtfFontOption(gopdf.TtfOption{})
	if err := theirs.SetTTFData(slugFont()); err != nil {
		t.Fatal(err)
	}
	seen := map[uint16]bool{}
	for n := range slugs {
		s := slug(n)
		if seen[s] || s == 0 || slug(n+slugs) != s {
			t.Fatalf("text %d is slug %d", n, s)
		}
		seen[s] = true
		if g, err := theirs.CharCodeToGlyphIndex(character(s)); err != nil || g != uint(s) {
			t.Fatalf("gopdf takes slug %d for glyph %d (%v)", s, g, err)
		}
	}
}
