package pdf

import (
	"fmt"

	"storybind/internal/face"
)

// A font is one face as this document uses it. Every glyph that is drawn gets a
// code, counted from 1 in the order of first use; the same glyph with another
// text gets another code, so that copying gives the right letters (a hyphen that
// was typed and one that hyphenation added are one glyph and two codes). The code
// is the glyph's number in the embedded font program and its character identifier.
type font struct {
	face  *face.Face
	first []uint16           // by glyph: its first code, 0 for none
	more  map[variant]uint16 // the codes of a glyph's other texts
	glyph []uint16           // by code; code 0 is .notdef
	text  []string           // by code
	width []int32            // by code, thousandths of an em

	cells map[string]uint16 // the codes of several glyphs that are drawn as one, by what they are made of
	parts [][]part          // by code; nil for a glyph of the face's own
}

// A variant is a glyph with a text other than that of its first code. Most glyphs
// have none, but the box for missing characters stands for thousands.
type variant struct {
	glyph uint16
	text  string
}

func newFont(f *face.Face) *font {
	return &font{face: f, first: make([]uint16, f.NumGlyphs()), more: map[variant]uint16{}, glyph: []uint16{0}, text: []string{""}, width: []int32{f.Advance(0)},
		cells: map[string]uint16{}, parts: [][]part{nil}}
}

// maxCodes is how many codes a font may have. They are numbers of glyphs, and the pieces
// of composite glyphs need numbers too.
const maxCodes = 0xF000

// code finds or gives the code for a glyph and the text it stands for.
func (f *font) code(glyph uint16, text string) (uint16, error) {
	if int(glyph) >= len(f.first) {
		return 0, fmt.Errorf("the pages ask for glyph %d of %s, which has %d", glyph, f.face.Name(), len(f.first))
	}
	c := f.first[glyph]
	if c != 0 && f.text[c] == text {
		return c, nil
	}
	if c != 0 {
		if c := f.more[variant{glyph, text}]; c != 0 {
			return c, nil
		}
	}
	if len(f.glyph) >= maxCodes {
		return 0, fmt.Errorf("the book needs more than %d different shapes of %s", maxCodes, f.face.Name())
	}
	next := uint16(len(f.glyph))
	if c == 0 {
		f.first[glyph] = next
	} else {
		f.more[variant{glyph, text}] = next
	}
	f.glyph = append(f.glyph, glyph)
	f.text = append(f.text, text)
	f.parts = append(f.parts, nil)
	f.width = append(f.width, f.face.Advance(glyph))
	return next, nil
}
