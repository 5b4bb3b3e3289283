package pdf

import "sync"

// gopdf spends on a glyph, with its four looks at each and a Fprintf for its number,
// a hundred times what it spends on setting it in a line: with all letters of a novel in
// its hands it took a third of the time of the whole book. So it gets lines as a Linotype
// casts them, in slugs: each text is one glyph, numbered in the order of drawing, and
// rewrite puts the letters in its place. A text that gopdf lost, doubled or put elsewhere
// in the order has another number than the plan says.

// slugs is how many numbers there are before they begin again. gopdf's time also grows
// with the square of the different glyphs.
const slugs = 250

// firstSlug is the character that stands for glyph 1 between us and gopdf.
const firstSlug = 0x100

// slug is the glyph that stands for the text drawn after n others.
func slug(n int) uint16 { return uint16(n%slugs + 1) }

// character is what gopdf is given to draw a slug.
func character(slug uint16) rune { return firstSlug - 1 + rune(slug) }

// slugFont is the font that gopdf draws with: it has nothing but the slugs, without
// outlines or widths. Every text begins where the plan says, so gopdf needs no more to
// place and to write it; the real fonts are embedded afterwards (see program).
var slugFont = sync.OnceValue(func() []byte {
	const n = slugs + 1 // and .notdef
	head := make([]byte, 54)
	be.PutUint32(head, 0x00010000)
	be.PutUint32(head[12:], 0x5F0F3CF5) // the format's magic number
	be.PutUint16(head[18:], 1000)
	be.PutUint16(head[50:], 1) // long offsets

	hhea := make([]byte, 36)
	be.PutUint32(hhea, 0x00010000)
	be.PutUint16(hhea[34:], 1)

	maxp := make([]byte, 6)
	be.PutUint32(maxp, 0x00005000)
	be.PutUint16(maxp[4:], n)

	// The slugs' characters are one stretch (OpenType 1.9, "cmap", format 4).
	var cmap []byte
	for _, v := range []int{0, 1, 3, 1, 0, 12, 4, 32, 0, 4, 4, 1, 0,
		firstSlug + slugs - 1, 0xFFFF, 0, firstSlug, 0xFFFF, 1 - firstSlug, 1, 0, 0} {
		cmap = be.AppendUint16(cmap, uint16(v))
	}

	// gopdf asks for a PostScript name, and for these tables, but uses nothing of them.
	name := []byte{0, 0, 0, 1, 0, 18, 0, 1, 0, 0, 0, 0, 0, 6, 0, 1, 0, 0, 'F'}
	return tables{
		"head": head, "hhea": hhea, "maxp": maxp, "hmtx": make([]byte, 4+2*slugs), "cmap": cmap, "name": name,
		"OS/2": make([]byte, 78), "post": make([]byte, 32), "loca": make([]byte, 4*(n+1)), "glyf": nil,
	}.write()
})
