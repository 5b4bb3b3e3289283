package typeset

import "storybind/internal/book"

// sceneBreak sets the gap between scenes. A break that the author marked has the
// house's ornament, three asterisks on the baseline; one that only blank lines
// mark stays a blank line, unless a page ends there: then it shows the ornament,
// or readers would not see the gap.
func (s *setter) sceneBreak(b *book.SceneBreak) {
	if n := len(s.rows); n > 0 && s.rows[n-1].kind == sceneRow {
		return // a second break right after the first
	}
	s.dropSoft()
	o := s.ornament()
	f := s.body()
	if b.Mark == "" {
		s.keepLast()
		s.put(row{kind: sceneRow, line: o, base: f.base(), height: f.leading, penalty: afterScene})
		return
	}
	if n := len(s.rows); n > 0 {
		s.rows[n-1].penalty = max(s.rows[n-1].penalty, beforeScene)
	}
	s.white(f.leading)
	s.put(row{kind: textRow, line: o, base: f.base(), height: f.leading, penalty: afterScene})
	s.white(f.leading)
}

// ornament is the line of a scene break.
func (s *setter) ornament() *Line {
	mark := "∗"
	k := fontKey{size: s.geo.size}
	for _, r := range "⁎*" {
		if s.faces[k.face].Covers(r) {
			mark = string(r)
			break
		}
	}
	fl := s.plain(mark+"\u2002"+mark+"\u2002"+mark, k)
	sh := shape{align: centred, measure: s.geo.measure()}
	var out *Line
	tokens := s.tokenize(&fl)
	for i := range tokens { // one line, whatever its width
		if tokens[i].after == breakable {
			tokens[i].after = joined
		}
	}
	s.setLines(&fl, tokens, &sh, s.breakLines(tokens, &sh), func(l *Line, _ []linkBox, _ bool) { out = l })
	out.Kind = Ornament
	return out
}

// dropSoft takes back white space that a set-off block left behind.
func (s *setter) dropSoft() {
	if n := len(s.rows); n > 0 && s.rows[n-1].kind == softRow {
		s.rows = s.rows[:n-1]
	}
}
