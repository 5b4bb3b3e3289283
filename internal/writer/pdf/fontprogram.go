package pdf

import (
	"encoding/binary"
	"fmt"

	"storybind/internal/face"
)

var be = binary.BigEndian

// program makes the font program that is embedded: a TrueType file of just the
// glyphs that have codes, in the order of the codes, with the pieces that composite
// glyphs need behind them. So a code is a glyph number (CIDToGIDMap Identity).
//
// gopdf could embed a subset itself, but keeps a row for each of the face's
// thousands of glyphs, and leaves out pieces of pieces.
func (f *font) program() ([]byte, error) {
	t, err := readTables(f.face.TTF())
	if err == nil {
		var file []byte
		if file, err = f.programOf(t); err == nil {
			return file, nil
		}
	}
	return nil, fmt.Errorf("font %s: %w", f.face.Name(), err)
}

func (f *font) programOf(t tables) ([]byte, error) {
	outline, err := t.outlines()
	if err != nil {
		return nil, err
	}
	// place is the new number of each old glyph; glyphs is the reverse and grows
	// while pieces turn up.
	glyphs := append([]uint16(nil), f.glyph...)
	place := make(map[uint16]uint16, len(glyphs)+16)
	for i, g := range glyphs {
		if _, ok := place[g]; !ok && (i >= len(f.parts) || f.parts[i] == nil) {
			place[g] = uint16(i)
		}
	}
	var glyf []byte
	loca := make([]byte, 0, 4*len(glyphs)+4)
	for i := 0; i < len(glyphs); i++ {
		loca = be.AppendUint32(loca, uint32(len(glyf)))
		shape, err := outline(glyphs[i])
		if i < len(f.parts) && f.parts[i] != nil {
			shape, err = composite(f.parts[i], f.face.UnitsPerEm(), outline)
		}
		if err != nil {
			return nil, err
		}
		start := len(glyf)
		glyf = append(glyf, shape...)
		err = face.EachPiece(glyf[start:], func(number []byte) error {
			g := be.Uint16(number)
			to, ok := place[g]
			if !ok {
				if len(glyphs) >= 0xFFFF {
					return fmt.Errorf("too many glyphs")
				}
				to = uint16(len(glyphs))
				place[g] = to
				glyphs = append(glyphs, g)
			}
			be.PutUint16(number, to)
			return nil
		})
		if err != nil {
			return nil, fmt.Errorf("glyph %d: %w", glyphs[i], err)
		}
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
	}
	loca = be.AppendUint32(loca, uint32(len(glyf)))

	hmtx, err := t.metricsOf(glyphs)
	if err != nil {
		return nil, err
	}
	for i, parts := range f.parts {
		if parts != nil {
			be.PutUint16(hmtx[4*i:], uint16(int(f.width[i])*f.face.UnitsPerEm()/1000))
			if at := be.Uint32(loca[4*i:]); at < be.Uint32(loca[4*i+4:]) {
				copy(hmtx[4*i+2:4*i+4], glyf[at+2:]) // the left bearing is the box's left edge
			}
		}
	}
	head, hhea, maxp := clone(t["head"]), clone(t["hhea"]), clone(t["maxp"])
	be.PutUint16(head[50:], 1) // long offsets
	be.PutUint16(hhea[34:], uint16(len(glyphs)))
	be.PutUint16(maxp[4:], uint16(len(glyphs)))
	f.composed(maxp)
	out := tables{"head": head, "hhea": hhea, "maxp": maxp, "hmtx": hmtx, "loca": loca, "glyf": glyf}
	for _, tag := range []string{"cvt ", "fpgm", "prep"} { // what hinting needs
		if len(t[tag]) > 0 {
			out[tag] = t[tag]
		}
	}
	return out.write(), nil
}

func clone(b []byte) []byte { return append([]byte(nil), b...) }
