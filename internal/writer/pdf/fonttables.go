package pdf

import (
	"fmt"
	"slices"
)

// tables are a font file's tables by tag (OpenType 1.9, "Organization of an
// OpenType Font").
type tables map[string][]byte

// readTables finds the tables of a TrueType file that package face has read before.
func readTables(ttf []byte) (tables, error) {
	t := tables{}
	for i := 0; 12+16*(i+1) <= len(ttf) && i < int(be.Uint16(ttf[4:])); i++ {
		row := ttf[12+16*i:]
		from, length := uint64(be.Uint32(row[8:])), uint64(be.Uint32(row[12:]))
		if from+length > uint64(len(ttf)) {
			return nil, fmt.Errorf("table %q lies outside the file", row[:4])
		}
		t[string(row[:4])] = ttf[from : from+length]
	}
	for tag, size := range map[string]int{"head": 54, "hhea": 36, "maxp": 6, "hmtx": 4, "loca": 4, "glyf": 0} {
		if len(t[tag]) < size {
			return nil, fmt.Errorf("table %q is cut off", tag)
		}
	}
	return t, nil
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

// write makes a file of the tables, sorted by tag, with right check sums.
func (t tables) write() []byte {
	tags := make([]string, 0, len(t))
	for tag := range t {
		tags = append(tags, tag)
	}
	slices.Sort(tags)
	power, log := 1, 0
	for power*2 <= len(tags) {
		power, log = power*2, log+1
	}
	out := []byte{0, 1, 0, 0}
	for _, v := range []int{len(tags), power * 16, log, (len(tags) - power) * 16} {
		out = be.AppendUint16(out, uint16(v))
	}
	out = append(out, make([]byte, 16*len(tags))...)
	head := 0
	for i, tag := range tags {
		row := out[12+16*i:]
		copy(row, tag)
		be.PutUint32(row[8:], uint32(len(out)))
		be.PutUint32(row[12:], uint32(len(t[tag])))
		at := len(out)
		out = append(out, t[tag]...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
		if tag == "head" {
			head = at
			be.PutUint32(out[at+8:], 0)
		}
		be.PutUint32(out[12+16*i+4:], checkSum(out[at:]))
	}
	if head > 0 {
		be.PutUint32(out[head+8:], 0xB1B0AFBA-checkSum(out))
	}
	return out
}

func checkSum(b []byte) uint32 {
	var sum uint32
	for ; len(b) >= 4; b = b[4:] {
		sum += be.Uint32(b)
	}
	return sum
}
