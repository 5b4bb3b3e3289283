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
	hyphenPenalty   = 110      // letters and spaces give before a word is divided
	poorDivision    = 60       // more for a short word, for two letters on a line, and twice for a name
	adjacentDemerit = 10000    // two lines of very different spacing under each other
	doubleDemerit   = 20000    // two hyphens under each other
	finalDemerit    = 30000    // a hyphen on the last line but one
	runtDemerit     = 20000000 // a last line that is one short word
	restDemerit     = 150000   // a last line that is the end of a divided word, but not a short one
	thirdHyphen     = 40000000
	brokenPenalty   = 5000
	phrasePenalty   = 300 // a break inside a heading's phrase, in scripts that part phrases only
	tiePenalty      = 350 // a break in "Mr. Darcy", worse than any but a line with gaping spaces

	headingTie = 1500 // the same in a heading, worse than any short line

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
	ties      bool  // words that are tied together may be parted
	lines     int32 // the number of lines it must come to; 0 for any
}

var passes = [...]pass{
	{tolerance: 60, stretches: 1, content: true},
	{hyphens: true, tolerance: 350, stretches: 2, content: true},
	{hyphens: true, ties: true, tolerance: 5000, stretches: 4},
	{hyphens: true, ties: true, anywhere: true, tolerance: unlimited, stretches: unlimited},
}

// A shape is the paragraph's outline.
type shape struct {
	measure   Length
	first     Length // indent of the first line
	rest      Length // indent of the other lines
	align     alignment
	hyphenate bool
	hang      bool // punctuation hangs out
	own       bool // stands at the edge at which its own script begins
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

// runt is what the line between two chances, the paragraph's last, costs when it
// is one short word or the end of a divided one.
func (s *setter) runt(tokens []token, a, c *chance) int64 {
	first, from, divided := a.token+1, 0, false
	if a.at >= 0 {
		first, from, divided = a.token, int(a.at), a.flagged
	}
	n := 0
	for j := first; j <= c.token; j++ {
		t := &tokens[j]
		if t.p != nil {
			n += utf8.RuneCountInString(t.p.text[from:])
		}
		from = 0
		if t.after == spaced && j < c.token || n > 5 && !divided {
			return 0
		}
	}
	if divided && n > 5 {
		return restDemerit
	}
	return runtDemerit
}

func abs(n int8) int8 {
	if n < 0 {
		return -n
	}
	return n
}
