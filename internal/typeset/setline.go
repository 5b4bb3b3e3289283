package typeset

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

func (s *setter) setLine(fl *flat, tokens []token, sh *shape, from, to *chance, indent Length) (*Line, []linkBox) {
	m := runMaker{s: s, fl: fl, line: s.newLine()}
	room := int64(sh.measure-indent)*1000 + from.lead
	m.left, m.x = int64(indent)*1000, -from.lead

	first, firstAt := int(from.token)+1, 0
	if from.at >= 0 {
		first, firstAt = int(from.token), int(from.at)
	}
	last := int(to.token)

	// The exact width, with divided words shaped as the line shows them.
	head, tail := (*piece)(nil), (*piece)(nil)
	var natural int64
	gaps := 0
	give := flex{}
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
			if sh.align == justified {
				give.letters(t.f, p.glyphs, p.width)
			}
		}
		if i < last {
			switch t.after {
			case spaced, tied:
				natural += t.f.units(t.space)
				if t.f.key.face != monoFace {
					gaps++
					give.space(t.f, t.space)
				}
			case loose:
				gaps++
				give.loose(t.f)
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
		if spare > 0 && (to.forced || gaps == 0) {
			spare = 0
		}
	case centred:
		m.left += spare / 2
		spare = 0
	case flushRight:
		m.left += spare
		spare = 0
	default:
		spare = 0
	}
	if spare != 0 {
		if fl.levels == nil {
			give.letters(tokens[last].f, -1, 0) // none after the last
		}
		m.track = give.track(spare)
		if m.wider = give.widening(spare); m.wider != 0 { // the line is set as for another measure
			spare = (room-from.lead)*1000/int64(1000+m.wider) + from.lead - natural
		}
		spare -= int64(m.track) * give.tracked
		if gaps == 0 && spare < 0 && give.tracked > 0 && m.track > -trackLeast {
			m.track-- // nothing else can take up the rest
		}
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
	var items []item // of a line in which text runs both ways
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
		if fl.levels != nil {
			items = append(items, item{token: i, level: fl.levelAt(textFrom), p: p, from: textFrom, to: textTo})
		} else if p != nil {
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
			if fl.levels != nil {
				items = append(items, item{token: i, space: true, level: fl.levelAt(textTo), from: textTo, to: int(tokens[i+1].start), extra: extra})
			} else {
				m.space(t, textTo, t.space+extra)
			}
		case loose:
			if by := stretch(t); fl.levels != nil {
				items = append(items, item{token: i, space: true, level: fl.levelAt(textFrom), from: textTo, to: textTo, extra: by})
			} else {
				m.widen(by)
			}
		}
	}
	if fl.levels != nil {
		m.placeDirected(tokens, items, s.mirrors(fl, sh))
		return m.line, m.links
	}
	m.end(&tokens[last], textEnd(tokens, last, to))
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
	p := &piece{text: text, width: shaped.width, glyphs: shaped.glyphs, left: shaped.left, right: shaped.right}
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
