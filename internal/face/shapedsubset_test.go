package face

import (
	"slices"
	"strings"
	"testing"
)

// A face cut down for a text sets it as the whole face does, and knows nothing else.
func TestShapedSubset(t *testing.T) {
	for _, name := range BundledNames() {
		family, err := Bundled(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, whole := range family.Faces {
			words := []string{"AVATAR", "official", "fjord,", "“Wait,”", "Ångström", "naïve"}
			if whole.Covers('ж') {
				words = append(words, "жар-птица", "Ωκεανός", "Đêm")
			}
			runes := []rune(strings.Join(words, " "))
			ttf, err := whole.ShapedSubset(runes, words)
			if err != nil {
				t.Fatal(err)
			}
			again, _ := whole.ShapedSubset(runes, words)
			if !slices.Equal(ttf, again) {
				t.Errorf("%s: two subsets differ", whole.Name())
			}
			if len(ttf) > len(whole.TTF())*2/3 {
				t.Errorf("%s: the subset has %d bytes, the whole face %d", whole.Name(), len(ttf), len(whole.TTF()))
			}
			cut, err := Parse("cut", ttf)
			if err != nil {
				t.Fatalf("%s: %v", whole.Name(), err)
			}
			for _, w := range words {
				for _, o := range []ShapeOptions{{}, {SmallCaps: true}} {
					want, got := whole.Shape(w, ShapeOptions{}), cut.Shape(w, o)
					if !slices.Equal(want, got) {
						t.Errorf("%s: %s is set as %v, want %v", whole.Name(), w, got, want)
					}
					for _, g := range got {
						if len(cut.Outline(g.ID)) != len(whole.Outline(g.ID)) {
							t.Errorf("%s: %s has lost the outline of glyph %d", whole.Name(), w, g.ID)
						}
					}
				}
			}
			for _, r := range "ZŁβ" {
				if cut.Covers(r) {
					t.Errorf("%s: the subset still maps %c", whole.Name(), r)
				}
			}
		}
	}
}

// The basic plane's map has every character but one that format 4 cannot tell apart.
func TestCharMap(t *testing.T) {
	f, err := Bundled("")
	if err != nil {
		t.Fatal(err)
	}
	whole := f.Faces[Regular]
	var all []rune
	for r := rune(0); r < 0x20000; r++ {
		if whole.Covers(r) {
			all = append(all, r)
		}
	}
	ttf, err := whole.ShapedSubset(all, nil)
	if err != nil {
		t.Fatal(err)
	}
	cut, err := Parse("cut", ttf)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range all {
		if cut.Glyph(r) != whole.Glyph(r) {
			t.Fatalf("U+%04X is glyph %d, want %d", r, cut.Glyph(r), whole.Glyph(r))
		}
	}
}
