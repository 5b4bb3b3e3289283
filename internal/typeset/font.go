package typeset

import (
	"sync"

	"storybind/internal/face"
)

// Widths inside a paragraph are counted in millionths of a point: thousandths of
// an em times thousandths of a point. So nothing is rounded before a line is placed.

// A caps says how the letters of a font are set.
type caps uint8

const (
	asTyped   caps = iota
	smallCaps      // small capitals for lower-case letters
	allSmall       // small capitals for all letters
)

// A fontKey is everything that tells one setting of type from another.
type fontKey struct {
	face     uint8 // index into typecase.faces
	caps     caps
	lining   bool // figures as tall as capitals; the others have ascenders and descenders
	superior bool
	plain    bool // no ligatures
	rtl      bool // runs from right to left
	stress   Stress
	grey     uint8
	track    int16 // thousandths of an em added after every glyph
	size     Length
}

// Indices into typecase.faces after the family's own four.
const (
	symbolFace = 4
	monoFace   = 5
	secondFace = 6  // and three more: the default family's faces, for letters that the chosen one lacks
	scriptFace = 10 // and two for each script, regular and bold: see fallback.go
	allFaces   = scriptFace + 2*int(face.Scripts)
)

// A typecase holds the faces of a book and every word shaped so far. It is
// shared by the goroutines that set the book's chapters.
type typecase struct {
	faces    [allFaces]*face.Face
	language string
	own      face.Script // the script of the language; face.Scripts for one of the text families'
	scripts  [2 * face.Scripts]sync.Once
	french   bool
	patterns *patterns // nil: no hyphenation

	mu    sync.Mutex
	words map[wordKey]*piece
}

type wordKey struct {
	font     fontKey
	text     string
	language string
}

// A font is a fontKey ready to set words, in one goroutine.
type font struct {
	key    fontKey
	face   *face.Face
	shape  face.ShapeOptions
	space  int32 // word space, thousandths of an em
	hyphen int32 // advance of the hyphen
	wider  int32 // thousandths by which its letters may become wider or narrower
	spaceG uint16
	spaceF uint8 // the face that spaceG is of: the default family's where the font's own has no space
	ascii  bool  // the face has every character of ASCII
	words  map[string]*piece
}

// wordSpace is the narrowest natural word space in thousandths of an em: faces
// drawn for the screen come with spaces that are too narrow for justified lines.
const wordSpace = 210

func (s *setter) font(k fontKey) *font {
	if f := s.fonts[k]; f != nil {
		return f
	}
	f := &font{key: k, face: s.faces[k.face], words: map[string]*piece{}}
	f.shape = face.ShapeOptions{
		SmallCaps: k.caps == smallCaps, AllSmallCaps: k.caps == allSmall, OldStyle: !k.lining && s.own == face.Scripts, Superior: k.superior,
		NoLigatures: k.plain || k.track != 0, Language: s.language, RightToLeft: k.rtl,
	}
	f.ascii = true
	for r := '!'; r <= '~' && f.ascii; r++ {
		f.ascii = f.face.Covers(r)
	}
	f.spaceF = k.face
	if !f.face.Covers(' ') {
		f.spaceF = secondFace
	}
	f.spaceG = s.faces[f.spaceF].Glyph(' ')
	f.space = s.faces[f.spaceF].Advance(f.spaceG)
	if k.face != monoFace {
		f.space = max(f.space, wordSpace)
	}
	f.space += int32(k.track)
	if k.face != monoFace && !eastAsian(s.language) {
		f.wider = widerMost
	}
	s.fonts[k] = f
	f.hyphen = s.piece(f, "-").width
	return f
}

// units is a width of this font in millionths of a point.
func (f *font) units(thousandths int32) int64 { return int64(thousandths) * int64(f.key.size) }
