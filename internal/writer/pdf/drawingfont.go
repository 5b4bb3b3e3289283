package pdf

// drawingFont is the font that gopdf draws with: it has a glyph for each code,
// no outlines, and exactly the widths that typeset measured with. gopdf needs no
// more to place text and to write it; the real outlines are embedded afterwards
// (see program). Its em is 1,000 units, so a kerning value is the same number
// for us, for gopdf and in the file.
func (f *font) drawingFont() []byte {
	n := len(f.glyph)
	head := make([]byte, 54)
	be.PutUint32(head, 0x00010000)
	be.PutUint32(head[12:], 0x5F0F3CF5) // the format's magic number
	be.PutUint16(head[18:], 1000)
	be.PutUint16(head[50:], 1) // long offsets

	hhea := make([]byte, 36)
	be.PutUint32(hhea, 0x00010000)
	be.PutUint16(hhea[34:], uint16(n))

	maxp := make([]byte, 6)
	be.PutUint32(maxp, 0x00005000)
	be.PutUint16(maxp[4:], uint16(n))

	hmtx := make([]byte, 4*n)
	for i, w := range f.width {
		be.PutUint16(hmtx[4*i:], uint16(w))
	}

	// gopdf asks for a PostScript name, and for these tables, but uses nothing of them.
	name := []byte{0, 0, 0, 1, 0, 18, 0, 1, 0, 0, 0, 0, 0, 6, 0, 1, 0, 0, 'F'}
	return tables{
		"head": head, "hhea": hhea, "maxp": maxp, "hmtx": hmtx, "cmap": drawingMap(n), "name": name,
		"OS/2": make([]byte, 78), "post": make([]byte, 32), "loca": make([]byte, 4*(n+1)), "glyf": nil,
	}.write()
}

// drawingMap maps character(c) to glyph c for all codes below n (OpenType 1.9,
// "cmap", format 4; surrogates part the characters in two stretches).
func drawingMap(n int) []byte {
	type stretch struct{ from, to, delta uint16 }
	const before = 0xD800 - firstCharacter // codes below the surrogates
	minus := func(v int) uint16 { return uint16(-v) }
	var parts []stretch
	if n <= before {
		parts = append(parts, stretch{firstCharacter, uint16(firstCharacter + n - 1), minus(firstCharacter)})
	} else {
		parts = append(parts,
			stretch{firstCharacter, 0xD7FF, minus(firstCharacter)},
			stretch{0xE000, uint16(firstCharacter + 0x800 + n - 1), minus(firstCharacter + 0x800)})
	}
	parts = append(parts, stretch{0xFFFF, 0xFFFF, 1})
	var b []byte
	u16 := func(vs ...uint16) {
		for _, v := range vs {
			b = be.AppendUint16(b, v)
		}
	}
	k := uint16(len(parts))
	u16(0, 1, 3, 1, 0, 12, 4, 16+8*k, 0, 2*k, 4, 1, 2*k-4)
	for _, p := range parts {
		u16(p.to)
	}
	u16(0)
	for _, p := range parts {
		u16(p.from)
	}
	for _, p := range parts {
		u16(p.delta)
	}
	for range parts {
		u16(0)
	}
	return b
}
