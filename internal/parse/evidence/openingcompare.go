package evidence

import (
	"strings"
	"unicode/utf8"
)

// stand says how row i's white stands among that of the rows: percent of the widest.
func (a *around) stand(i int) int {
	widest := 1
	for k := range a.fs {
		if k > 0 {
			widest = max(widest, a.fs[k].before)
		}
	}
	return percent(min(a.fs[i].before, widest)+min(a.fs[i].after, widest), 2*widest)
}

// like says in how many ways rows i and k look alike: capitals, margin, dress.
func (a *around) like(i, k int) int {
	if k < 0 || k >= len(a.fs) {
		return -1
	}
	f, g := &a.fs[i], &a.fs[k]
	n := 0
	if (f.capitals > 90) == (g.capitals > 90) {
		n++
	}
	if f.indent == g.indent || f.off < 3 && g.off < 3 {
		n++
	}
	if f.dress == g.dress && f.first == g.first {
		n++
	}
	return n
}

// credited is how many percent of a line's longer words stand in claims of copyright,
// addresses and bylines elsewhere on the page.
func (a *around) credited(i int) int {
	hit, all := 0, 0
	for _, w := range a.fs[i].words {
		if utf8.RuneCountInString(w) < 3 {
			continue
		}
		all++
		low := ""
		for k := range a.fs {
			if g := &a.fs[k]; k != i && g.says&(SaysRights|SaysAddress|SaysByline) != 0 && len(g.key) < 90 {
				if low == "" {
					low = key(w, 40)
				}
				if strings.Contains(g.key, low) {
					hit++
					break
				}
			}
		}
	}
	return percent(hit, all)
}

// twins counts the other lines that say the same as row i, and says whether another
// says it and more, or less.
func (a *around) twins(i int) (same, inside, holds int) {
	k := a.fs[i].key
	if len(k) < 3 {
		return 0, 0, 0
	}
	for x := range a.fs {
		if x == i || len(a.fs[x].key) < 4 {
			continue
		}
		switch o := a.fs[x].key; {
		case o == k:
			same++
		case len(k) > 5 && len(o) > len(k) && len(o) < 90 && strings.Contains(o, k):
			inside++
		case len(o) > 5 && len(k) > len(o) && len(k) < 90 && strings.Contains(k, o):
			holds++
		}
	}
	return min(same, 5), min(inside, 5), min(holds, 5)
}

// joined is 1 when another line, one of the last or the file's name says what rows i
// and i+1 say together.
func (a *around) joined(i int) int {
	if i < 0 || i+1 >= len(a.fs) || a.fs[i].chars > 50 || a.fs[i+1].chars > 50 {
		return 0
	}
	if len(a.fs[i].key)+len(a.fs[i+1].key) < 6 || len(a.fs[i].key) < 2 || len(a.fs[i+1].key) < 2 {
		return 0
	}
	k := a.fs[i].key + a.fs[i+1].key
	for x := range a.fs {
		if x != i && x != i+1 && strings.Contains(a.fs[x].key, k) {
			return 1
		}
		if x+1 < len(a.fs) && (x > i+1 || x+1 < i) && len(k) > 9 && len(a.fs[x].key)+len(a.fs[x+1].key) == len(k) && strings.HasPrefix(k, a.fs[x].key) && strings.HasSuffix(k, a.fs[x+1].key) { // parted elsewhere
			return 1
		}
	}
	for _, t := range a.tail {
		if strings.Contains(t, k) {
			return 1
		}
	}
	if strings.Contains(a.file, k) {
		return 1
	}
	return 0
}

// closing is 1 when one of the last lines says what the line says, 2 when one says it
// and more ("THE END OF ...").
func (a *around) closing(f *facts) int {
	if len(f.key) < 5 {
		return 0
	}
	best := 0
	for _, t := range a.tail {
		if t == f.key {
			best = max(best, 1)
		} else if strings.Contains(t, f.key) {
			best = 2
		}
	}
	return best
}

// named is how many percent of the file's name a line says, and how many of its own
// words stand in it.
func (a *around) named(f *facts) (cover, share int) {
	if len(f.key) < 4 || len(a.file) < 4 {
		return 0, 0
	}
	if strings.Contains(a.file, f.key) {
		return percent(len(f.key), len(a.file)), 100
	}
	hit, all := 0, 0
	for i, w := range f.words {
		if utf8.RuneCountInString(w) > 2 {
			all++
			if a.fileWords[f.lows[i]] {
				hit++
			}
		}
	}
	return percent(hit, max(len(a.fileWords), 1)), percent(hit, all)
}

// heard is how many percent of a line's longer words the text below has in small
// letters, has with capitals only, and has not at all.
func (a *around) heard(f *facts) (lower, upper, never int) {
	all := 0
	for i, w := range f.words {
		if utf8.RuneCountInString(w) < 3 || f.sorts[i]&wordJoint != 0 {
			continue
		}
		all++
		switch h := a.counts[a.words[f.lows[i]]]; {
		case h.lower > 0:
			lower++
		case h.upper > 0:
			upper++
		default:
			never++
		}
	}
	return percent(lower, all), percent(upper, all), percent(never, all)
}

// nameShape says how much a line looks like a person's name: 0 not at all, 1 two to
// five words with capitals, 2 with an initial, 3 with a title or a degree, 4 one word.
func nameShape(f *facts) int {
	if f.digits > 0 || len(f.words) == 0 || len(f.words) > 7 || f.lower > 0 || f.prose > 0 {
		return 0
	}
	for i, kind := range f.sorts {
		if kind&wordJoint != 0 && (i == 0 || kind&wordParticle == 0) {
			return 0
		}
	}
	switch {
	case f.kinds&(wordHonour|wordDegree) != 0:
		return 3
	case f.initials > 0:
		return 2
	case len(f.words) == 1:
		return 4
	}
	return 1
}
