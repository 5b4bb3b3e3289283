package typeset

// A setLine is a line of type before it has a place on a page.
type setLine struct {
	line  *Line
	links []linkBox
	notes []target // marks of notes on the line are in links; this names what the line anchors
}

// A linkBox is where on a line a link stands, from the text block's left edge.
type linkBox struct {
	to     target
	x0, x1 Length
}

// setLines places the glyphs of a broken paragraph, line by line. Spaces take up
// what is missing to the full measure in whole thousandths of an em; what does
// not divide evenly is spread over the line, so its right edge is exact to a
// thousandth of an em.
func (s *setter) setLines(fl *flat, tokens []token, sh *shape, ends []int32, emit func(l *Line, links []linkBox, broken bool)) {
	from := &s.chances[0]
	for i, e := range ends {
		to := &s.chances[e]
		indent := sh.rest
		if i == 0 {
			indent = sh.first
		}
		l, links := s.setLine(fl, tokens, sh, from, to, indent)
		emit(l, links, to.broken)
		from = to
	}
}

// A runMaker collects the runs of one line.
type runMaker struct {
	s      *setter
	x      int64 // millionths of a point from the text block's left edge
	line   *Line
	font   *font // of the run being made; nil for none
	face   uint8
	raise  Length
	start  int   // where its glyphs begin in the slab
	text   int   // where its text begins in the flat
	x0     int64 // where it begins
	links  []linkBox
	link   int16
	linkX0 int64
	fl     *flat
}

func (s *setter) setLine(fl *flat, tokens []token, sh *shape, from, to *chance, indent Length) (*Line, []linkBox) {
	m := runMaker{s: s, fl: fl, line: s.newLine()}
	room := int64(sh.measure-indent)*1000 + from.lead
	m.x = int64(indent)*1000 - from.lead

	first, firstAt := int(from.token)+1, 0
	if from.at >= 0 {
		first, firstAt = int(from.token), int(from.at)
	}
	last := int(to.token)

	// The exact width, with divided words shaped as the line shows them.
	head, tail := (*piece)(nil), (*piece)(nil)
	var natural int64
	gaps := 0
	for i := first; i <= last; i++ {
		t := &tokens[i]
		if p := s.part(t, i == first, firstAt, i == last, int(to.at), to.flagged && to.at >= 0); p != nil {
			if i == first {
				head = p
			}
			if i == last {
				tail = p
			}
			natural += t.f.units(p.width)
		}
		if i < last {
			switch t.after {
			case spaced, tied:
				natural += t.f.units(t.space)
				if t.f.key.face != monoFace {
					gaps++
				}
			case loose:
				gaps++
			}
		}
	}
	if sh.hang && tail != nil && to.at < 0 {
		natural -= tokens[last].f.units(tail.right)
	} else if sh.hang && to.flagged {
		natural -= tokens[last].f.units(hangRight('-'))
	}
	spare := room - natural
	switch sh.align {
	case justified:
		// The last line keeps its natural spaces unless it is too long.
		if to.forced && spare > 0 || gaps == 0 {
			spare = 0
		}
	case centred:
		m.x += spare / 2
		spare = 0
	case flushRight:
		m.x += spare
		spare = 0
	default:
		spare = 0
	}

	given := 0
	var debt int64 // spare that whole thousandths could not take up yet
	stretch := func(t *token) int32 {
		if gaps == 0 || spare == 0 {
			return 0
		}
		share := spare*int64(given+1)/int64(gaps) - spare*int64(given)/int64(gaps) + debt
		given++
		size := int64(t.f.key.size)
		n := share / size
		if share%size != 0 && share < 0 {
			n-- // round down, so that the line is never too long
		}
		debt = share - n*size
		return int32(n)
	}
	for i := first; i <= last; i++ {
		t := &tokens[i]
		p := t.p
		textFrom, textTo := int(t.start), int(t.end)
		if i == first {
			if head != nil {
				p = head
			}
			textFrom += firstAt
		}
		if i == last {
			p = tail
			if to.at >= 0 {
				textTo = int(t.start) + int(to.at)
			}
		}
		if p != nil {
			m.piece(t, p, textFrom, textTo)
		}
		if i == last {
			break
		}
		switch t.after {
		case spaced, tied:
			extra := int32(0)
			if t.f.key.face != monoFace {
				extra = stretch(t)
			}
			m.space(t, textTo, t.space+extra)
		case loose:
			m.widen(stretch(t))
		}
	}
	m.close(textEnd(tokens, last, to))
	m.endLink()
	return m.line, m.links
}

func textEnd(tokens []token, last int, to *chance) int {
	if to.at >= 0 {
		return int(tokens[last].start) + int(to.at)
	}
	return int(tokens[last].end)
}

// part is what of a token's piece stands on a line: all of it, or the side of a
// division, with a hyphen where one is due.
func (s *setter) part(t *token, isFirst bool, firstAt int, isLast bool, lastAt int, hyphen bool) *piece {
	if t.p == nil {
		return nil
	}
	text := t.p.text
	a, b := 0, len(text)
	if isFirst {
		a = firstAt
	}
	if isLast && lastAt >= 0 {
		b = lastAt
	}
	if a == 0 && b == len(text) {
		return t.p
	}
	if isLast && lastAt >= 0 && hyphen {
		return s.hyphened(t.f, text[a:b])
	}
	return s.piece(t.f, text[a:b])
}

// hyphened is the text with a hyphen that stands for no character of the book.
func (s *setter) hyphened(f *font, text string) *piece {
	const mark = "\u00AD" // what copying shows; see Glyph.Text
	key := text + mark + "\x00"
	if p := f.words[key]; p != nil {
		return p
	}
	shaped := s.shape(f, text+"-")
	p := &piece{text: text, width: shaped.width, left: shaped.left, right: shaped.right}
	p.segs = append(p.segs, shaped.segs...)
	last := &p.segs[len(p.segs)-1]
	last.glyphs = append([]Glyph(nil), last.glyphs...)
	g := &last.glyphs[len(last.glyphs)-1]
	if n := len(g.Text); n > 0 && g.Text[n-1] == '-' {
		g.Text = g.Text[:n-1] + mark
	}
	last.text = last.text[:len(last.text)-1]
	f.words[key] = p
	return p
}

// piece adds a token's glyphs.
func (m *runMaker) piece(t *token, p *piece, from, to int) {
	if t.link != m.link {
		m.endLink()
		m.link, m.linkX0 = t.link, m.x
	}
	at := from
	for i := range p.segs {
		sg := &p.segs[i]
		m.run(t.f, sg.face, t.raise, at)
		m.s.glyphs = append(m.s.glyphs, sg.glyphs...)
		m.x += t.f.units(sg.width)
		at += len(sg.text)
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
	m.start, m.text, m.x0 = len(m.s.glyphs), at, m.x
}

func (m *runMaker) space(t *token, at int, advance int32) {
	if m.font == nil || m.font.key.size != t.f.key.size || m.face >= symbolFace && t.f.key.face != m.face || m.raise != t.raise {
		m.run(t.f, t.f.key.face, t.raise, at)
	}
	text := " "
	if t.after == tied && at+1 < len(m.fl.text) && m.fl.text[at] == 0xC2 {
		text = "\u00A0"
	}
	id := t.f.spaceG
	if m.face != t.f.key.face {
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

// close ends the run being made; its text ends at byte to.
func (m *runMaker) close(to int) {
	if m.font == nil {
		return
	}
	g := m.s.glyphs[m.start:len(m.s.glyphs):len(m.s.glyphs)]
	if len(g) > 0 {
		m.line.Runs = append(m.line.Runs, Run{
			Face: int(m.face), Size: m.font.key.size, X: Length((m.x0 + 500) / 1000), Raise: m.raise, Grey: m.font.key.grey,
			Glyphs: g, Text: m.fl.text[m.text:max(m.text, to)],
		})
	}
	m.font = nil
}

func (m *runMaker) endLink() {
	if m.link > 0 {
		m.links = append(m.links, linkBox{m.fl.links[m.link-1], Length(m.linkX0 / 1000), Length(m.x / 1000)})
	}
	m.link = 0
}
