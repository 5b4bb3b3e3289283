package typeset

import (
	"sync/atomic"
	"unicode/utf8"

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
	rigid  bool // its letters touch or stand in a fixed order: they are not moved apart
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
	key := wordKey{f.key, text, s.language}
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
	if plain && f.ascii {
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
		if !p.segs[i].rigid {
			p.glyphs += letterspace(p.segs[i].glyphs, 0)
		}
	}
}

// seg shapes text that the font's own face covers.
func (f *font) seg(text string) seg {
	return segOf(f.key.face, text, f.face.Shape(text, f.shape), int32(f.key.track))
}

func segOf(index uint8, text string, shaped []face.Glyph, track int32) seg {
	sg := seg{face: index, text: text, glyphs: make([]Glyph, len(shaped)), rigid: rigid(text)}
	rising := true
	for i := 1; i < len(shaped); i++ {
		rising = rising && shaped[i].Cluster >= shaped[i-1].Cluster
	}
	for i, g := range shaped {
		out := Glyph{ID: g.ID, Advance: g.Advance, XOffset: g.XOffset, YOffset: g.YOffset}
		if end, ok := clusterEnd(shaped, i, len(text), rising); ok {
			out.Text = text[g.Cluster:end]
		}
		sg.glyphs[i] = out
		sg.width += out.Advance
	}
	if !sg.rigid {
		sg.width += track * letterspace(sg.glyphs, track)
	}
	return sg
}

// clusterEnd is where in the text the cluster of glyph i ends; false for another
// than the cluster's first glyph (its last one where text runs from right to left). Clusters rise, or fall where text runs from right to
// left, or do neither around marks that were moved.
func clusterEnd(shaped []face.Glyph, i, end int, rising bool) (int, bool) {
	at := shaped[i].Cluster
	if rising && i > 0 && shaped[i-1].Cluster == at {
		return 0, false
	}
	if rising && i+1 < len(shaped) && shaped[i+1].Cluster > at {
		return shaped[i+1].Cluster, true // nearly always
	}
	for j := range shaped {
		if c := shaped[j].Cluster; c > at {
			end = min(end, c)
		} else if c == at && (j < i) == rising && j != i {
			return 0, false
		}
	}
	return end, true
}
