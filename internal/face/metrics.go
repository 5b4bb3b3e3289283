package face

import "fmt"

// readMetrics reads head, hhea, hmtx, maxp, OS/2 and post.
func (f *Face) readMetrics(name string) error {
	t := f.tables
	if len(t["head"]) < 54 || len(t["hhea"]) < 36 || len(t["maxp"]) < 6 {
		return fmt.Errorf("font %s is broken: a table of its measures is cut off", name)
	}
	f.upem = int(be.Uint16(t["head"][18:]))
	f.glyphs = int(be.Uint16(t["maxp"][4:]))
	if f.upem < 16 || f.glyphs == 0 {
		return fmt.Errorf("font %s is broken: %d units in the em, %d glyphs", name, f.upem, f.glyphs)
	}
	n := min(int(be.Uint16(t["hhea"][34:])), f.glyphs)
	if n == 0 || len(t["hmtx"]) < 4*n {
		return fmt.Errorf("font %s is broken: its table of widths is cut off", name)
	}
	f.advances = make([]int32, n)
	for i := range n {
		f.advances[i] = int32(int(be.Uint16(t["hmtx"][4*i:])) * 1000 / f.upem)
	}
	signed := func(b []byte) int32 { return int32(int16(be.Uint16(b))) }
	m := Metrics{Ascender: f.em(signed(t["hhea"][4:])), Descender: -f.em(signed(t["hhea"][6:]))}
	if os2 := t["OS/2"]; len(os2) >= 90 && be.Uint16(os2) >= 2 {
		m.XHeight, m.CapHeight = f.em(signed(os2[86:])), f.em(signed(os2[88:]))
	}
	if m.XHeight <= 0 {
		m.XHeight = 450
	}
	if m.CapHeight <= 0 {
		m.CapHeight = 650
	}
	if post := t["post"]; len(post) >= 8 {
		m.ItalicAngle = int32(int64(int32(be.Uint32(post[4:]))) * 1000 / 65536)
	}
	f.metrics = m
	return nil
}

// em turns font units into thousandths of an em, rounded to the nearest.
func (f *Face) em(units int32) int32 {
	v, u := int64(units)*2000, int64(f.upem)
	if v < 0 {
		return int32(-((-v + u) / (2 * u)))
	}
	return int32((v + u) / (2 * u))
}

// checkOutlines looks whether every glyph's outline lies inside its table, so
// that later floors can cut the file without looking.
func (f *Face) checkOutlines() error {
	loca, glyf := f.tables["loca"], len(f.tables["glyf"])
	long := be.Uint16(f.tables["head"][50:]) != 0
	size := 2
	if long {
		size = 4
	}
	if len(loca) < size*(f.glyphs+1) {
		return fmt.Errorf("font %s is broken: its list of outlines is cut off", f.name)
	}
	last := 0
	for i := range f.glyphs + 1 {
		at := 2 * int(be.Uint16(loca[2*i:]))
		if long {
			at = int(be.Uint32(loca[4*i:]))
		}
		if at < last || at > glyf {
			return fmt.Errorf("font %s is broken: the outline of glyph %d lies outside its table", f.name, i)
		}
		last = at
	}
	return nil
}
