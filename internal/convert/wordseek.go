package convert

import "strings"

// seek moves both cursors to the nearest place at which they agree again, and
// counts the words of the story that were passed over as lost.
func (c *check) seek() {
	for window := 48; window <= 3072 && c.effort < maxEffort; window *= 4 {
		s, m := peek(c.src, window), peek(c.mdl, window)
		c.effort += window
		if a, b := agree(s, m); a+b > 0 {
			c.lose(s[:a])
			if a < len(s) {
				c.src = s[a].before
			} else {
				c.src = endOf(c.src)
			}
			if b < len(m) {
				c.mdl = m[b].before
			} else {
				c.mdl.jump(len(c.mdl.pieces))
			}
			return
		}
	}
	// On to the next block that stands behind this place.
	c.mdl.jump(c.mdl.piece + 1)
	for c.mdl.piece < len(c.mdl.pieces) && c.mdl.pieces[c.mdl.piece].start <= c.src.at {
		c.mdl.piece++
	}
	end := len(c.src.text)
	if c.mdl.piece < len(c.mdl.pieces) {
		end = c.mdl.pieces[c.mdl.piece].start
	}
	first, last, n := 0, 0, 0
	for {
		before := c.src
		r, at, begins := c.src.next()
		if r == 0 || at >= end {
			if r != 0 {
				c.src = before
			}
			break
		}
		if n == 0 {
			first = at
		}
		if n == 0 || begins {
			n++
		}
		last = c.src.at
	}
	c.lost(first, last, n)
}

// A word is one that lies ahead of a cursor.
type word[C any] struct {
	fold       string
	start, end int // as the cursor counts
	before     C   // the cursor in front of it
}

func endOf(s story) story {
	for s.at < len(s.text) {
		s.next()
	}
	return s
}

// peek reads up to n words ahead of a cursor, which may stand in the middle of one.
func peek[C any, P interface {
	*C
	next() (r rune, at int, begins bool)
	offset() int
}](c C, n int) []word[C] {
	var out []word[C]
	var b strings.Builder
	for {
		before := c
		r, at, begins := P(&c).next()
		if len(out) > 0 && (begins || r == 0) {
			out[len(out)-1].fold = b.String()
			b.Reset()
			if len(out) == n {
				return out
			}
		}
		if r == 0 {
			return out
		}
		if begins || len(out) == 0 {
			out = append(out, word[C]{start: at, before: before})
		}
		b.WriteRune(r)
		out[len(out)-1].end = P(&c).offset()
	}
}

// agree finds the smallest a+b at which s[a:] and m[b:] begin with the same
// three words, or with the same words to the end of both; 0, 0 when there is none.
func agree(s []word[story], m []word[model]) (int, int) {
	const run = 3
	same := func(a, b int) bool {
		for k := range run {
			if a+k == len(s) || b+k == len(m) {
				return a+k == len(s) && b+k == len(m)
			}
			if s[a+k].fold != m[b+k].fold {
				return false
			}
		}
		return true
	}
	where := map[string][]int{}
	for b, w := range m {
		where[w.fold] = append(where[w.fold], b)
	}
	bestA, bestB, found := 0, 0, false
	for a := range s {
		if found && a >= bestA+bestB {
			break
		}
		for _, b := range where[s[a].fold] {
			if (!found || a+b < bestA+bestB) && same(a, b) {
				bestA, bestB, found = a, b, true
			}
		}
	}
	return bestA, bestB
}
