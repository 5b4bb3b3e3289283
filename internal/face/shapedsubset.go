package face

import (
	"fmt"
	"slices"
	"strings"
)

// ShapedSubset is a TrueType file for embedding that sets the words as the face itself
// does, with its kerning and ligatures: glyphs keep their numbers, so the layout
// tables serve as they are, and the outlines of all glyphs that the words do not need
// are empty. Only the characters are mapped; small capitals are left to the reading
// system. A face whose tables would outweigh the outlines (East Asian ones) is cut
// down by [Face.Subset] instead.
func (f *Face) ShapedSubset(runes []rune, words []string) ([]byte, error) {
	const heavy = 512 << 10
	if len(f.tables["GPOS"])+len(f.tables["GSUB"])+len(f.tables["kern"])+8*f.glyphs > heavy {
		return f.Subset(runes)
	}
	runes = slices.Clone(runes)
	slices.Sort(runes)
	runes = slices.Compact(runes)
	keep := make([]bool, f.glyphs)
	keep[0] = true
	for _, r := range runes {
		keep[f.Glyph(r)] = true
	}
	for _, w := range words {
		if !strings.ContainsFunc(w, func(r rune) bool { _, ok := slices.BinarySearch(runes, r); return ok }) {
			continue
		}
		for _, g := range f.Shape(w, ShapeOptions{}) {
			if int(g.ID) < len(keep) {
				keep[g.ID] = true
			}
		}
	}
	t := Tables{}
	for _, tag := range []string{"OS/2", "GDEF", "GPOS", "GSUB", "kern", "cvt ", "fpgm", "gasp", "head", "hhea", "hmtx", "maxp", "name", "prep"} {
		if b := f.tables[tag]; len(b) > 0 {
			t[tag] = b
		}
	}
	if err := f.keepOutlines(t, keep); err != nil {
		return nil, err
	}
	t["GSUB"] = withoutFeatures(t["GSUB"], "smcp", "c2sc")
	if t["GSUB"] == nil {
		delete(t, "GSUB")
	}
	t["cmap"] = f.charMap(runes)
	t["post"] = post(f.tables["post"])
	return t.Write(), nil
}

// keepOutlines writes the outlines that are wanted, and the pieces of composite ones.
func (f *Face) keepOutlines(t Tables, keep []bool) error {
	work := make([]uint16, 0, 256)
	for g, k := range keep {
		if k {
			work = append(work, uint16(g))
		}
	}
	for len(work) > 0 {
		g := work[len(work)-1]
		work = work[:len(work)-1]
		err := EachPiece(f.glyf(g), func(number []byte) error {
			if piece := be.Uint16(number); int(piece) < len(keep) && !keep[piece] {
				keep[piece] = true
				work = append(work, piece)
			}
			return nil
		})
		if err != nil {
			return fmt.Errorf("font %s cannot be cut down: glyph %d: %w", f.name, g, err)
		}
	}
	var glyf []byte
	loca := make([]byte, 0, 4*len(keep)+4)
	for g, k := range keep {
		loca = be.AppendUint32(loca, uint32(len(glyf)))
		if k {
			glyf = append(glyf, f.glyf(uint16(g))...)
			for len(glyf)%4 != 0 {
				glyf = append(glyf, 0)
			}
		}
	}
	t["loca"], t["glyf"] = be.AppendUint32(loca, uint32(len(glyf))), glyf
	t["head"] = slices.Clone(t["head"])
	if len(t["head"]) < 52 {
		return fmt.Errorf("font %s is broken: its table \"head\" is cut off", f.name)
	}
	be.PutUint16(t["head"][50:], 1) // long offsets
	return nil
}

// charMap is a character map of just these characters, which are sorted, as far as the face has them
// (OpenType 1.9, "cmap"): format 4, which old reading systems need, for the basic
// plane, and format 12 for all.
func (f *Face) charMap(runes []rune) []byte {
	type group struct{ first, last, glyph uint32 }
	var groups []group
	basic := 0 // groups of the basic plane
	for _, r := range runes {
		g, n := uint32(f.Glyph(r)), len(groups)
		switch {
		case g == 0 || r == 0xFFFF:
			continue
		case n > 0 && groups[n-1].last+1 == uint32(r) && groups[n-1].glyph+uint32(r)-groups[n-1].first == g && r != 0x10000:
			groups[n-1].last++
			continue
		}
		groups = append(groups, group{uint32(r), uint32(r), g})
		if r < 0x10000 {
			basic = len(groups)
		}
	}

	segments := append(slices.Clone(groups[:basic]), group{0xFFFF, 0xFFFF, 0}) // the last one must be this
	n := len(segments)
	pow, log := 1, 0
	for pow*2 <= n {
		pow, log = pow*2, log+1
	}
	word := func(dst []byte, v ...uint32) []byte {
		for _, w := range v {
			dst = be.AppendUint16(dst, uint16(w))
		}
		return dst
	}
	bmp := word(nil, 4, uint32(16+8*n), 0, uint32(2*n), uint32(2*pow), uint32(log), uint32(2*n-2*pow))
	for _, s := range segments {
		bmp = word(bmp, s.last)
	}
	bmp = word(bmp, 0)
	for _, s := range segments {
		bmp = word(bmp, s.first)
	}
	for _, s := range segments {
		bmp = word(bmp, s.glyph-s.first) // what is added to a character, modulo 65,536
	}
	bmp = append(bmp, make([]byte, 2*n)...)
	be.PutUint16(bmp[14+2*n+2+2*n+2*(n-1):], 1) // 0xFFFF is no glyph

	all := word(nil, 12, 0, 0, uint32(16+12*len(groups)), 0, 0, 0, uint32(len(groups)))
	for _, g := range groups {
		all = be.AppendUint32(be.AppendUint32(be.AppendUint32(all, g.first), g.last), g.glyph)
	}
	const head = 4 + 2*8
	out := word(nil, 0, 2, 3, 1, 0, head, 3, 10, 0, uint32(head+len(bmp)))
	return slices.Concat(out, bmp, all)
}

// withoutFeatures is a table of substitutions whose features of these tags do nothing
// (OpenType 1.9, "Feature List Table").
func withoutFeatures(gsub []byte, tags ...string) []byte {
	if len(gsub) < 10 {
		return nil
	}
	out := slices.Clone(gsub)
	list := int(be.Uint16(out[6:]))
	if list+2 > len(out) {
		return nil
	}
	for i := range int(be.Uint16(out[list:])) {
		rec := list + 2 + 6*i
		if rec+6 > len(out) {
			break
		}
		if at := list + int(be.Uint16(out[rec+4:])); slices.Contains(tags, string(out[rec:rec+4])) && at+4 <= len(out) {
			be.PutUint16(out[at+2:], 0) // no lookups
		}
	}
	return out
}

// post is a table "post" without names of glyphs (version 3), with what else the
// face's own says.
func post(from []byte) []byte {
	out := make([]byte, 32)
	copy(out, from[:min(len(from), 32)])
	be.PutUint32(out, 0x00030000)
	return out
}
