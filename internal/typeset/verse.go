package typeset

import "storybind/internal/book"

// verse keeps its lines. The whole poem moves to the right until its longest line
// would stand in the middle of the page, but never further than a third of it;
// lines too long turn over, hanging. Stanzas are parted by a blank line, and no
// line of a stanza stands alone on a page. begins: it is what a section begins with.
func (s *setter) verse(v *book.Verse, f frame, begins bool) {
	step := f.key.size * 3 / 2
	if s.spoken && len(v.Stanzas) == 1 {
		s.speechInVerse(v.Stanzas[0], f, step)
		return
	}
	var widest Length
	for _, st := range v.Stanzas {
		for _, l := range st {
			widest = max(widest, s.width(l.Inlines, f.key)+step*Length(min(l.Indent, 8)))
		}
	}
	measure := s.geo.measure() - f.left - f.right
	indent := min((measure-widest)/2, measure/3)
	indent = max(indent, min(step, measure/8))
	if f == s.bodyOf(s.section) {
		lines := 0
		for _, st := range v.Stanzas {
			lines += len(st)
		}
		s.poems = append(s.poems, poem{verse: v, indent: indent, widest: widest, lines: lines})
	}
	s.setOff(func() {
		for i, st := range v.Stanzas {
			if i > 0 {
				s.white(f.leading)
			}
			if len(st) > 1 && s.play {
				fl := s.flatten(st[0].Inlines, f.key)
				if s.turn(&fl, f, shape{align: flushLeft}) {
					st = st[1:]
				}
			}
			from := len(s.rows)
			for k, l := range st {
				fl := s.flatten(l.Inlines, f.key)
				if i == 0 && k == 0 && begins {
					s.openingCapitals(&fl)
				}
				s.hanging(&fl, f, indent+step*Length(min(l.Indent, 8)), step*2, flushLeft)
			}
			if len(s.rows)-from <= shortStanza { // is seen as one thing
				s.keep(from)
			} else {
				s.together(from, inVerse)
			}
		}
	})
}

// together makes a stretch of rows reluctant to be parted, and keeps its first
// and its last row from standing alone.
func (s *setter) together(from int, penalty int32) {
	n := len(s.rows)
	for i := from; i < n-1; i++ {
		s.rows[i].penalty = max(s.rows[i].penalty, penalty)
	}
	if n-from > 1 {
		s.rows[from].penalty = never
		s.rows[n-2].penalty = never
	}
}

// width is the natural width of inlines on one line.
func (s *setter) width(ins []book.Inline, k fontKey) Length {
	fl := s.flatten(ins, k)
	return s.flatWidth(&fl)
}

// flatWidth is the natural width of a flat on one line; of its widest line where
// it has breaks of its own.
func (s *setter) flatWidth(fl *flat) Length {
	var w, widest int64
	for _, t := range s.tokenize(fl) {
		if t.p != nil {
			w += t.f.units(t.p.width)
		}
		switch t.after {
		case lineEnd:
			widest, w = max(widest, w), 0
		case spaced, tied:
			w += t.f.units(t.space)
		}
	}
	return Length((max(widest, w) + 999) / 1000)
}
