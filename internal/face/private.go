package face

import "fmt"

// Code points that Unicode leaves to private use: the ones of the basic plane,
// and plane 15 for faces with more glyphs than those.
const (
	basicPrivate  = 0xE000
	basicCount    = 6400
	fifteenthPlan = 0xF0000
)

// Private is a copy of the face whose character map maps the code point first +
// g to glyph g, for every glyph, so that a library that draws only characters
// can draw what HarfBuzz chose. The layout tables are left out. It is made once
// and shared; callers must not change it.
func (f *Face) Private() (ttf []byte, first rune, err error) {
	f.privateOnce.Do(func() {
		f.first = basicPrivate
		if f.glyphs > basicCount {
			f.first = fifteenthPlan
		}
		if f.glyphs > 0xFFFD { // plane 15 ends with two noncharacters
			f.privateErr = fmt.Errorf("font %s has %d glyphs; storybind can draw fonts of up to %d", f.name, f.glyphs, 0xFFFD)
			return
		}
		t := sfnt{}
		for tag, b := range f.tables {
			switch tag {
			case "GDEF", "GPOS", "GSUB", "STAT", "kern", "DSIG", "vhea", "vmtx":
			default:
				t[tag] = b
			}
		}
		t["cmap"] = privateCmap(f.first, f.glyphs)
		f.private = t.write()
	})
	return f.private, f.first, f.privateErr
}

// privateCmap is a character map with the two subtables that readers ask for:
// (3,1) format 4, which holds the basic plane, and (3,10) format 12.
func privateCmap(first rune, glyphs int) []byte {
	var out []byte
	u16 := func(vs ...uint16) {
		for _, v := range vs {
			out = be.AppendUint16(out, v)
		}
	}
	u32 := func(vs ...uint32) {
		for _, v := range vs {
			out = be.AppendUint32(out, v)
		}
	}
	segments := uint16(1)
	if first == basicPrivate {
		segments = 2
	}
	length4 := 16 + 8*segments
	u16(0, 2)
	u16(3, 1)
	u32(20)
	u16(3, 10)
	u32(20 + uint32(length4))
	u16(4, length4, 0, 2*segments, 2*segments, segments-1, 0)
	if first == basicPrivate {
		u16(uint16(first)+uint16(glyphs-1), 0xFFFF, 0)                    // end codes, padding
		u16(uint16(first), 0xFFFF, uint16(-int32(first)&0xFFFF), 1, 0, 0) // start codes, deltas, range offsets
	} else {
		u16(0xFFFF, 0, 0xFFFF, 1, 0)
	}
	u16(12, 0)
	u32(16+12, 0, 1, uint32(first), uint32(first)+uint32(glyphs-1), 0)
	return out
}
