package typeset

import "unicode/utf8"

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
	hyphenPenalty   = 60
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
	content   bool // take the result only if nothing is ugly in it
}

var passes = [...]pass{
	{tolerance: 60, content: true},
	{hyphens: true, tolerance: 800, content: true},
	{hyphens: true, tolerance: 5000},
	{hyphens: true, anywhere: true, tolerance: unlimited},
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
	fit      int8
	hyphens  int8 // how many lines in a row, this one the last, end in a hyphen
	ugly     bool // something on the way that a later pass may avoid
}

// breakLines finds where the lines end: indices into the setter's chances. The
// first pass whose result is good enough wins; the last one always finds a way.
func (s *setter) breakLines(tokens []token, sh *shape) []int32 {
	built := -1
	for i := range passes {
		p := passes[i]
		if p.hyphens && !p.anywhere && !(sh.hyphenate && s.hyphenate) && i < len(passes)-2 {
			continue
		}
		kind := 0
		if p.hyphens && sh.hyphenate && s.hyphenate {
			kind = 1
		}
		if p.anywhere {
			kind = 2
		}
		if kind != built {
			s.chancesOf(tokens, sh, kind >= 1 && sh.hyphenate && s.hyphenate, p.anywhere)
			built = kind
		}
		if end := s.optimum(tokens, sh, &p); end >= 0 {
			if p.content && s.nodes[end].ugly {
				continue
			}
			s.ends = s.ends[:0]
			for n := end; s.nodes[n].prev >= 0; n = s.nodes[n].prev {
				s.ends = append(s.ends, s.nodes[n].chance)
			}
			for i, j := 0, len(s.ends)-1; i < j; i, j = i+1, j-1 {
				s.ends[i], s.ends[j] = s.ends[j], s.ends[i]
			}
			return s.ends
		}
	}
	panic("typeset: the last pass found no way to break a paragraph")
}

// chancesOf lists the chances of a paragraph, the start first.
func (s *setter) chancesOf(tokens []token, sh *shape, hyphens, anywhere bool) {
	cs := s.chances[:0]
	limit := int64(sh.measure-max(sh.first, sh.rest)) * 1000
	var w, y, z int64
	add := func(c chance) {
		cs = append(cs, c)
	}
	add(chance{token: -1, at: -1})
	for i := range tokens {
		t := &tokens[i]
		if t.p != nil {
			if sh.hang && (i == 0 || tokens[i-1].after != joined && tokens[i-1].after != tied) {
				cs[len(cs)-1].lead = t.f.units(t.p.left)
			}
			whole := t.f.units(t.p.width)
			if hyphens && !t.solid {
				for _, d := range s.divide(t.f, t.p) {
					x := t.f.units(t.f.hyphen)
					if sh.hang {
						x -= t.f.units(hangRight('-'))
					}
					dw := t.f.units(d.width)
					add(chance{width: w + dw, stretch: y, shrink: z, width2: w + dw, stretch2: y, shrink2: z,
						extra: x, penalty: hyphenPenalty, flagged: true, token: int32(i), at: d.at})
				}
			}
			if anywhere {
				s.breakAnywhere(&cs, tokens, i, w, y, z, limit)
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
			add(c)
		case t.after == spaced || t.after == breakable || t.after == loose:
			add(c)
		}
	}
	s.chances = cs
}

// breakAnywhere adds chances between the characters of a word that is too long
// for any line. A word runs over tokens that are joined.
func (s *setter) breakAnywhere(cs *[]chance, tokens []token, i int, w, y, z, limit int64) {
	var word int64
	for j := i; j >= 0 && (j == i || tokens[j].after == joined); j-- {
		if tokens[j].p != nil {
			word += tokens[j].f.units(tokens[j].p.width)
		}
	}
	for j := i; j+1 < len(tokens) && tokens[j].after == joined && word <= limit; j++ {
		if tokens[j+1].p != nil {
			word += tokens[j+1].f.units(tokens[j+1].p.width)
		}
	}
	if word <= limit {
		return
	}
	t := &tokens[i]
	at := 0
	var done int32
	for _, sg := range t.p.segs {
		for g := range sg.glyphs {
			gl := &sg.glyphs[g]
			if at > 0 && gl.Text != "" {
				dw := t.f.units(done)
				*cs = append(*cs, chance{width: w + dw, stretch: y, shrink: z, width2: w + dw, stretch2: y, shrink2: z,
					penalty: brokenPenalty, broken: true, token: int32(i), at: int32(at)})
			}
			done += gl.Advance
			at += len(gl.Text)
		}
	}
	if t.after == joined && i+1 < len(tokens) {
		dw := t.f.units(t.p.width)
		*cs = append(*cs, chance{width: w + dw, stretch: y, shrink: z, width2: w + dw, stretch2: y, shrink2: z,
			penalty: brokenPenalty, broken: true, token: int32(i), at: -1})
	}
}

// optimum runs the algorithm over the chances and returns the index of the node
// that ends the paragraph, -1 when the pass is too strict.
func (s *setter) optimum(tokens []token, sh *shape, p *pass) int32 {
	cs := s.chances
	nodes := append(s.nodes[:0], node{chance: 0, prev: -1, fit: 1})
	active := append(s.active[:0], 0)
	full := int64(sh.measure) * 1000
	slack := int64(0) // stretch of a line that need not be full
	if sh.align != justified {
		slack = full / 6
	}
	for b := 1; b < len(cs); b++ {
		c := &cs[b]
		var best [12]int64
		var from [12]int32
		found := false
		keep := active[:0]
		for _, ai := range active {
			a := &nodes[ai]
			from0 := &cs[a.chance]
			room := full
			if a.prev < 0 {
				room -= int64(sh.first) * 1000
			} else {
				room -= int64(sh.rest) * 1000
			}
			room += from0.lead
			natural := c.width + c.extra - from0.width2
			gap := room - natural
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
			if !found || from[slot] == 0 || d < best[slot] {
				if !found {
					from = [12]int32{}
				}
				best[slot], from[slot] = d, ai+1
				found = true
			}
		}
		active = keep
		if c.forced {
			active = active[:0]
		}
		if found {
			for slot := range best {
				if from[slot] == 0 {
					continue
				}
				prev := from[slot] - 1
				nodes = append(nodes, node{chance: int32(b), prev: prev, demerits: best[slot], fit: int8(slot / 3), hyphens: int8(slot % 3),
					ugly: nodes[prev].ugly || best[slot]-nodes[prev].demerits >= runtDemerit/2})
				active = append(active, int32(len(nodes)-1))
			}
		}
		if len(active) == 0 {
			s.nodes, s.active = nodes, active
			return -1
		}
	}
	end := active[0]
	for _, ai := range active[1:] {
		if nodes[ai].demerits < nodes[end].demerits {
			end = ai
		}
	}
	s.nodes, s.active = nodes, active
	return end
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
