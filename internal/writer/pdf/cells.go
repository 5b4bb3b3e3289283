package pdf

import (
	"fmt"
	"strconv"
	"unicode"
	"unicode/utf8"

	"storybind/internal/typeset"
)

// A cell is what one code draws: a glyph, or a letter together with its marks, and the
// glyphs of a cluster that cannot be told apart, as one. So a code stands for whole
// characters, in the order of reading, and a copied word is right in every script.
type cell struct {
	code             uint16
	text             string
	advance          int32 // thousandths of an em
	xOffset, yOffset int32
	glyphs           int // how many glyphs of the run it takes
}

// A part is one glyph of a cell and where it stands, in thousandths of an em from the
// cell's origin.
type part struct {
	glyph uint16
	x, y  int32
}

// cellsAt appends the cell that begins with glyph i of a run. Where text runs from right to
// left its characters are turned round one by one by whoever copies it, so each of them
// has a code: those after the first draw nothing and take no room.
func (f *font) cellsAt(cells []cell, run *typeset.Run, i int) ([]cell, error) {
	c, err := f.cellAt(run, i)
	if run.RightToLeft && err == nil {
		for {
			last, size := utf8.DecodeLastRuneInString(c.text)
			if size >= len(c.text) || last == utf8.RuneError {
				break
			}
			c.text = c.text[:len(c.text)-size]
			code, err := f.cell(nil, string(last), f.glyph[c.code], 0)
			if err != nil {
				return cells, err
			}
			cells = append(cells, cell{code: code, text: string(last)})
		}
		c.code, err = f.retold(c.code, c.text)
	}
	return append(cells, c), err
}

// retold is the code of what another code draws, with another text.
func (f *font) retold(code uint16, text string) (uint16, error) {
	switch {
	case f.text[code] == text:
		return code, nil
	case f.parts[code] == nil:
		return f.code(f.glyph[code], text)
	}
	return f.cell(f.parts[code], text, f.glyph[code], f.width[code])
}

// cellAt is the cell that begins with glyph i of a run.
func (f *font) cellAt(run *typeset.Run, i int) (cell, error) {
	gs := run.Glyphs[i:]
	n := cellLength(gs, run.RightToLeft)
	if n == 1 {
		g := &gs[0]
		code, err := f.code(g.ID, g.Text)
		return cell{code, g.Text, g.Advance, g.XOffset, g.YOffset, 1}, err
	}
	c := cell{glyphs: n}
	parts := make([]part, n)
	base := 0
	for k := range n {
		g := &gs[k]
		parts[k] = part{g.ID, c.advance + g.XOffset, g.YOffset}
		c.advance += g.Advance
		if g.Advance > gs[base].Advance {
			base = k
		}
		if run.RightToLeft {
			c.text = g.Text + c.text
		} else {
			c.text += g.Text
		}
	}
	var err error
	c.code, err = f.cell(parts, c.text, parts[base].glyph, max(c.advance-run.Track, 0))
	return c, err
}

// cellLength is how many glyphs belong together. What stands for no character of its own,
// and marks, belong to the letter before them; that is the one after them on the page
// where text runs from right to left.
func cellLength(gs []typeset.Glyph, back bool) int {
	n := 1
	if back {
		for n < len(gs) && dependent(&gs[n-1]) {
			n++
		}
		return n
	}
	for n < len(gs) && dependent(&gs[n]) {
		n++
	}
	return n
}

func dependent(g *typeset.Glyph) bool {
	if len(g.Text) < 2 {
		return g.Text == ""
	}
	r, _ := utf8.DecodeRuneInString(g.Text)
	return unicode.Is(unicode.M, r)
}

// cell finds or gives the code of several glyphs drawn as one, or of none; base stands for
// them where one glyph must.
func (f *font) cell(parts []part, text string, base uint16, width int32) (uint16, error) {
	key := strconv.AppendInt(make([]byte, 0, 64), int64(width), 32)
	for _, p := range parts {
		for _, n := range [3]int64{int64(p.glyph), int64(p.x), int64(p.y)} {
			key = append(strconv.AppendInt(key, n, 32), ' ')
		}
	}
	key = append(key, text...)
	if c := f.cells[string(key)]; c != 0 {
		return c, nil
	}
	for _, p := range parts {
		if int(p.glyph) >= len(f.first) {
			return 0, fmt.Errorf("the pages ask for glyph %d of %s, which has %d", p.glyph, f.face.Name(), len(f.first))
		}
	}
	if len(f.glyph) >= maxCodes {
		return 0, fmt.Errorf("the book needs more than %d different shapes of %s", maxCodes, f.face.Name())
	}
	c := uint16(len(f.glyph))
	f.cells[string(key)] = c
	f.glyph = append(f.glyph, base)
	f.text = append(f.text, text)
	f.width = append(f.width, width)
	if parts == nil {
		parts = []part{}
	}
	f.parts = append(f.parts, parts)
	return c, nil
}

// Flags of a composite glyph's piece (OpenType 1.9, "glyf").
const (
	wordArguments  = 1 << 0
	argumentsAreXY = 1 << 1
	morePieces     = 1 << 5
)

// composite is the outline that draws parts as one glyph, with the numbers that the face's
// own glyphs have. units is the em.
func composite(parts []part, units int, outline func(uint16) ([]byte, error)) ([]byte, error) {
	var box [4]int
	out := make([]byte, 10, 10+8*len(parts))
	be.PutUint16(out, 0xFFFF) // -1 contours: made of pieces
	found := false
	for i, p := range parts {
		shape, err := outline(p.glyph)
		if err != nil {
			return nil, err
		}
		x, y := int(p.x)*units/1000, int(p.y)*units/1000
		if len(shape) >= 10 {
			at := func(k int) int { return int(int16(be.Uint16(shape[2+2*k:]))) }
			b := [4]int{at(0) + x, at(1) + y, at(2) + x, at(3) + y}
			if !found {
				box, found = b, true
			}
			box = [4]int{min(box[0], b[0]), min(box[1], b[1]), max(box[2], b[2]), max(box[3], b[3])}
		}
		flags := uint16(wordArguments | argumentsAreXY)
		if i < len(parts)-1 {
			flags |= morePieces
		}
		for _, v := range [4]uint16{flags, p.glyph, uint16(int16(x)), uint16(int16(y))} {
			out = be.AppendUint16(out, v)
		}
	}
	if !found {
		return nil, nil // nothing to be seen
	}
	for k, v := range box {
		be.PutUint16(out[2+2*k:], uint16(int16(v)))
	}
	return out, nil
}

// composed makes room for cells in what a font file says of its largest composite glyph.
func (f *font) composed(maxp []byte) {
	most := 0
	for _, p := range f.parts {
		most = max(most, len(p))
	}
	if most == 0 || len(maxp) < 32 {
		return
	}
	grow := func(at, to int) { be.PutUint16(maxp[at:], uint16(min(max(int(be.Uint16(maxp[at:])), to), 0xFFFF))) }
	for at := 6; at <= 8; at += 2 { // points and contours: of simple glyphs, of composite ones
		grow(at+4, most*max(int(be.Uint16(maxp[at:])), int(be.Uint16(maxp[at+4:]))))
	}
	grow(28, most)
	grow(30, int(be.Uint16(maxp[30:]))+1)
}
