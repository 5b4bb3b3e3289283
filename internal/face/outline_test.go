package face

import (
	"bytes"
	"testing"

	"github.com/go-text/typesetting/font"
)

// The outlines' extents are those that the shaping library sees.
func TestOutline(t *testing.T) {
	every(t, func(t *testing.T, f *Face) {
		other, err := font.ParseTTF(bytes.NewReader(f.ttf))
		if err != nil {
			t.Fatal(err)
		}
		inked := 0
		for gid := range min(f.NumGlyphs(), 2000) {
			contours := f.Outline(uint16(gid))
			data, ok := other.GlyphData(font.GID(gid)).(font.GlyphOutline)
			if !ok {
				t.Fatalf("glyph %d has no outline", gid)
			}
			var want, got [4]float32
			first := true
			for _, s := range data.Segments {
				for _, a := range s.ArgsSlice() {
					extend(&want, a.X, a.Y, first)
					first = false
				}
			}
			first = true
			for _, c := range contours {
				for _, p := range c {
					extend(&got, float32(p.X), float32(p.Y), first)
					first = false
				}
			}
			if got != want {
				t.Errorf("glyph %d spans %v, want %v", gid, got, want)
			}
			if !first {
				inked++
			}
		}
		if inked < 50 {
			t.Errorf("only %d glyphs have ink", inked)
		}
	})
}

func extend(b *[4]float32, x, y float32, first bool) {
	if first {
		*b = [4]float32{x, y, x, y}
		return
	}
	b[0], b[1], b[2], b[3] = min(b[0], x), min(b[1], y), max(b[2], x), max(b[3], y)
}

// Broken outlines are no outlines, never a panic.
func FuzzOutline(f *testing.F) {
	f.Add([]byte{0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0x33, 1, 2, 3})
	f.Fuzz(func(t *testing.T, b []byte) {
		face := &Face{tables: Tables{"glyf": b, "loca": []byte{0, 0, byte(len(b) >> 9), byte(len(b) >> 1)}, "head": make([]byte, 54)}}
		face.Outline(0)
	})
}
