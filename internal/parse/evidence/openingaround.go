package evidence

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// around is what the lines of an opening are measured against: each other, the text
// below, the file's name.
type around struct {
	fs           []facts
	widest       int
	file         string // key of the file's name
	fileWords    map[string]bool
	known        string
	lower, upper map[string]uint8 // how often a word of the opening stands in the text below, in small letters and with a capital
	body         map[string]uint8 // how often a whole line of the opening stands further down
	tail         []string         // keys of the last lines
	labelled     int              // 1 a label names the title, 2 the author, 3 both
	prose        int              // row at which prose begins
}

func (o *Opening) surroundings(fs []facts, wrap int) *around {
	a := &around{fs: fs, file: key(o.File, 120), fileWords: map[string]bool{}, known: key(o.Title, 200)}
	for _, w := range words(o.File, 40) {
		if utf8.RuneCountInString(w) > 2 {
			a.fileWords[strings.ToLower(w)] = true
		}
	}
	a.prose = len(fs)
	for i := range fs {
		f := &fs[i]
		a.widest = max(a.widest, f.chars)
		if f.says&SaysTitleLabel != 0 {
			a.labelled |= 1
		}
		if f.says&SaysAuthorLabel != 0 {
			a.labelled |= 2
		}
		if i < a.prose && (f.chars > 160 || i+3 < len(fs) && long(fs[i:i+4])) {
			a.prose = i
		}
	}
	a.listen(o)
	return a
}

// long reports whether four lines follow one another that are as long as prose has them.
func long(fs []facts) bool {
	for i := range fs {
		if fs[i].chars < 46 || i > 0 && fs[i].before > 1 {
			return false
		}
	}
	return true
}

// listen counts the words and the lines of the opening in the text below it.
func (a *around) listen(o *Opening) {
	a.lower, a.upper, a.body = map[string]uint8{}, map[string]uint8{}, map[string]uint8{}
	for i := range a.fs {
		f := &a.fs[i]
		for _, w := range f.words {
			if utf8.RuneCountInString(w) > 2 {
				low := strings.ToLower(w)
				a.lower[low], a.upper[low] = 0, 0
			}
		}
		if len(f.key) > 2 {
			a.body[f.key] = 0
		}
	}
	from := a.fs[len(a.fs)-1].n + 1
	if a.prose < len(a.fs) {
		from = a.fs[a.prose].n
	}
	bytes, most := 0, bodyLines
	if o.Brief {
		most = briefBody
	}
	for n := from; n < min(len(o.Lines), from+most) && bytes < bodyBytes; n++ {
		l := &o.Lines[n]
		bytes += len(l.Text)
		if len(l.Text) < 90 && l.Text != "" {
			if k := key(l.Text, 120); len(k) > 2 {
				if c, ok := a.body[k]; ok && c < 9 {
					a.body[k] = c + 1
				}
			}
		}
		for k, w := range words(l.Text, 400) {
			c, _ := utf8.DecodeRuneInString(w)
			if unicode.IsLower(c) {
				if n, ok := a.lower[w]; ok && n < 9 {
					a.lower[w] = n + 1
				}
			} else if k > 0 && unicode.IsUpper(c) {
				low := strings.ToLower(w)
				if n, ok := a.upper[low]; ok && n < 9 {
					a.upper[low] = n + 1
				}
			}
		}
	}
	last := len(o.Lines)
	if o.Brief {
		last = 0
	}
	for seen := 0; last > from && seen < tailLines; last-- {
		if t := o.Lines[last-1].Text; t != "" {
			seen++
			if len(t) < 120 {
				a.tail = append(a.tail, key(t, 120))
			}
		}
	}
}

// measure appends the measures of row i.
func (a *around) measure(out []int32, i int) []int32 {
	f := &a.fs[i]
	add := func(ns ...int) {
		for _, n := range ns {
			out = append(out, int32(n))
		}
	}
	add(f.row, min(f.n-a.fs[0].n, 400), f.before, f.after, min(f.chars, 300), f.indent, f.off, f.full, f.capitals, f.titled, len(f.words),
		f.lower, f.small, f.prose, f.initials, f.given, f.digits, f.commas, f.stops, f.first, f.last, f.dress, f.year,
		f.block, f.rows, f.above, f.rows-1-f.above, len(a.fs), min(a.widest, 200))
	for k := 0; k < saysCount; k++ {
		add(int(f.says >> k & 1))
	}
	for k := 0; k < wordCount; k++ {
		add(int(f.kinds >> k & 1))
	}
	same, inside, holds := a.twins(i)
	add(same, inside, holds, a.joined(i-1), a.joined(i), int(a.body[f.key]), a.closing(f))
	cover, share := a.named(f)
	add(cover, share)
	low, up, never := a.heard(f)
	add(low, up, never, nameShape(f))
	add(bound(a.prose-i), a.ahead(i, SaysHeading), a.ahead(i, SaysContents), a.ahead(i, SaysLabel), a.ahead(i, SaysByline|SaysByAlone), a.ahead(i, SaysRights|SaysDate), a.ahead(i, SaysImprint),
		a.ahead(i, SaysRule), a.behind(i, SaysHeading), a.behind(i, SaysContents), a.behind(i, SaysLabel), a.behind(i, SaysByline|SaysByAlone), a.behind(i, SaysRights|SaysDate), a.behind(i, SaysImprint),
		a.behind(i, SaysTitleLike), a.behind(i, SaysRule), a.count(i, SaysLabel, 15), a.count(i, SaysTitleLike, 8), a.count(i, SaysSentence, 8), a.aheadGap(i), a.labelled, a.stand(i))
	for _, d := range [...]int{-1, 1, -2, 2} {
		a.neighbour(&out, i, d)
	}
	return out
}

func (a *around) neighbour(out *[]int32, i, d int) {
	k := i + d
	if k < 0 || k >= len(a.fs) {
		for range neighbourCount {
			*out = append(*out, -1)
		}
		return
	}
	f, g := &a.fs[i], &a.fs[k]
	bit := func(s Says) int {
		if g.says&s != 0 {
			return 1
		}
		return 0
	}
	word := func(w wordKind) int {
		if g.kinds&w != 0 {
			return 1
		}
		return 0
	}
	gap := 0
	lo, hi := min(i, k), max(i, k)
	for x := lo + 1; x <= hi; x++ {
		gap += a.fs[x].before
	}
	for _, n := range [...]int{min(g.chars, 300), g.capitals, g.titled, min(gap, 20), g.indent - f.indent, g.off, len(g.words), g.lower, g.prose, g.last, g.first, g.dress,
		bit(SaysByline), bit(SaysByAlone), bit(SaysLabel), bit(SaysHeading), bit(SaysContents), bit(SaysDate | SaysRights), bit(SaysImprint), bit(SaysBareName), bit(SaysTitleLike), bit(SaysSubtitle), bit(SaysRule), bit(SaysSentence), bit(SaysStory), bit(SaysAddress),
		word(wordBy), word(wordAuthorOf), word(wordPublisher), word(wordPlace), word(wordGenre), word(wordTranslated | wordIllustrated), word(wordOr), word(wordArticle), g.year, nameShape(g), g.given} {
		*out = append(*out, int32(n))
	}
}

// bound keeps a distance in rows within bounds.
func bound(n int) int { return max(-farAway, min(n, farAway)) }

// ahead is how many rows below row i the next line with one of the forms stands.
func (a *around) ahead(i int, s Says) int {
	for k := i + 1; k < len(a.fs) && k-i < farAway; k++ {
		if a.fs[k].says&s != 0 {
			return k - i
		}
	}
	return farAway
}

func (a *around) behind(i int, s Says) int {
	for k := i - 1; k >= 0; k-- {
		if a.fs[k].says&s != 0 {
			return i - k
		}
	}
	return farAway
}

// count counts the lines with a form among the next few.
func (a *around) count(i int, s Says, reach int) int {
	n := 0
	for k := i + 1; k < len(a.fs) && k <= i+reach; k++ {
		if a.fs[k].says&s != 0 {
			n++
		}
	}
	return n
}

// aheadGap is how many rows below row i the next gap of two and more blank lines is.
func (a *around) aheadGap(i int) int {
	for k := i + 1; k < len(a.fs); k++ {
		if a.fs[k].before > 1 {
			return k - i
		}
	}
	return farAway
}

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
	k := a.fs[i].key + a.fs[i+1].key
	if len(k) < 6 || len(a.fs[i].key) < 2 || len(a.fs[i+1].key) < 2 {
		return 0
	}
	for x := range a.fs {
		if x != i && x != i+1 && strings.Contains(a.fs[x].key, k) {
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
	for _, w := range f.words {
		if utf8.RuneCountInString(w) > 2 {
			all++
			if a.fileWords[strings.ToLower(w)] {
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
	for _, w := range f.words {
		if utf8.RuneCountInString(w) < 3 {
			continue
		}
		low := strings.ToLower(w)
		if joints[low] {
			continue
		}
		all++
		switch {
		case a.lower[low] > 0:
			lower++
		case a.upper[low] > 0:
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
	for i, w := range f.words {
		low := strings.ToLower(w)
		if joints[low] && (i == 0 || !particles[low]) {
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

var particles = set(`de la du des von van der den zu da dos di del y e und et af of le el and`)
