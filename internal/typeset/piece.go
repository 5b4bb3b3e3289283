package typeset

import (
	"sync/atomic"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"storybind/internal/face"
)

// A piece is a stretch of text without a break opportunity but those inside a
// word, shaped once for each font and shared by every place where it stands.
type piece struct {
	text        string
	segs        []seg
	width       int32  // thousandths of an em
	glyphs      int32  // those that take up room
	left, right int32  // how far it may hang out of the text block
	missing     []rune // characters that no face has

	divisions atomic.Pointer[[]division]
}

// A seg is glyphs of one face.
type seg struct {
	face   uint8
	text   string
	glyphs []Glyph
	width  int32
}

const (
	longestPiece = 96     // bytes; longer stretches are shaped in parts
	fullCase     = 200000 // words that a typecase keeps
)

// piece shapes text, or finds it among the words shaped before.
func (s *setter) piece(f *font, text string) *piece {
	if p := f.words[text]; p != nil {
		return p
	}
	key := wordKey{f.key, text}
	s.mu.Lock()
	p := s.words[key]
	s.mu.Unlock()
	if p == nil {
		p = s.shape(f, text)
		s.mu.Lock()
		if len(s.words) >= fullCase {
			clear(s.words)
		}
		s.words[key] = p
		s.mu.Unlock()
	}
	if len(f.words) >= fullCase {
		clear(f.words)
	}
	f.words[text] = p
	return p
}

func (s *setter) shape(f *font, text string) *piece {
	p := &piece{text: text}
	plain := true
	for i := 0; i < len(text); i++ {
		if text[i] >= utf8.RuneSelf || text[i] < ' ' {
			plain = false
			break
		}
	}
	if plain {
		p.segs = append(p.segs, f.seg(text))
	} else {
		s.shapeMixed(p, f, text)
	}
	p.measure()
	first, _ := utf8.DecodeRuneInString(text)
	last, _ := utf8.DecodeLastRuneInString(text)
	if f.key.face != monoFace {
		p.left, p.right = hangLeft(first), hangRight(last)
	}
	return p
}

// measure adds up the piece's glyphs.
func (p *piece) measure() {
	for i := range p.segs {
		p.width += p.segs[i].width
		p.glyphs += letterspace(p.segs[i].glyphs, 0)
	}
}

// seg shapes text that the font's own face covers.
func (f *font) seg(text string) seg {
	return segOf(f.key.face, text, f.face.Shape(text, f.shape), int32(f.key.track))
}

func segOf(index uint8, text string, shaped []face.Glyph, track int32) seg {
	sg := seg{face: index, text: text, glyphs: make([]Glyph, len(shaped))}
	for i, g := range shaped {
		out := Glyph{ID: g.ID, Advance: g.Advance, XOffset: g.XOffset, YOffset: g.YOffset}
		if i == 0 || shaped[i-1].Cluster != g.Cluster {
			end := len(text)
			for j := i + 1; j < len(shaped); j++ {
				if shaped[j].Cluster != g.Cluster {
					end = shaped[j].Cluster
					break
				}
			}
			out.Text = text[g.Cluster:end]
		}
		sg.glyphs[i] = out
		sg.width += out.Advance
	}
	sg.width += track * letterspace(sg.glyphs, track)
	return sg
}

// shapeMixed shapes text of which the font's face may not cover every character:
// the symbol face steps in, then the default family, then the character's compatibility form ("ﬀ" for
// the Latin letters of mathematics and of full width), then U+FFFD, which keeps
// the character for copying, and the character is named in a remark.
func (s *setter) shapeMixed(p *piece, f *font, text string) {
	from := 0
	flush := func(to int) {
		if to > from {
			p.segs = append(p.segs, f.seg(text[from:to]))
		}
	}
	for i, r := range text {
		size := utf8.RuneLen(r)
		if width, ok := spaceWidths[r]; ok {
			flush(i)
			from = i + size
			p.segs = append(p.segs, seg{face: f.key.face, text: text[i:from], width: width,
				glyphs: []Glyph{{ID: f.spaceG, Advance: width, Text: text[i:from]}}})
			continue
		}
		if f.face.Covers(r) || r < 0x20 || ignorable(r) {
			continue
		}
		if unicode.Is(unicode.Mn, r) && i > from {
			_, before := utf8.DecodeLastRuneInString(text[from:i])
			if c := norm.NFC.String(text[i-before : i+size]); utf8.RuneCountInString(c) == 1 {
				if r, _ := utf8.DecodeRuneInString(c); f.face.Covers(r) {
					continue // the shaper composes it
				}
			}
		}
		flush(i)
		from = i + size
		p.segs = append(p.segs, s.fallback(p, f, r, text[i:from]))
	}
	flush(len(text))
}

func (s *setter) fallback(p *piece, f *font, r rune, text string) seg {
	if s.faces[symbolFace].Covers(r) {
		return segOf(symbolFace, text, s.faces[symbolFace].Shape(text, face.ShapeOptions{}), int32(f.key.track))
	}
	second := secondFace + f.key.face%4
	if s.faces[second].Covers(r) {
		return segOf(second, text, s.faces[second].Shape(text, face.ShapeOptions{OldStyle: !f.key.lining, Language: s.language}), int32(f.key.track))
	}
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
	index := uint8(symbolFace)
	if f.face.Covers(unicode.ReplacementChar) {
		index = f.key.face
	}
	g := s.faces[index].Glyph(unicode.ReplacementChar)
	w := s.faces[index].Advance(g)
	return seg{face: index, text: text, width: w, glyphs: []Glyph{{ID: g, Advance: w, Text: text}}}
}

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
