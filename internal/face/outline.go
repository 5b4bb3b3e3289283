package face

// A Point is a point of an outline in font units (see UnitsPerEm), y upwards.
type Point struct {
	X, Y int32
	On   bool // on the curve; a point off it is the control point of a quadratic Bézier curve
}

// Outline is the glyph's closed contours, as OpenType 1.9 ("glyf") stores them:
// between two points off the curve lies one on it, half way. It is nil for a
// glyph without ink. Parts of a composite glyph that are scaled or turned are
// left as they are drawn: no bundled face has them.
func (f *Face) Outline(gid uint16) [][]Point {
	parts := 64 // more than any real glyph has; a broken one may name itself
	return f.outline(gid, &parts)
}

func (f *Face) outline(gid uint16, parts *int) [][]Point {
	b := f.glyf(gid)
	if len(b) < 10 || *parts == 0 {
		return nil
	}
	*parts--
	if n := int(int16(be.Uint16(b))); n >= 0 {
		return simple(b[10:], n)
	}
	var out [][]Point
	for b = b[10:]; len(b) >= 6; {
		const words, offsets, more = 0x0001, 0x0002, 0x0020
		flags, part := be.Uint16(b), be.Uint16(b[2:])
		var dx, dy int32
		if flags&words != 0 {
			if len(b) < 8 {
				return out
			}
			dx, dy = int32(int16(be.Uint16(b[4:]))), int32(int16(be.Uint16(b[6:])))
			b = b[8:]
		} else {
			dx, dy = int32(int8(b[4])), int32(int8(b[5]))
			b = b[6:]
		}
		if flags&offsets == 0 { // points of two parts matched: not in use for text faces
			dx, dy = 0, 0
		}
		for _, c := range f.outline(part, parts) {
			for i := range c {
				c[i].X += dx
				c[i].Y += dy
			}
			out = append(out, c)
		}
		skip := 0
		switch {
		case flags&0x0008 != 0:
			skip = 2
		case flags&0x0040 != 0:
			skip = 4
		case flags&0x0080 != 0:
			skip = 8
		}
		if flags&more == 0 || len(b) < skip {
			break
		}
		b = b[skip:]
	}
	return out
}

// glyf is the glyph's part of the table of outlines; nil where it has none.
func (f *Face) glyf(gid uint16) []byte {
	loca, glyf := f.tables["loca"], f.tables["glyf"]
	var from, to uint64
	if i := int(gid); int(be.Uint16(f.tables["head"][50:])) != 0 {
		if len(loca) < 4*i+8 {
			return nil
		}
		from, to = uint64(be.Uint32(loca[4*i:])), uint64(be.Uint32(loca[4*i+4:]))
	} else {
		if len(loca) < 2*i+4 {
			return nil
		}
		from, to = 2*uint64(be.Uint16(loca[2*i:])), 2*uint64(be.Uint16(loca[2*i+2:]))
	}
	if from >= to || to > uint64(len(glyf)) {
		return nil
	}
	return glyf[from:to]
}

// simple reads n contours; nil when the bytes end too early.
func simple(b []byte, n int) [][]Point {
	if len(b) < 2*n+2 || n == 0 {
		return nil
	}
	ends := make([]int, n)
	for i := range ends {
		ends[i] = int(be.Uint16(b[2*i:])) + 1
	}
	total := ends[n-1]
	hints := int(be.Uint16(b[2*n:]))
	if len(b) < 2*n+2+hints {
		return nil
	}
	b = b[2*n+2+hints:]
	const onCurve, shortX, shortY, repeat, sameX, sameY = 1, 2, 4, 8, 16, 32
	flags := make([]byte, 0, total)
	for len(flags) < total {
		if len(b) == 0 {
			return nil
		}
		f, times := b[0], 1
		b = b[1:]
		if f&repeat != 0 {
			if len(b) == 0 {
				return nil
			}
			times += int(b[0])
			b = b[1:]
		}
		for range min(times, total-len(flags)) {
			flags = append(flags, f)
		}
	}
	points := make([]Point, total)
	coordinate := func(short, same byte, set func(p *Point, v int32)) bool {
		v := int32(0)
		for i, f := range flags {
			switch {
			case f&short != 0:
				if len(b) < 1 {
					return false
				}
				if f&same != 0 {
					v += int32(b[0])
				} else {
					v -= int32(b[0])
				}
				b = b[1:]
			case f&same == 0:
				if len(b) < 2 {
					return false
				}
				v += int32(int16(be.Uint16(b)))
				b = b[2:]
			}
			set(&points[i], v)
		}
		return true
	}
	if !coordinate(shortX, sameX, func(p *Point, v int32) { p.X = v }) || !coordinate(shortY, sameY, func(p *Point, v int32) { p.Y = v }) {
		return nil
	}
	out := make([][]Point, 0, n)
	from := 0
	for _, end := range ends {
		if end < from || end > total {
			return nil
		}
		for i := from; i < end; i++ {
			points[i].On = flags[i]&onCurve != 0
		}
		out = append(out, points[from:end:end])
		from = end
	}
	return out
}
