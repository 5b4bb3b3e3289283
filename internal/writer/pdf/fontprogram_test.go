package pdf

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"storybind/internal/face"
)

// The embedded program shows, for each code, the outline that the face has for
// its glyph, down to the last piece, and the same metrics.
func TestProgram(t *testing.T) {
	faces := []*face.Face{face.Symbols()}
	for _, name := range face.BundledNames() {
		family, err := face.Bundled(name)
		if err != nil {
			t.Fatal(err)
		}
		faces = append(faces, family.Faces[:]...)
	}
	for _, fc := range faces {
		if fc == nil {
			continue
		}
		f := newFont(fc)
		for g := fc.NumGlyphs() - 1; g >= 0; g -= 3 { // backwards, so that pieces come late
			if _, err := f.code(uint16(g), fmt.Sprint(g)); err != nil {
				t.Fatal(err)
			}
		}
		program, err := f.program()
		if err != nil {
			t.Fatal(err)
		}
		compare(t, fc.Name(), f, fc.TTF(), program)
	}
}

func compare(t *testing.T, name string, f *font, ttf, program []byte) {
	t.Helper()
	before, err := readTables(ttf)
	if err != nil {
		t.Fatal(err)
	}
	after, err := readTables(program)
	if err != nil {
		t.Fatal(err)
	}
	old, err := before.outlines()
	if err != nil {
		t.Fatal(err)
	}
	now, err := after.outlines()
	if err != nil {
		t.Fatal(err)
	}
	metrics, err := before.metricsOf(f.glyph)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(after["hmtx"], metrics) {
		t.Errorf("%s: the widths are others", name)
	}
	for code, g := range f.glyph {
		if a, b := drawing(t, old, g, 0), drawing(t, now, uint16(code), 0); a != b {
			t.Fatalf("%s: code %d is not glyph %d", name, code, g)
		}
	}
	var sum uint32 // of a whole file (OpenType 1.9, "Calculating Checksums")
	for b := program; len(b) >= 4; b = b[4:] {
		sum += be.Uint32(b)
	}
	if sum != 0xB1B0AFBA {
		t.Errorf("%s: the check sum of the file is %X", name, sum)
	}
}

// drawing writes an outline out with its pieces in the place of their numbers.
func drawing(t *testing.T, outline func(uint16) ([]byte, error), g uint16, depth int) string {
	t.Helper()
	b, err := outline(g)
	if err != nil {
		t.Fatal(err)
	}
	if depth > 8 {
		t.Fatalf("glyph %d is a piece of itself", g)
	}
	b = bytes.TrimRight(slices.Clone(b), "\x00") // only padding may differ
	var pieces strings.Builder
	full := append(slices.Clone(b), make([]byte, 16)...)
	if err := face.EachPiece(full, func(number []byte) error {
		pieces.WriteString("(" + drawing(t, outline, be.Uint16(number), depth+1) + ")")
		be.PutUint16(number, 0)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return string(bytes.TrimRight(full, "\x00")) + pieces.String()
}

// A piece of a piece comes along, as gopdf's own subsets forget.
func TestPiecesOfPieces(t *testing.T) {
	simple := append([]byte{0, 1, 0, 0, 0, 0, 0, 9, 0, 9}, 0, 2, 0, 0, 1, 1, 1, 0, 9, 0, 9, 9)
	composite := func(of uint16) []byte {
		return append([]byte{0xFF, 0xFF, 0, 0, 0, 0, 0, 9, 0, 9, 0, 1}, byte(of>>8), byte(of), 0, 1, 0, 2)
	}
	var glyf, loca []byte
	for _, shape := range [][]byte{simple, simple, composite(1), composite(2)} {
		loca = be.AppendUint32(loca, uint32(len(glyf)))
		glyf = append(glyf, shape...)
	}
	loca = be.AppendUint32(loca, uint32(len(glyf)))
	head, hhea := make([]byte, 54), make([]byte, 36)
	be.PutUint16(head[50:], 1)
	be.PutUint16(hhea[34:], 1)
	tt := tables{"head": head, "hhea": hhea, "maxp": make([]byte, 6), "hmtx": []byte{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, "loca": loca, "glyf": glyf}
	f := &font{glyph: []uint16{0, 3}}
	program, err := f.programOf(tt)
	if err != nil {
		t.Fatal(err)
	}
	compare(t, "pieces", f, tt.write(), program)

	// Broken outlines are an error and nothing worse.
	for cut := range composite(1) {
		tt["glyf"] = append(slices.Clone(simple), composite(1)[:cut]...)
		tt["loca"] = []byte{0, 0, 0, 0, 0, 0, 0, 22, 0, 0, 0, 22, 0, 0, 0, 22, 0, 0, 0, byte(22 + cut)}
		f.programOf(tt)
	}
}
