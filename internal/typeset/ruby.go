package typeset

import (
	"unicode/utf8"

	"storybind/internal/book"
)

// Readings stand above their characters, in type of half the size (JIS X 4051, 4.3), centred;
// a longer one hangs over its neighbours by a quarter of a character on each side, or is set
// a little smaller. Where it has no room, above large type, close lines or letters that rise
// high, it stands behind its text in brackets.
const (
	rubyRaise  = 910  // the base line above the text's, thousandths of the text's size
	rubyRoom   = 1520 // how far apart lines are at least, thousandths of the text's size
	longestOne = 60   // bytes; what is longer stands in brackets
)

// rubySize is the size of a reading above its text, 0 where it has no room.
func (s *setter) rubySize(r book.Ruby, k fontKey) Length {
	if !startsWide(r.Base) || len(r.Base) > longestOne || len(r.Reading) > longestOne || s.geo.rtl || int64(s.geo.leading)*1000 < int64(k.size)*rubyRoom {
		return 0
	}
	f := s.font(k)
	room := f.units(s.piece(f, r.Base).width) + int64(k.size)*1000/2
	for _, percent := range []Length{50, 45, 40} {
		k.size = f.key.size * percent / 100
		if small := s.font(k); small.units(s.piece(small, r.Reading).width) <= room {
			return k.size
		}
	}
	return 0
}

// reading adds the runs of the reading of what was just set.
func (m *runMaker) reading(t *target) {
	if len(m.line.Runs) == 0 {
		return
	}
	base := m.line.Runs[len(m.line.Runs)-1]
	k := fontKey{size: t.size, grey: base.Grey}
	if base.Face < symbolFace {
		k.face = uint8(base.Face)
	}
	f := m.s.font(k)
	p := m.s.piece(f, t.ruby)
	x := (m.at(m.linkX0) + m.at(m.x) - f.units(p.width)) / 2
	for i := range p.segs {
		sg := &p.segs[i]
		m.line.Runs = append(m.line.Runs, Run{Face: int(sg.face), Size: t.size, X: Length((x + 500) / 1000), Raise: base.Raise + Length(int64(base.Size)*rubyRaise/1000), Grey: k.grey, Glyphs: sg.glyphs, Text: sg.text, at: base.at})
		x += f.units(sg.width)
	}
}

// startsWide reports whether a text begins with a character of East Asia.
func startsWide(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return wide(r)
}
