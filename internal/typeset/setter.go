package typeset

import "storybind/internal/book"

// A setter sets blocks as rows, in one goroutine. What it hands out lives in
// slabs, so a novel's million glyphs are a few hundred allocations.
type setter struct {
	*typecase
	geo       *geometry
	hyphenate bool

	language  string // the one it sets, which in an anthology need not be the book's (see speak)
	french    bool
	patterns  *patterns
	mayDivide bool // words, where there are patterns

	fonts   map[fontKey]*font
	oneSpan [1]styled
	tokens  []token
	chances []chance
	nodes   []node
	active  []int32
	ends    []int32
	runes   []rune
	best    [4 * 12]int64 // demerits, see try
	from    [4 * 12]int32 // node and one; 0 for none

	glyphs []Glyph // the slab being filled
	lines  []Line

	unmirrored bool // lines are placed from the left whatever the book's direction: who sets them turns them over

	rows    []row
	foot    map[string]bool // the section's notes that stand at the foot of a page, see footed
	notes   []footnote      // those set so far
	poems   []poem          // and poems
	opens   bool            // the next paragraph opens a chapter
	below   bool            // and this one stands below the date or salutation that its section begins with
	play    bool            // the section is of a play
	curtain bool            // and nobody has spoken in it
	letters bool            // it holds letters and little else
	spoken  bool            // it is a play's whose speeches are verse
	cast    book.Cast       // whose speakers are these
	phrases bool            // what is set is a heading, see byPhrases
	section *book.Section
	block   book.Block    // the block being set, for remarks
	missing map[rune]bool // characters that no face has
	broken  []lack
}

// A lack is a word that could not be set as it should, and where.
type lack struct {
	word  string
	block book.Block
}

func newSetter(tc *typecase, g *geometry, hyphenate bool) *setter {
	return &setter{typecase: tc, geo: g, hyphenate: hyphenate && tc.patterns != nil, fonts: map[fontKey]*font{},
		language: tc.language, french: tc.french, patterns: tc.patterns, mayDivide: hyphenate}
}

const slab = 8192

// room makes sure that a run of n glyphs fits the slab without moving; a longer
// one moves, which costs a copy and nothing else.
func (s *setter) room(n int) {
	if cap(s.glyphs)-len(s.glyphs) < n {
		s.glyphs = make([]Glyph, 0, max(slab, n))
	}
}

func (s *setter) newLine() *Line {
	if len(s.lines) == cap(s.lines) {
		s.lines = make([]Line, 0, 256)
	}
	s.lines = append(s.lines, Line{Section: s.section, Block: s.block})
	return &s.lines[len(s.lines)-1]
}

// lacks notes characters that no face has.
func (s *setter) lacks(rs []rune) {
	if s.missing == nil {
		s.missing = map[rune]bool{}
	}
	for _, r := range rs {
		s.missing[r] = true
	}
}

// bodyOf is the frame of a section's text.
func (s *setter) bodyOf(sec *book.Section) frame {
	f := s.body()
	switch sec.Role {
	case book.Dedication:
		f.key.face |= s.geo.italic()
		f.left, f.right = s.geo.measure()/6, s.geo.measure()/6
	case book.Epigraph:
		f.left, f.right = s.geo.measure()/8, s.geo.measure()/8
	case book.Colophon, book.CopyrightPage:
		f.key.size = s.geo.atLeast(f.key.size*9/10, 8000)
	}
	return f
}
