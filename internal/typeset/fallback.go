package typeset

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"storybind/internal/face"
)

// noFace stands for the face of a character that no face has.
const noFace = uint8(allFaces)

// shapeMixed shapes text of which the font's face may not cover every character.
// Each stretch of one face is shaped as a whole, so that letters join and marks find
// their letters. Who steps in for a character: the face of its script, the symbol
// face, the default family, any other face of a script; then the character's
// compatibility form ("ﬀ" for the Latin letters of mathematics and of full width);
// then U+FFFD, which keeps the character for copying, and the character is named in
// a remark.
func (s *setter) shapeMixed(p *piece, f *font, text string) {
	from, now := 0, f.key.face
	flush := func(to int) {
		if to > from {
			p.segs = append(p.segs, s.segIn(f, now, text[from:to]))
		}
		from = to
	}
	for i, r := range text {
		size := utf8.RuneLen(r)
		if r == utf8.RuneError && size > len(text)-i {
			size = 1
		}
		if width, ok := spaceWidths[r]; ok {
			flush(i)
			from = i + size
			p.segs = append(p.segs, seg{face: f.spaceF, text: text[i:from], width: width,
				glyphs: []Glyph{{ID: f.spaceG, Advance: width, Text: text[i:from]}}})
			continue
		}
		if isTone(r) && i > 0 && !f.face.Covers(r) { // the emoji is drawn, without the colour of its skin
			p.missing = append(p.missing, r)
			flush(i)
			from = i + size
			p.segs = append(p.segs, seg{face: f.spaceF, text: text[i:from], glyphs: []Glyph{{ID: f.spaceG, Text: text[i:from]}}})
			continue
		}
		if i > from && s.staysWith(now, r, text[from:i]) {
			continue
		}
		next := s.faceFor(f, r, now)
		if next == noFace {
			flush(i)
			from = i + size
			p.segs = append(p.segs, s.substitute(p, f, r, text[i:from]))
			continue
		}
		if next != now {
			flush(i)
			now = next
		}
	}
	flush(len(text))
}

// staysWith reports whether a character that follows text in a face belongs to it
// whatever other faces have: marks and joiners, and punctuation in a script's face.
func (s *setter) staysWith(now uint8, r rune, text string) bool {
	switch {
	case r < 0x20 || ignorable(r):
		return true
	case s.faces[now].Covers(r):
		return now >= scriptFace && !unicode.IsLetter(r) || unicode.Is(unicode.M, r)
	case unicode.Is(unicode.Mn, r): // the shaper composes it, if there is a letter with the mark
		_, before := utf8.DecodeLastRuneInString(text)
		c := norm.NFC.String(text[len(text)-before:] + string(r))
		if utf8.RuneCountInString(c) == 1 {
			r, _ := utf8.DecodeRuneInString(c)
			return s.faces[now].Covers(r)
		}
	}
	return false
}

// faceFor is the index of the face that sets a character, noFace for none. now is
// the face of what stands before it.
func (s *setter) faceFor(f *font, r rune, now uint8) uint8 {
	if f.face.Covers(r) || r < 0x20 || ignorable(r) {
		return f.key.face
	}
	bold := f.key.face < symbolFace && f.key.face&boldBit != 0
	for _, sc := range face.ScriptsFor(r, s.own) {
		if i := s.script(sc, bold); s.faces[i].Covers(r) {
			return i
		}
	}
	if s.faces[symbolFace].Covers(r) {
		return symbolFace
	}
	if second := secondFace + f.key.face%4; s.faces[second].Covers(r) {
		return second
	}
	if r < 0x80 || now == symbolFace && unicode.Is(unicode.M, r) {
		return noFace
	}
	if r >= 0x2000 && r < 0x3400 { // signs of East Asian printing
		if i := s.script(face.Japanese, false); s.faces[i].Covers(r) {
			return i
		}
	}
	return noFace
}

// script is the index of a script's face, which is unpacked if it never was needed.
func (s *setter) script(sc face.Script, bold bool) uint8 {
	n := 2 * int(sc)
	if bold {
		n++
	}
	s.scripts[n].Do(func() { s.faces[scriptFace+n] = face.ScriptFace(sc, bold) })
	return uint8(scriptFace + n)
}

// segIn shapes text in one of the faces.
func (s *setter) segIn(f *font, index uint8, text string) seg {
	switch {
	case index == f.key.face:
		return f.seg(text)
	case index == symbolFace:
		return segOf(index, text, s.faces[index].Shape(text, face.ShapeOptions{RightToLeft: f.key.rtl}), int32(f.key.track))
	}
	return segOf(index, text, s.faces[index].Shape(text, face.ShapeOptions{OldStyle: f.shape.OldStyle, NoLigatures: f.shape.NoLigatures, Language: s.language, RightToLeft: f.key.rtl}), int32(f.key.track))
}

// substitute is what stands for a character that no face has.
func (s *setter) substitute(p *piece, f *font, r rune, text string) seg {
	if c := norm.NFKC.String(text); c != text {
		covered := true
		for _, r := range c {
			covered = covered && f.face.Covers(r)
		}
		if covered {
			sg := segOf(f.key.face, c, f.face.Shape(c, f.shape), int32(f.key.track))
			sg.text = text
			for i := range sg.glyphs {
				sg.glyphs[i].Text = ""
			}
			sg.glyphs[0].Text = text
			return sg
		}
	}
	p.missing = append(p.missing, r)
	for _, index := range []uint8{f.key.face, secondFace + f.key.face%4, symbolFace} {
		if g := s.faces[index].Glyph(unicode.ReplacementChar); g != 0 {
			w := s.faces[index].Advance(g)
			return seg{face: index, text: text, width: w, glyphs: []Glyph{{ID: g, Advance: w, Text: text}}}
		}
	}
	return seg{face: f.key.face, text: text, width: f.face.Advance(0), glyphs: []Glyph{{Advance: f.face.Advance(0), Text: text}}}
}

// rigid reports whether letters of text may not be moved apart: Arabic ones join,
// those of Indic scripts hang from a line, Hebrew ones carry points.
func rigid(text string) bool {
	for i, r := range text {
		if r >= 0x590 && r < 0x10A0 && !isThai(r) {
			return true
		}
		if i > 8 {
			break
		}
	}
	return false
}

// isTone reports whether a character gives the emoji before it a colour of skin.
func isTone(r rune) bool { return r >= 0x1F3FB && r <= 0x1F3FF }

// ignorable reports whether a character has no shape of its own and may be left
// to the shaper: joiners, variation selectors, direction marks.
func ignorable(r rune) bool {
	return r == 0xAD || r >= 0x200B && r <= 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2060 && r <= 0x206F ||
		r >= 0xFE00 && r <= 0xFE0F || r == 0xFEFF || r >= 0xE0000 && r <= 0xE0FFF
}

// spaceWidths are the spaces of fixed width in thousandths of an em (Unicode
// 16, section 6.2). Faces rarely have them all.
var spaceWidths = map[rune]int32{
	0x2000: 500, 0x2001: 1000, 0x2002: 500, 0x2003: 1000, 0x2004: 333, 0x2005: 250, 0x2006: 167, 0x2007: 500, 0x2008: 230,
	0x2009: 170, 0x200A: 80, 0x202F: 170, 0x205F: 222, 0x3000: 1000,
}
