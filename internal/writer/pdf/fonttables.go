package pdf

import (
	"fmt"

	"storybind/internal/face"
)

// tables are a font file's tables by tag.
type tables face.Tables

// readTables finds the tables of a TrueType file that package face has read before.
func readTables(ttf []byte) (tables, error) {
	t, err := face.SplitTables(ttf)
	if err != nil {
		return nil, err
	}
	for tag, size := range map[string]int{"head": 54, "hhea": 36, "maxp": 6, "hmtx": 4, "loca": 4, "glyf": 0} {
		if len(t[tag]) < size {
			return nil, fmt.Errorf("table %q is cut off", tag)
		}
	}
	return tables(t), nil
}

// outlines gives access to the glyphs' outlines by number.
func (t tables) outlines() (func(glyph uint16) ([]byte, error), error) {
	loca, glyf := t["loca"], t["glyf"]
	at := func(i int) int { return 2 * int(be.Uint16(loca[2*i:])) }
	count := len(loca)/2 - 1
	if be.Uint16(t["head"][50:]) != 0 {
		at = func(i int) int { return int(be.Uint32(loca[4*i:])) }
		count = len(loca)/4 - 1
	}
	return func(glyph uint16) ([]byte, error) {
		if int(glyph) >= count {
			return nil, fmt.Errorf("glyph %d has no outline", glyph)
		}
		from, to := at(int(glyph)), at(int(glyph)+1)
		if from > to || to > len(glyf) {
			return nil, fmt.Errorf("glyph %d lies outside its table", glyph)
		}
		return glyf[from:to], nil
	}, nil
}

// metricsOf is the table hmtx for just these glyphs.
func (t tables) metricsOf(glyphs []uint16) ([]byte, error) {
	hmtx, full := t["hmtx"], int(be.Uint16(t["hhea"][34:]))
	if full == 0 || len(hmtx) < 4*full {
		return nil, fmt.Errorf("table \"hmtx\" is cut off")
	}
	out := make([]byte, 0, 4*len(glyphs))
	for _, g := range glyphs {
		i := int(g)
		if i < full {
			out = append(out, hmtx[4*i:4*i+4]...)
			continue
		}
		// Behind the full rows stand only left bearings; the last width serves all.
		out = append(out, hmtx[4*full-4:4*full-2]...)
		if b := 4*full + 2*(i-full); b+2 <= len(hmtx) {
			out = append(out, hmtx[b:b+2]...)
		} else {
			out = append(out, 0, 0)
		}
	}
	return out, nil
}

// write makes a file of the tables, with right check sums.
func (t tables) write() []byte { return face.Tables(t).Write() }
