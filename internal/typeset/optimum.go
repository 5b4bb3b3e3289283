package typeset

import (
	"unicode"
	"unicode/utf8"
)

// endless is how many lines a stretch without a chance may fill before its lines are
// broken one by one, where each is full: weighing every letter of a word of megabytes
// against every other would take hundreds of times its size.
const endless = 40

// tooLong reports whether the stretch without a chance that begins at token i is
// longer than a line, and whether it is endless.
func tooLong(tokens []token, i int, limit int64) (long, without bool) {
	var w int64
	for ; i < len(tokens); i++ {
		t := &tokens[i]
		if t.p != nil {
			w += t.f.units(t.p.width)
		}
		if t.after == tied {
			w += t.f.units(t.space)
		}
		if w > endless*limit {
			return true, true
		}
		if t.after != joined && t.after != tied {
			break
		}
	}
	return w > limit, false
}

// divisionPrice is the penalty of dividing a word at a byte: more where it is short, where
// two letters would stand alone on a line, and where it is a name or the like.
func divisionPrice(word string, at int) int32 {
	price := int32(hyphenPenalty)
	first, size := utf8.DecodeRuneInString(word)
	if unicode.IsUpper(first) && size < len(word) {
		price += 2 * poorDivision
	}
	if before, all := utf8.RuneCountInString(word[:at]), utf8.RuneCountInString(word); all < 7 {
		price += poorDivision
	} else if before < 3 || all-before < 3 {
		price += poorDivision
	}
	return price
}

// hyphen tries a division of token i.
func (s *setter) hyphen(tokens []token, i int, d division, w, y, z int64, sh *shape, p *pass) {
	t := &tokens[i]
	x := t.f.units(t.f.hyphen)
	if sh.hang {
		x -= t.f.units(hangRight('-'))
	}
	w += t.f.units(d.width)
	if sh.align == justified {
		t.f.letters(d.share, d.width, &y, &z)
	}
	s.chances = append(s.chances, chance{width: w, stretch: y, shrink: z, width2: w, stretch2: y, shrink2: z,
		extra: x, penalty: divisionPrice(t.p.text, int(d.at)), flagged: true, token: int32(i), at: d.at})
	s.try(tokens, sh, p)
}

// breakAnywhere tries every place between the characters of a token that is part
// of a stretch longer than any line; where the word may be divided, with a hyphen.
func (s *setter) breakAnywhere(tokens []token, i int, divisions []division, w, y, z int64, sh *shape, p *pass) {
	t := &tokens[i]
	at, end := 0, 0
	var done, glyphs int32
	add := func(at int32) { s.breakAt(tokens, i, at, w+t.f.units(done), y, z, glyphs, done, sh, p) }
	for _, sg := range t.p.segs {
		at, end = end, end+len(sg.text) // what is invisible has no glyph
		for g := range sg.glyphs {
			if t.f.key.rtl {
				g = len(sg.glyphs) - 1 - g
			}
			gl := &sg.glyphs[g]
			if at > 0 && gl.Text != "" && !unicode.Is(unicode.M, runeAt(gl.Text, 0)) && thaiMayEnd(runeBefore(t.p.text, at), runeAt(gl.Text, 0)) {
				divided := false
				for len(divisions) > 0 && int(divisions[0].at) <= at {
					divided = int(divisions[0].at) == at
					s.hyphen(tokens, i, divisions[0], w, y, z, sh, p)
					divisions = divisions[1:]
				}
				if !divided {
					add(int32(at))
				}
			}
			done += gl.Advance
			glyphs++
			at += len(gl.Text)
		}
	}
	if t.after == joined && i < len(tokens)-1 { // the paragraph's end is a chance anyway
		add(-1)
	}
}

// breakAt tries a break without a hyphen before byte at of token i, where a line is w wide
// and glyphs of the token stand on it, done wide.
func (s *setter) breakAt(tokens []token, i int, at int32, w, y, z int64, glyphs, done int32, sh *shape, p *pass) {
	if sh.align == justified {
		tokens[i].f.letters(glyphs, done, &y, &z)
	}
	s.chances = append(s.chances, chance{width: w, stretch: y, shrink: z, width2: w, stretch2: y, shrink2: z,
		penalty: brokenPenalty, broken: true, token: int32(i), at: at})
	s.try(tokens, sh, p)
}

// breakFull lets lines end between the characters of a token that is part of an endless
// stretch, only where a line is full that began at from; it returns where the last began.
func (s *setter) breakFull(tokens []token, i int, from, limit, w, y, z int64, sh *shape, p *pass) int64 {
	t := &tokens[i]
	at, end := 0, 0
	var done, glyphs int32
	add := func(at int32) {
		from = w + t.f.units(done)
		s.breakAt(tokens, i, at, from, y, z, glyphs, done, sh, p)
	}
	for _, sg := range t.p.segs {
		at, end = end, end+len(sg.text)
		for g := range sg.glyphs {
			if t.f.key.rtl {
				g = len(sg.glyphs) - 1 - g
			}
			gl := &sg.glyphs[g]
			if at > 0 && gl.Text != "" && !unicode.Is(unicode.M, runeAt(gl.Text, 0)) && w+t.f.units(done+gl.Advance)-from > limit {
				add(int32(at))
			}
			done += gl.Advance
			glyphs++
			at += len(gl.Text)
		}
	}
	if t.after == joined && i < len(tokens)-1 && w+t.f.units(done+2000)-from > limit { // two ems hold the widest letter
		add(-1)
	}
	return from
}

// optimum goes over the paragraph once, from chance to chance, and returns the
// index of the node that ends it; -1 when the pass is too strict.
func (s *setter) optimum(tokens []token, sh *shape, p *pass) int32 {
	s.chances = append(s.chances[:0], chance{token: -1, at: -1})
	s.nodes = append(s.nodes[:0], node{prev: -1, fit: 1})
	s.active = append(s.active[:0], 0)
	limit := int64(sh.measure-max(sh.first, sh.rest)) * 1000
	var w, y, z int64 // width, stretch and shrink of everything before
	long := false     // the stretch without a chance that we are in is longer than a line
	without := false  // and than many
	var from int64    // where its last full line began
	for i := range tokens {
		t := &tokens[i]
		starts := i == 0 || t.starts(&tokens[i-1])
		if p.anywhere && starts {
			long, without = tooLong(tokens, i, limit)
			from = w
		}
		if t.p != nil {
			if sh.hang && starts {
				s.chances[len(s.chances)-1].lead = t.f.units(t.p.left)
			}
			whole := t.f.units(t.p.width)
			var divisions []division
			if p.hyphens && !t.solid && s.mayEndIn(w, whole, y, sh, p) {
				divisions = s.divide(t.f, t.p)
			}
			if without {
				from = s.breakFull(tokens, i, from, limit, w, y, z, sh, p)
			} else if long {
				s.breakAnywhere(tokens, i, divisions, w, y, z, sh, p)
			} else {
				for _, d := range divisions {
					s.hyphen(tokens, i, d, w, y, z, sh, p)
				}
			}
			w += whole
			if sh.align == justified {
				t.f.letters(t.p.glyphs, t.p.width, &y, &z)
			}
		}
		c := chance{width: w, stretch: y, shrink: z, token: int32(i), at: -1, penalty: t.penalty, flagged: t.flagged}
		if t.p != nil && sh.hang {
			c.extra = -t.f.units(t.p.right)
		}
		switch t.after {
		case spaced, tied:
			w += t.f.units(t.space)
			if sh.align == justified && t.f.key.face != monoFace {
				t.f.gap(t.space, &y, &z)
			}
		case loose:
			if sh.align == justified {
				y += t.f.units(looseGap)
			}
		}
		c.width2, c.stretch2, c.shrink2 = w, y, z
		switch {
		case i == len(tokens)-1 || t.after == lineEnd:
			c.forced = true
		case t.after == loose && sh.align == centred:
			c.penalty = phrasePenalty
		case t.after == spaced || t.after == breakable || t.after == loose:
		case t.after == tied && p.ties && wordy(runeAt(tokens[i+1].text(), 0)):
			c.penalty = tiePenalty
			if s.phrases {
				c.penalty = headingTie
			}
		case t.after == tied && long:
			c.penalty = brokenPenalty
		default:
			continue
		}
		s.chances = append(s.chances, c)
		s.try(tokens, sh, p)
		if len(s.active) == 0 {
			return -1
		}
	}
	end := int32(-1)
	for _, ai := range s.active {
		if n := &s.nodes[ai]; (p.lines == 0 || n.line == p.lines) && (end < 0 || n.demerits < s.nodes[end].demerits) {
			end = ai
		}
	}
	return end
}

// text is the token's piece as text.
func (t *token) text() string {
	if t.p == nil {
		return ""
	}
	return t.p.text
}

// starts reports whether a line may begin with the token that follows before.
func (t *token) starts(before *token) bool { return before.after != joined && before.after != tied }

// mayEndIn reports whether any line may end inside a word that begins at w and is
// wide units wide; dividing words that stand in the middle of every possible
// line would be for nothing.
func (s *setter) mayEndIn(w, wide, y int64, sh *shape, p *pass) bool {
	full := int64(sh.measure) * 1000
	for i := len(s.active) - 1; i >= 0; i-- {
		a := &s.nodes[s.active[i]]
		c := &s.chances[a.chance]
		indent := sh.rest
		if a.prev < 0 {
			indent = sh.first
		}
		if used := w - c.width2; used+wide+(y-c.stretch2)*p.stretches > full-int64(indent)*1000 {
			return true
		}
	}
	return false
}

// try weighs the last chance against every active node.
func (s *setter) try(tokens []token, sh *shape, p *pass) {
	b := len(s.chances) - 1
	c := &s.chances[b]
	full := int64(sh.measure) * 1000
	slack := int64(0) // stretch of a line that need not be full
	if sh.align != justified {
		slack = full / 6
	}
	// The best way here for each tightness and number of hyphens; and for each
	// number of lines as well when that matters.
	if len(s.active) == 0 {
		return
	}
	slots := 12
	least := int32(0)
	if p.lines > 0 {
		slots = len(s.best)
		least = s.nodes[s.active[0]].line
		for _, ai := range s.active[1:] {
			least = min(least, s.nodes[ai].line)
		}
	}
	best, from := s.best[:slots], s.from[:slots]
	clear(from)
	found := false
	keep := s.active[:0]
	for _, ai := range s.active {
		a := &s.nodes[ai]
		from0 := &s.chances[a.chance]
		room := full
		if a.prev < 0 {
			room -= int64(sh.first) * 1000
		} else {
			room -= int64(sh.rest) * 1000
		}
		room += from0.lead
		gap := room - (c.width + c.extra - from0.width2)
		stretch, shrink := c.stretch-from0.stretch2+slack, c.shrink-from0.shrink2
		if -gap > shrink && !(p.anywhere && b == int(a.chance)+1) {
			continue // too long for this and every later chance
		}
		keep = append(keep, ai)
		bad, fit := badness(gap, stretch, shrink, c.forced, sh.align != justified)
		if bad > p.tolerance {
			continue
		}
		hyphens := int8(0)
		if c.flagged {
			hyphens = a.hyphens + 1
		}
		d := linePenalty + min(bad, worst)
		d *= d
		pen := int64(c.penalty)
		d += pen * pen
		if c.flagged && a.hyphens > 0 {
			d += doubleDemerit
		}
		if hyphens > 2 {
			if !p.anywhere {
				continue // no ladder of three
			}
			d += thirdHyphen
			hyphens = 2
		}
		if abs(fit-a.fit) > 1 && sh.align == justified {
			d += adjacentDemerit
		}
		if c.forced {
			if a.hyphens > 0 {
				d += finalDemerit
			}
			if a.prev >= 0 {
				d += s.runt(tokens, from0, c)
			}
		}
		d += a.demerits
		slot := int(fit)*3 + int(hyphens)
		if p.lines > 0 {
			slot += 12 * int(min(a.line-least, 3))
		}
		if from[slot] == 0 || d < best[slot] {
			best[slot], from[slot] = d, ai+1
			found = true
		}
	}
	s.active = keep
	if c.forced {
		s.active = s.active[:0]
	}
	if !found {
		return
	}
	for slot := range slots {
		if from[slot] == 0 {
			continue
		}
		prev := from[slot] - 1
		s.nodes = append(s.nodes, node{chance: int32(b), prev: prev, demerits: best[slot], line: s.nodes[prev].line + 1,
			fit: int8(slot % 12 / 3), hyphens: int8(slot % 3),
			ugly: s.nodes[prev].ugly || best[slot]-s.nodes[prev].demerits >= runtDemerit/2})
		s.active = append(s.active, int32(len(s.nodes)-1))
	}
}
