package typeset

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/bidi"
)

// A levelRun is a stretch of a text with one embedding level (Unicode Annex 9): 0 and 2
// run from left to right, 1 from right to left, 2 inside of 1.
type levelRun struct {
	end   int // byte offset
	level uint8
}

// direct finds the levels of a flat's text. They are nil for nearly every text: one
// without any letter that runs from right to left, in a book that runs from left to right.
func (s *setter) direct(fl *flat) {
	if fl.levels != nil || !s.geo.rtl && !mayRunLeft(fl.text) {
		return
	}
	base, known := firstStrong(fl.text)
	if !known && s.geo.rtl {
		base = 1
	}
	fl.base = base
	at := 0
	for at < len(fl.text) { // a line break of the story's own ends a paragraph of Annex 9
		end := len(fl.text)
		if i := strings.IndexByte(fl.text[at:], '\n'); i >= 0 {
			end = at + i
		}
		fl.levels = appendLevels(fl.levels, fl.text[at:end], at, base)
		if end < len(fl.text) {
			fl.level(end+1, base)
		}
		at = end + 1
	}
	if len(fl.levels) == 1 && fl.levels[0].level == 0 {
		fl.levels = nil
	}
}

// mayRunLeft reports whether a text may hold letters that run from right to left, by its
// bytes: U+0590–08FF, U+200F and the embeddings, U+FB1D–FEFF, U+10800 and more.
func mayRunLeft(text string) bool {
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c < 0xD6:
		case c <= 0xDF:
			return true
		case c == 0xE0 && i+1 < len(text) && text[i+1] <= 0xA3, c == 0xEF && i+1 < len(text) && text[i+1] >= 0xAC && text[i+1] <= 0xBB,
			c == 0xE2 && i+2 < len(text) && text[i+1] == 0x80 && (text[i+2] == 0x8F || text[i+2] >= 0xAA && text[i+2] <= 0xAE), c >= 0xF0:
			if _, ok := firstStrong(text[i:]); ok {
				return true
			}
		}
	}
	return false
}

// firstStrong is the level that a text's first letter gives its paragraph (rules P2 and P3).
func firstStrong(text string) (level uint8, known bool) {
	for len(text) > 0 {
		p, n := bidi.LookupString(text)
		if n == 0 {
			return 0, false
		}
		switch p.Class() {
		case bidi.L:
			return 0, true
		case bidi.R, bidi.AL:
			return 1, true
		}
		text = text[n:]
	}
	return 0, false
}

// level ends a stretch of that level at byte end.
func (fl *flat) level(end int, level uint8) { fl.levels = addLevel(fl.levels, end, level) }

func addLevel(levels []levelRun, end int, level uint8) []levelRun {
	if n := len(levels); n > 0 && levels[n-1].level == level {
		levels[n-1].end = end
		return levels
	}
	return append(levels, levelRun{end, level})
}

// levelAt is the level of the byte at an offset; 0 for a flat without levels.
func (fl *flat) levelAt(at int) uint8 {
	if fl.levels == nil {
		return 0
	}
	i, _ := slices.BinarySearchFunc(fl.levels, at+1, func(r levelRun, at int) int { return r.end - at })
	if i == len(fl.levels) {
		return fl.base
	}
	return fl.levels[i].level
}

// endOfLevel is where the level of the byte at an offset ends.
func (fl *flat) endOfLevel(at int) int {
	i, _ := slices.BinarySearchFunc(fl.levels, at+1, func(r levelRun, at int) int { return r.end - at })
	if i == len(fl.levels) {
		return len(fl.text)
	}
	return fl.levels[i].end
}

// directed is the font with which text of a level is shaped.
func (s *setter) directed(f *font, level uint8) *font {
	if f.key.rtl == (level&1 == 1) {
		return f
	}
	k := f.key
	k.rtl = level&1 == 1
	return s.font(k)
}

// mirrors reports whether a paragraph's lines are measured from the right edge.
func (s *setter) mirrors(fl *flat, sh *shape) bool {
	if s.unmirrored {
		return false
	}
	if sh.own {
		return fl.base == 1
	}
	return s.geo.rtl
}

// An item of a line: a piece, or the space after one.
type item struct {
	token    int
	space    bool
	level    uint8
	p        *piece
	from, to int   // bytes of the flat
	extra    int32 // stretch of a space, thousandths of an em
}

// visual puts items in the order in which they stand from left to right (rule L2).
func visual(items []item) {
	var highest uint8
	for _, it := range items {
		highest = max(highest, it.level)
	}
	for level := highest; level > 0; level-- {
		for i := 0; i < len(items); i++ {
			if items[i].level < level {
				continue
			}
			j := i
			for j < len(items) && items[j].level >= level {
				j++
			}
			slices.Reverse(items[i:j])
			i = j
		}
	}
}

// placeDirected places a line's items, of which some run from right to left, from the
// left edge on; then the runs are put in the order of reading. A line of a paragraph that
// runs from right to left is as far from the right edge as another is from the left.
func (m *runMaker) placeDirected(tokens []token, items []item, mirror bool) {
	start := m.at(m.x)
	m.left, m.x = 0, 0
	visual(items)
	for i := range items {
		it := &items[i]
		t := &tokens[it.token]
		if i > 0 && it.level != items[i-1].level {
			m.close(0)
		}
		if !it.space {
			m.directedPiece(t, it)
			continue
		}
		gap := *t
		gap.f = m.s.directed(t.f, it.level)
		switch t.after {
		case spaced, tied:
			m.space(&gap, it.from, t.space+it.extra)
			m.spread(it.from, it.to)
		case loose:
			m.widen(it.extra)
		}
	}
	m.close(0)
	m.endLink(0)
	shift := Length(start / 1000)
	if mirror {
		shift = m.s.geo.measure() - Length((start+m.at(m.x)+500)/1000)
	}
	for i := range m.line.Runs {
		m.line.Runs[i].X += shift
	}
	for i := range m.links {
		m.links[i].x0 += shift
		m.links[i].x1 += shift
	}
	runs := m.line.Runs
	slices.SortStableFunc(runs, func(a, b Run) int { return a.at - b.at })
}

// directedPiece adds a piece's glyphs, the last seg first where it runs from right to left.
func (m *runMaker) directedPiece(t *token, it *item) {
	if it.p == nil {
		return
	}
	if t.link != m.link {
		m.endLink(it.from)
		m.link, m.linkX0 = t.link, m.x
	}
	at := it.from
	starts := make([]int, len(it.p.segs))
	for i := range it.p.segs {
		starts[i] = at
		at += len(it.p.segs[i].text)
	}
	for k := range it.p.segs {
		if t.f.key.rtl {
			k = len(it.p.segs) - 1 - k
		}
		sg := &it.p.segs[k]
		m.run(t.f, sg.face, t.raise, starts[k])
		m.seg(t.f, sg)
		m.spread(starts[k], min(starts[k]+len(sg.text), it.to))
	}
}

// spread says that the open run holds the bytes [from, to) of the flat.
func (m *runMaker) spread(from, to int) {
	if !m.directed {
		m.directed, m.low, m.high = true, from, to
		return
	}
	m.low, m.high = min(m.low, from), max(m.high, to)
}

// extent is how far a line reaches: the left edge of its first glyph and the right edge of its last.
func (l *Line) extent() (left, right Length) {
	for i := range l.Runs {
		r := &l.Runs[i]
		if i == 0 || r.X < left {
			left = r.X
		}
		right = max(right, r.right())
	}
	return left, right
}
