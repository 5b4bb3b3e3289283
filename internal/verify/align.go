package verify

import (
	"slices"
	"sort"
	"unicode/utf8"
)

// widest is how many words in a row make an anchor at first.
const widest = 5

// align finds which words of story[i0:i1] are the same as which of printed[j0:j1], in
// order. Stretches of n words that stand once in each are sure to belong together (Bram
// Cohen's patience diff); the longest rising row of these parts the rest into gaps, which
// are aligned in the same way, with shorter stretches. What is read in the same way from
// either end needs no anchors.
func (c *comparison) align(i0, i1, j0, j1, n int) {
	for {
		for i0 < i1 && j0 < j1 && c.story[i0].id == c.printed[j0].id {
			c.same(i0, j0)
			i0, j0 = i0+1, j0+1
		}
		a, b := c.joint(i0, i1, j0, j1)
		if a == 0 {
			break
		}
		for k := range a {
			c.fates[i0+k] = inBook
		}
		for k := range b {
			c.used[j0+k] = true
		}
		i0, j0 = i0+a, j0+b
	}
	for i0 < i1 && j0 < j1 && c.story[i1-1].id == c.printed[j1-1].id {
		i1, j1 = i1-1, j1-1
		c.same(i1, j1)
	}
	if i0 == i1 || j0 == j1 {
		return
	}
	for ; n > 0; n-- {
		anchors := c.anchors(i0, i1, j0, j1, n)
		if len(anchors) == 0 {
			continue
		}
		for _, a := range anchors {
			if a[0] < i0 || a[1] < j0 { // within the last
				continue
			}
			c.align(i0, a[0], j0, a[1], n)
			for k := range n {
				c.same(a[0]+k, a[1]+k)
			}
			i0, j0 = a[0]+n, a[1]+n
		}
		c.align(i0, i1, j0, j1, n)
		return
	}
	c.closest(i0, i1, j0, j1)
}

func (c *comparison) same(i, j int) { c.fates[i], c.used[j] = inBook, true }

// spacedTitle aligns a story's beginning up to its title, where that is typed with a blank behind
// each letter and printed as words, and says where the rest begins: letters alone stand
// in other places as well, and would be taken for those.
func (c *comparison) spacedTitle() (i, j int) {
	const near, fewest = 400, 8 // words from the beginning; letters
	single := func(k int) bool { return utf8.RuneCountInString(c.words[c.story[k].id]) == 1 }
	for i := 0; i < min(len(c.story), near); i++ {
		n := 0
		for i+n < len(c.story) && n < fewest && single(i+n) {
			n++
		}
		if n < fewest {
			i += n
			continue
		}
		for j := 0; j < min(len(c.printed), near); j++ {
			x, y := i, j
			for x < len(c.story) && single(x) { // words of the title, each as it is
				a, b := c.joint(x, len(c.story), y, len(c.printed))
				if a == 0 {
					break
				}
				x, y = x+a, y+b
			}
			if x-i < fewest {
				continue
			}
			c.align(0, i, 0, j, widest)
			for k := i; k < x; k++ {
				c.fates[k] = inBook
			}
			for k := j; k < y; k++ {
				c.used[k] = true
			}
			return x, y
		}
		return 0, 0
	}
	return 0, 0
}

// joint is how many words of each begin with the same letters, though they are parted
// differently: a word divided at the end of a line, two that a program joined.
func (c *comparison) joint(i0, i1, j0, j1 int) (a, b int) {
	const most = 40 // a title may be typed with a blank behind each letter
	var x, y string
	for {
		switch {
		case len(x) <= len(y):
			if i0+a == i1 || a == most {
				return 0, 0
			}
			x += c.words[c.story[i0+a].id]
			a++
		default:
			if j0+b == j1 || b == most {
				return 0, 0
			}
			y += c.words[c.printed[j0+b].id]
			b++
		}
		n := min(len(x), len(y))
		if x[:n] != y[:n] {
			return 0, 0
		}
		if n > 0 && len(x) == len(y) {
			return a, b
		}
	}
}

// anchors are the places of stretches of n words that stand once in each, as far as they
// stand in the same order. Fields of the header are none: the title page has those of
// every part of a story together, before the text of the first.
func (c *comparison) anchors(i0, i1, j0, j1, n int) [][2]int {
	if c.cells += i1 - i0 + j1 - j0; i1-i0 < n || j1-j0 < n || c.cells > maxCells {
		return nil
	}
	type stretch [widest]int32
	key := func(ws []word) (k stretch) {
		for i := range n {
			k[i] = ws[i].id + 1
		}
		return k
	}
	type place struct{ i, j int32 } // -1: more than once; 0 for none, as i+1
	seen := make(map[stretch]place, i1-i0)
	for i := i0; i+n <= i1; i++ {
		if slices.Contains(c.fields[i:i+n], true) {
			continue
		}
		k := key(c.story[i:])
		if p, twice := seen[k]; twice {
			p.i = -1
			seen[k] = p
		} else {
			seen[k] = place{i: int32(i + 1)}
		}
	}
	for j := j0; j+n <= j1; j++ {
		k := key(c.printed[j:])
		p, ok := seen[k]
		if !ok || p.i < 0 {
			continue
		}
		if p.j != 0 {
			p.i = -1
		}
		p.j = int32(j + 1)
		seen[k] = p
	}
	var pairs [][2]int
	for _, p := range seen {
		if p.i > 0 && p.j > 0 {
			pairs = append(pairs, [2]int{int(p.i) - 1, int(p.j) - 1})
		}
	}
	slices.SortFunc(pairs, func(a, b [2]int) int { return a[0] - b[0] })
	return rising(pairs)
}

// rising is the longest row of pairs whose second numbers rise as their first do.
func rising(pairs [][2]int) [][2]int {
	var ends []int // the pair that ends the best row of each length
	before := make([]int, len(pairs))
	for p, pair := range pairs {
		n := sort.Search(len(ends), func(n int) bool { return pairs[ends[n]][1] >= pair[1] })
		before[p] = -1
		if n > 0 {
			before[p] = ends[n-1]
		}
		if n == len(ends) {
			ends = append(ends, p)
		} else {
			ends[n] = p
		}
	}
	out := make([][2]int, len(ends))
	if len(ends) == 0 {
		return out
	}
	for p, n := ends[len(ends)-1], len(ends)-1; p >= 0; p, n = before[p], n-1 {
		out[n] = pairs[p]
	}
	return out
}

// closest finds the longest common row of words of two stretches without anchors: text
// that repeats itself. Long ones are taken by pieces.
func (c *comparison) closest(i0, i1, j0, j1 int) {
	const piece = 700
	for i0 < i1 && j0 < j1 {
		i2, j2 := min(i0+piece, i1), min(j0+piece, j1)
		lastI, lastJ := c.common(i0, i2, j0, j2)
		if i2 == i1 && j2 == j1 {
			return
		}
		if lastI < 0 { // nothing in common here: go on with what is longer behind
			if i1-i2 >= j1-j2 {
				i0 = i2
			} else {
				j0 = j2
			}
			continue
		}
		i0, j0 = lastI+1, lastJ+1
	}
}

// common marks the longest common row of two short stretches, and returns its last pair.
func (c *comparison) common(i0, i1, j0, j1 int) (lastI, lastJ int) {
	w, h := j1-j0+1, i1-i0+1
	if c.cells += w * h; c.cells > maxCells {
		return -1, -1
	}
	length := append(c.length[:0], make([]int16, w*h)...)
	c.length = length
	for i := h - 2; i >= 0; i-- {
		for j := w - 2; j >= 0; j-- {
			if c.story[i0+i].id == c.printed[j0+j].id {
				length[i*w+j] = length[(i+1)*w+j+1] + 1
			} else {
				length[i*w+j] = max(length[(i+1)*w+j], length[i*w+j+1])
			}
		}
	}
	lastI, lastJ = -1, -1
	missedI, missedJ := i0, j0
	for i, j := 0, 0; i < h-1 && j < w-1; {
		switch {
		case c.story[i0+i].id == c.printed[j0+j].id:
			c.between(missedI, i0+i, missedJ, j0+j)
			lastI, lastJ = i0+i, j0+j
			c.same(lastI, lastJ)
			i, j = i+1, j+1
			missedI, missedJ = i0+i, j0+j
		case length[(i+1)*w+j] >= length[i*w+j+1]:
			i++
		default:
			j++
		}
	}
	c.between(missedI, i1, missedJ, j1)
	return lastI, lastJ
}

// between matches words that are only parted differently, wherever they stand in a gap.
func (c *comparison) between(i0, i1, j0, j1 int) {
	for i := i0; i < i1; i++ {
		for j := j0; j < min(j1, j0+64); j++ {
			if a, b := c.joint(i, i1, j, j1); a > 0 {
				for k := range a {
					c.fates[i+k] = inBook
				}
				for k := range b {
					c.used[j+k] = true
				}
				i, j0 = i+a-1, j+b
				break
			}
		}
	}
}
