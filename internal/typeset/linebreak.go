package typeset

import (
	"slices"
	"unicode/utf8"
)

// A chance is a place where a line may end, with the running totals of the
// paragraph there, in millionths of a point. Totals before and after differ by
// the glue that vanishes at the line's end.
type chance struct {
	width, stretch, shrink    int64 // up to the end of a line that ends here
	width2, stretch2, shrink2 int64 // from the start of the line that begins here
	extra                     int64 // added to a line that ends here: a hyphen, less what hangs out
	lead                      int64 // what hangs out at the start of the line that begins here
	penalty                   int32
	flagged                   bool // ends in a hyphen
	forced                    bool
	broken                    bool // breaks a word anywhere, without a hyphen
	token                     int32
	at                        int32 // bytes of the token's piece that stand before; -1: all of it
}

// The parameters of Knuth and Plass, "Breaking Paragraphs into Lines" (1981), as
// plain TeX has them, but for the ladder, which is a rule here and not a price.
const (
	linePenalty     = 10
	hyphenPenalty   = 150
	adjacentDemerit = 10000    // two lines of very different spacing under each other
	doubleDemerit   = 20000    // two hyphens under each other
	finalDemerit    = 30000    // a hyphen on the last line but one
	runtDemerit     = 20000000 // a last line that is one short word
	thirdHyphen     = 40000000
	brokenPenalty   = 5000

	worst     = 1000000 // badness beyond this counts no more, so that sums stay in range
	unlimited = 1 << 30
)

// A pass is one try at a paragraph: which divisions it may use and how far
// spaces may stretch, as badness (100 at the natural stretch, growing with the cube).
type pass struct {
	hyphens   bool
	anywhere  bool
	tolerance int64
	stretches int64 // how many times its stretch a line may stretch, rounded up
	content   bool  // take the result only if nothing is ugly in it
	lines     int32 // the number of lines it must come to; 0 for any
}

var passes = [...]pass{
	{tolerance: 60, stretches: 1, content: true},
	{hyphens: true, tolerance: 800, stretches: 2, content: true},
	{hyphens: true, tolerance: 5000, stretches: 4},
	{hyphens: true, anywhere: true, tolerance: unlimited, stretches: unlimited},
}

// A shape is the paragraph's outline.
type shape struct {
	measure   Length
	first     Length // indent of the first line
	rest      Length // indent of the other lines
	align     alignment
	hyphenate bool
	hang      bool // punctuation hangs out
}

type alignment uint8

const (
	justified alignment = iota
	flushLeft
	centred
	flushRight
)

// A node is a chance that some good way to set the text before it leads to.
type node struct {
	chance   int32
	prev     int32 // index of the node before; -1 at the start
	demerits int64
	line     int32 // how many lines lead here
	fit      int8
	hyphens  int8 // how many lines in a row, this one the last, end in a hyphen
	ugly     bool // something on the way that a later pass may avoid
}

// breakLines finds where the lines end: indices into the setter's chances. The
// first pass whose result is good enough wins; the last one always finds a way.
func (s *setter) breakLines(tokens []token, sh *shape) []int32 {
	divides := sh.hyphenate && s.hyphenate
	for i := range passes {
		p := passes[i]
		if p.hyphens && p.content && !divides {
			continue // the next pass is the same with more tolerance
		}
		p.hyphens = p.hyphens && divides
		end := s.optimum(tokens, sh, &p)
		if end < 0 || p.content && s.nodes[end].ugly {
			continue
		}
		return s.way(end)
	}
	panic("typeset: the last pass found no way to break a paragraph")
}

// way lists the chances that lead to a node, in order.
func (s *setter) way(end int32) []int32 {
	s.ends = s.ends[:0]
	for n := end; s.nodes[n].prev >= 0; n = s.nodes[n].prev {
		s.ends = append(s.ends, s.nodes[n].chance)
	}
	slices.Reverse(s.ends)
	return s.ends
}

// tooLong reports whether the stretch without a chance that begins at token i is
// longer than a line.
func tooLong(tokens []token, i int, limit int64) bool {
	var w int64
	for ; i < len(tokens); i++ {
		t := &tokens[i]
		if t.p != nil {
			w += t.f.units(t.p.width)
		}
		if t.after == tied {
			w += t.f.units(t.space)
		}
		if w > limit {
			return true
		}
		if t.after != joined && t.after != tied {
			break
		}
	}
	return false
}

// hyphen tries a division of token i.
func (s *setter) hyphen(tokens []token, i int, d division, w, y, z int64, sh *shape, p *pass) {
	t := &tokens[i]
	x := t.f.units(t.f.hyphen)
	if sh.hang {
		x -= t.f.units(hangRight('-'))
	}
	w += t.f.units(d.width)
	s.chances = append(s.chances, chance{width: w, stretch: y, shrink: z, width2: w, stretch2: y, shrink2: z,
		extra: x, penalty: hyphenPenalty, flagged: true, token: int32(i), at: d.at})
	s.try(tokens, sh, p)
}

// breakAnywhere tries every place between the characters of a token that is part
// of a stretch longer than any line; where the word may be divided, with a hyphen.
func (s *setter) breakAnywhere(tokens []token, i int, divisions []division, w, y, z int64, sh *shape, p *pass) {
	t := &tokens[i]
	at := 0
	var done int32
	add := func(at int32) {
		w := w + t.f.units(done)
		s.chances = append(s.chances, chance{width: w, stretch: y, shrink: z, width2: w, stretch2: y, shrink2: z,
			penalty: brokenPenalty, broken: true, token: int32(i), at: at})
		s.try(tokens, sh, p)
	}
	for _, sg := range t.p.segs {
		for g := range sg.glyphs {
			gl := &sg.glyphs[g]
			if at > 0 && gl.Text != "" {
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
			at += len(gl.Text)
		}
	}
	if t.after == joined && i < len(tokens)-1 { // the paragraph's end is a chance anyway
		add(-1)
	}
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
	for i := range tokens {
		t := &tokens[i]
		starts := i == 0 || t.starts(&tokens[i-1])
		if p.anywhere && starts {
			long = tooLong(tokens, i, limit)
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
			if long {
				s.breakAnywhere(tokens, i, divisions, w, y, z, sh, p)
			} else {
				for _, d := range divisions {
					s.hyphen(tokens, i, d, w, y, z, sh, p)
				}
			}
			w += whole
		}
		c := chance{width: w, stretch: y, shrink: z, token: int32(i), at: -1, penalty: t.penalty, flagged: t.flagged}
		if t.p != nil && sh.hang {
			c.extra = -t.f.units(t.p.right)
		}
		switch t.after {
		case spaced, tied:
			w += t.f.units(t.space)
			if sh.align == justified && t.f.key.face != monoFace {
				y += t.f.units(t.space / 2)
				z += t.f.units(t.space * 3 / 10)
			}
		case loose:
			if sh.align == justified {
				y += t.f.units(60)
			}
		}
		c.width2, c.stretch2, c.shrink2 = w, y, z
		switch {
		case i == len(tokens)-1 || t.after == lineEnd:
			c.forced = true
		case t.after == spaced || t.after == breakable || t.after == loose:
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
			if a.prev >= 0 && s.runt(tokens, from0, c) {
				d += runtDemerit
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

// badness is TeX's: 100 times the cube of the share of the glue that is used up;
// and how tight the line is (0 tight, 1 decent, 2 loose, 3 very loose).
func badness(gap, stretch, shrink int64, last, ragged bool) (int64, int8) {
	if gap < 0 {
		if shrink == 0 {
			return 0, 1 // only reached when nothing shorter can be had
		}
		r := min(-gap*1000/shrink, 40000)
		bad := r * r * r / 10000000
		if r > 500 {
			return bad, 0
		}
		return bad, 1
	}
	if last || gap == 0 {
		return 0, 1
	}
	if stretch == 0 {
		return unlimited - 1, 3
	}
	r := min(gap*1000/stretch, 40000)
	bad := r * r * r / 10000000
	switch {
	case ragged || r <= 500:
		return bad, 1
	case r <= 1000:
		return bad, 2
	}
	return bad, 3
}

// runt reports whether the line between two chances, the paragraph's last, is one
// short word or the end of a divided one.
func (s *setter) runt(tokens []token, a, c *chance) bool {
	if a.token == c.token {
		return a.flagged // the rest of a divided word
	}
	first := a.token
	if a.at < 0 {
		first++
	} else if a.flagged {
		for j := first; j < c.token; j++ {
			if tokens[j].after != joined {
				return false
			}
		}
		return true
	}
	n := 0
	for j := first; j <= c.token; j++ {
		t := &tokens[j]
		if t.p != nil {
			n += utf8.RuneCountInString(t.p.text)
		}
		if t.after == spaced && j < c.token || n > 5 {
			return false
		}
	}
	return true
}

func abs(n int8) int8 {
	if n < 0 {
		return -n
	}
	return n
}
