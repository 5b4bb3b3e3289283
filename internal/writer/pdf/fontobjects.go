package pdf

import (
	"crypto/sha256"
	"strings"
)

// put writes the font's objects (ISO 32000-1, 9.7): a composite font whose codes
// are its glyphs' numbers.
func (f *font) put(o *objects) (ref, error) {
	program, err := f.program()
	if err != nil {
		return 0, err
	}
	name := subsetTag(program) + "+" + postScriptName(f.face.Name())
	file, unicode := o.reserve(), o.reserve()
	o.putStream(file, program, true, func(s *syntax) { s.raw("/Length1 ").int(len(program)) })
	o.putStream(unicode, f.toUnicode(), true, nil)
	descriptor := o.add(func(s *syntax) { f.descriptor(s, name, file) })
	descendant := o.add(func(s *syntax) {
		s.raw("<</BaseFont").name(name).raw("/CIDSystemInfo<</Ordering(Identity)/Registry(Adobe)/Supplement 0>>/CIDToGIDMap/Identity/DW ")
		s.int(int(f.width[0])).raw("/FontDescriptor ").ref(descriptor).raw("/Subtype/CIDFontType2/Type/Font/W[1[")
		for i, w := range f.width[1:] {
			if i > 0 {
				s.raw(" ")
			}
			s.int(int(w))
		}
		s.raw("]]>>")
	})
	return o.add(func(s *syntax) {
		s.raw("<</BaseFont").name(name).raw("/DescendantFonts[").ref(descendant)
		s.raw("]/Encoding/Identity-H/Subtype/Type0/ToUnicode ").ref(unicode).raw("/Type/Font>>")
	}), nil
}

// Flags of a font descriptor (table 123).
const (
	fixedPitch = 1 << 0
	symbolic   = 1 << 2
	italic     = 1 << 6
)

// descriptor writes the font's measures in thousandths of an em.
func (f *font) descriptor(s *syntax, name string, file ref) {
	t, _ := readTables(f.face.TTF()) // program has read them before
	m := f.face.Metrics()
	em := func(b []byte, at int) int {
		return int(int16(be.Uint16(b[at:]))) * 1000 / max(1, int(be.Uint16(t["head"][18:])))
	}
	flags := symbolic
	if m.ItalicAngle != 0 {
		flags |= italic
	}
	if post := t["post"]; len(post) >= 16 && be.Uint32(post[12:]) != 0 {
		flags |= fixedPitch
	}
	// A font file does not say how thick its stems are; this is the usual guess from its weight.
	stem := 80
	if os2 := t["OS/2"]; len(os2) >= 6 {
		stem = 10 + max(0, int(be.Uint16(os2[4:]))-50)*220/900
	}
	s.raw("<</Ascent ").int(int(m.Ascender)).raw("/CapHeight ").int(int(m.CapHeight)).raw("/Descent ").int(-int(m.Descender))
	s.raw("/Flags ").int(flags).raw("/FontBBox[")
	for i := range 4 {
		if i > 0 {
			s.raw(" ")
		}
		s.int(em(t["head"], 36+2*i))
	}
	s.raw("]/FontFile2 ").ref(file).raw("/FontName").name(name).raw("/ItalicAngle ").int(int(m.ItalicAngle / 1000))
	s.raw("/StemV ").int(stem).raw("/Type/FontDescriptor/XHeight ").int(int(m.XHeight)).raw(">>")
}

// subsetTag names a subset (9.6.4): six capitals, here from a hash of what is in it.
func subsetTag(program []byte) string {
	sum := sha256.Sum256(program)
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return string(tag)
}

// postScriptName keeps the characters that a PostScript name may have.
func postScriptName(name string) string {
	name = strings.Map(func(r rune) rune {
		if r <= ' ' || r > '~' || strings.ContainsRune("[](){}<>/%", r) {
			return -1
		}
		return r
	}, name)
	if name == "" {
		return "Font"
	}
	return name
}
