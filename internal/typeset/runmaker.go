package typeset

// A runMaker collects the runs of one line.
type runMaker struct {
	s      *setter
	x      int64 // millionths of a point from the left edge, before the line's letters become wider
	left   int64 // where that edge stands, from the text block's
	wider  int32 // thousandths by which the line's letters are wider than they are drawn
	line   *Line
	font   *font // of the run being made; nil for none
	face   uint8
	raise  Length
	track  int32 // letter-spacing of the line, thousandths of an em
	start  int   // where its glyphs begin in the slab
	text   int   // where its text begins in the flat
	x0     int64 // where it begins
	links  []linkBox
	link   int16
	linkX0 int64
	fl     *flat

	rigid     bool // the open run's letters are not moved apart
	directed  bool // the open run's text is the bytes [low, high)
	low, high int
}

// at is where on the text block a place of the line stands.
func (m *runMaker) at(x int64) int64 { return m.left + x + x*int64(m.wider)/1000 }

// piece adds a token's glyphs.
func (m *runMaker) piece(t *token, p *piece, from, to int) {
	if t.link != m.link {
		m.endLink(from)
		m.link, m.linkX0 = t.link, m.x
	}
	at := from
	for i := range p.segs {
		sg := &p.segs[i]
		m.run(t.f, sg.face, t.raise, at)
		m.seg(t.f, sg)
		at += len(sg.text)
	}
}

// seg adds a seg's glyphs to the open run.
func (m *runMaker) seg(f *font, sg *seg) {
	from := len(m.s.glyphs)
	m.s.glyphs = append(m.s.glyphs, sg.glyphs...)
	m.x += f.units(sg.width)
	m.rigid = sg.rigid
	if m.track != 0 && f.key.face != monoFace && !sg.rigid {
		m.x += f.units(m.track * letterspace(m.s.glyphs[from:], m.track))
	}
}

// run makes sure that a run of this font, face and raise is open, the text of
// which goes on at byte at.
func (m *runMaker) run(f *font, face uint8, raise Length, at int) {
	if m.font != nil && m.font.key == f.key && m.face == face && m.raise == raise {
		return
	}
	m.close(at)
	m.s.room(256)
	m.font, m.face, m.raise = f, face, raise
	m.directed, m.rigid = false, false
	m.start, m.text, m.x0 = len(m.s.glyphs), at, m.x
}

func (m *runMaker) space(t *token, at int, advance int32) {
	own := m.font != nil && m.face == m.font.spaceF && m.face < symbolFace // the run has a space of its own
	if m.font == nil || m.font.key.size != t.f.key.size || m.font.key.rtl != t.f.key.rtl || m.raise != t.raise || m.face != t.f.spaceF && !own {
		m.run(t.f, t.f.spaceF, t.raise, at)
	}
	if t.f.key.face != monoFace {
		advance -= m.track // the letter before it has it
	}
	text := " "
	if t.after == tied && at+1 < len(m.fl.text) && m.fl.text[at] == 0xC2 {
		text = "\u00A0"
	}
	id := t.f.spaceG
	if m.face != t.f.spaceF {
		id = m.font.spaceG
	}
	m.s.glyphs = append(m.s.glyphs, Glyph{ID: id, Advance: advance, Text: text})
	m.x += t.f.units(advance)
}

// widen gives the last glyph more room.
func (m *runMaker) widen(by int32) {
	if by == 0 || m.font == nil || len(m.s.glyphs) == m.start {
		return
	}
	m.s.glyphs[len(m.s.glyphs)-1].Advance += by
	m.x += m.font.units(by)
}

// end ends the line: no letter-spacing follows its last letter.
func (m *runMaker) end(t *token, to int) {
	if n := len(m.s.glyphs); m.font != nil && n > m.start && t.p != nil && t.f.key.face != monoFace {
		m.s.glyphs[n-1].Advance -= m.track
		m.x -= m.font.units(m.track)
	}
	m.close(to)
	m.endLink(to)
}

// close ends the run being made; its text ends at byte to.
func (m *runMaker) close(to int) {
	if m.font == nil {
		return
	}
	g := m.s.glyphs[m.start:len(m.s.glyphs):len(m.s.glyphs)]
	if len(g) > 0 {
		track := int32(m.font.key.track)
		if m.face != monoFace {
			track += m.track
		}
		if m.rigid {
			track = 0
		}
		from, to := m.text, max(m.text, to)
		if m.directed {
			from, to = m.low, m.high
		}
		m.line.Runs = append(m.line.Runs, Run{
			Face: int(m.face), Size: m.font.key.size, X: Length((m.at(m.x0) + 500) / 1000), Wider: m.wider, Raise: m.raise, Grey: m.font.key.grey, Track: track, track: m.font.key.track,
			Glyphs: g, Text: m.fl.text[from:to], RightToLeft: m.font.key.rtl, Stress: m.font.key.stress, at: from,
		})
	}
	m.font = nil
}

// endLink ends what a link covers; its text ends at byte at.
func (m *runMaker) endLink(at int) {
	if m.link > 0 && m.fl.links[m.link-1].ruby != "" {
		m.close(at)
		m.reading(&m.fl.links[m.link-1])
	} else if m.link > 0 {
		m.links = append(m.links, linkBox{m.fl.links[m.link-1], Length(m.at(m.linkX0) / 1000), Length(m.at(m.x) / 1000)})
	}
	m.link = 0
}
