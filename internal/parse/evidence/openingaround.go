package evidence

import (
	"strings"
	"unicode/utf8"
)

// around is what the lines of an opening are measured against: each other, the text
// below, the file's name.
type around struct {
	fs        []facts
	widest    int
	file      string // key of the file's name
	fileWords map[string]bool
	known     string
	words     map[string]int32 // of the opening's longer words in small letters the place in counts
	counts    []heardWord
	body      map[string]uint8 // how often a whole line of the opening stands further down
	tail      []string         // keys of the last lines
	labelled  int              // 1 a label names the title, 2 the author, 3 both
	prose     int              // row at which prose begins
	everyday  []int            // of each row, see askEveryday
}

// A heardWord is how often a word of the opening stands in the text below, in small
// letters and with a capital.
type heardWord struct{ lower, upper uint8 }

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
	a.askEveryday(o.Word)
	return a
}

// long reports whether four lines follow one another that are as long as prose has them.
func long(fs []facts) bool {
	for i := range fs {
		if fs[i].chars < proseWidth || i > 0 && fs[i].before > 1 {
			return false
		}
	}
	return true
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
		f.block, f.rows, f.above, f.rows-1-f.above, len(a.fs), min(a.widest, 200), f.joint, f.inside, f.underlined, f.hangs, f.turned)
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
		a.behind(i, SaysTitleLike), a.behind(i, SaysRule), a.count(i, SaysLabel, 15), a.count(i, SaysTitleLike, 8), a.count(i, SaysSentence, 8), a.aheadGap(i), a.labelled, a.stand(i), a.like(i, i-1), a.like(i, i+1), a.credited(i), a.everyday[i])
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
		word(wordBy), word(wordAuthorOf), word(wordPublisher), word(wordPlace), word(wordGenre), word(wordTranslated | wordIllustrated), word(wordOr), word(wordArticle), g.year, nameShape(g), g.given, g.joint, bit(SaysPairing), a.everyday[k]} {
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
