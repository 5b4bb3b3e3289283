package verify

import (
	"context"
	"sort"
	"strings"
	"unicode/utf8"

	"storybind/internal/source"
)

// What has become of a word of the story.
type fate uint8

const (
	unseen fate = iota
	inBook
	inHeader
	inNotes
	inMetadata
	elsewhere
	aside
)

// A comparison looks for the words of a story's files in a book.
type comparison struct {
	*dictionary
	texts []*source.Text
	first []int // the first word of each text
	book  *Book
	pages []int // the first word of each page

	story, printed []word
	fates          []fate
	fields         []bool  // words of the header's fields, which a title page has in an order of its own
	used           []bool  // words of the book that stand for one of the story
	at             []int32 // where a word stands that was moved
	reasons        map[int]string
	asides         []Stretch
	noted          int // words found in notes
	cells          int
	length         []int16
}

func newComparison(texts []*source.Text, b *Book) *comparison {
	c := &comparison{dictionary: newDictionary(), texts: texts, book: b, reasons: map[int]string{}}
	for _, t := range texts {
		c.first = append(c.first, len(c.story))
		c.story = c.split(c.story, t.Body)
	}
	for _, p := range b.Pages {
		c.pages = append(c.pages, len(c.printed))
		c.printed = c.split(c.printed, p.Text)
	}
	c.fates = make([]fate, len(c.story))
	c.used = make([]bool, len(c.printed))
	c.setAside()
	c.notes()
	c.fields = make([]bool, len(c.story))
	if b.Carried != nil {
		c.named(b.Carried.Fields, func(from, to int, _ Aside) {
			for i := from; i < to; i++ {
				c.fields[i] = true
			}
		})
	}
	return c
}

func (c *comparison) run(ctx context.Context) error {
	i, j := c.spacedTitle()
	c.align(i, len(c.story), j, len(c.printed), widest)
	if err := ctx.Err(); err != nil {
		return err
	}
	c.pool(c.book.Notes, inNotes)
	c.header()
	c.pool(c.book.Metadata, inMetadata)
	c.moved()
	if c.book.Carried != nil {
		c.named(c.book.Carried.Placed, func(from, to int, _ Aside) {
			for i := from; i < to; i++ {
				if c.fates[i] == elsewhere {
					c.fates[i] = inHeader
				}
			}
		})
	}
	return ctx.Err()
}

// named calls do for each stretch of a list that the book carries, with the story's words
// in it.
func (c *comparison) named(list []Aside, do func(from, to int, a Aside)) {
	sources := c.book.Carried.Sources
	for n, t := range c.texts {
		lines := map[int]int{} // the first line of the text on each line of the file
		for i := t.Lines() - 1; i >= 0; i-- {
			lines[t.FileLine(i)] = i
		}
		last := struct{ line, at, column int }{line: -1} // a line may be the whole story: counting goes on where it was
		place := func(p [2]int) int {
			i, ok := lines[p[0]-1]
			if !ok {
				return -1
			}
			if last.line != i || last.column > p[1] {
				last.line, last.at, last.column = i, t.LineStart(i), 1
			}
			for end := t.LineStart(i) + len(t.Line(i)); last.column < p[1] && last.at < end; last.column++ {
				_, size := utf8.DecodeRuneInString(t.Body[last.at:end])
				last.at += size
			}
			return last.at
		}
		end := len(c.story)
		if n+1 < len(c.first) {
			end = c.first[n+1]
		}
		words := c.story[c.first[n]:end]
		for _, a := range list {
			if a.File < 0 || a.File >= len(sources) || sources[a.File] != baseName(t.Name) && len(c.texts) > 1 {
				continue
			}
			from, to := place(a.From), place(a.To)
			if from < 0 || to < from {
				continue
			}
			i := sort.Search(len(words), func(i int) bool { return words[i].end > from })
			j := i + sort.Search(len(words)-i, func(k int) bool { return words[i+k].start >= to })
			do(c.first[n]+i, c.first[n]+j, a)
		}
	}
}

// setAside takes the words that the book's list names out of the comparison: the same
// words may stand in the book by chance, on its title page or in its colophon.
func (c *comparison) setAside() {
	if c.book.Carried == nil {
		return
	}
	c.named(c.book.Carried.SetAside, func(from, to int, a Aside) {
		for i := from; i < to; i++ {
			c.leave(i, a.Reason)
		}
	})
	start := 0 // of the last stretch
	for i, w := range c.story {
		if c.fates[i] != aside {
			continue
		}
		t, _ := c.text(i)
		n := len(c.asides)
		if i == 0 || c.fates[i-1] != aside || n == 0 || c.asides[n-1].Reason != c.reasons[i] || c.asides[n-1].File != t.Name {
			start = w.start
			c.asides = append(c.asides, Stretch{File: t.Name, Line: t.FileLine(t.LineAt(w.start)) + 1, Reason: c.reasons[i]})
			n++
		}
		last := &c.asides[n-1]
		last.Words++
		if last.Text == "" || w.end <= start+8*shown { // its first words are enough
			last.Text = cut(t.Body[start:w.end])
		}
	}
	c.takeOut()
}

// takeOut leaves the words whose fate is known out of what is compared from now on.
func (c *comparison) takeOut() {
	var left []word
	var first []int
	for i, w := range c.story {
		for len(first) < len(c.first) && c.first[len(first)] == i {
			first = append(first, len(left))
		}
		if c.fates[i] == unseen {
			left = append(left, w)
		}
	}
	for len(first) < len(c.first) {
		first = append(first, len(left))
	}
	c.story, c.first, c.fates, c.reasons = left, first, make([]fate, len(left)), map[int]string{}
}

// notes finds the texts of notes, which stand elsewhere in a book than in a story: by
// stretches of words that stand once in the story and once in the notes, and on no page.
func (c *comparison) notes() {
	words := c.split(nil, c.book.Notes)
	type stretch [widest]int32
	key := func(ws []word) (k stretch) {
		for n := range k {
			k[n] = ws[n].id
		}
		return k
	}
	stretches := func(ws []word) map[stretch]int {
		out := make(map[stretch]int, len(ws))
		for i := 0; i+widest <= len(ws); i++ {
			k := key(ws[i:])
			if _, twice := out[k]; twice {
				out[k] = -1
			} else {
				out[k] = i
			}
		}
		return out
	}
	if len(words) < widest {
		return
	}
	where, pages, story := stretches(words), stretches(c.printed), stretches(c.story)
	for at := 0; at+widest <= len(c.story); at++ {
		i, k := at, key(c.story[at:])
		j, ok := where[k]
		if _, printed := pages[k]; !ok || printed || story[k] < 0 || j < 0 || c.fates[i] != unseen {
			continue
		}
		for i > 0 && j > 0 && c.story[i-1].id == words[j-1].id && c.fates[i-1] == unseen {
			i, j = i-1, j-1
		}
		for ; i < len(c.story) && j < len(words) && c.story[i].id == words[j].id; i, j = i+1, j+1 {
			if c.fates[i] == unseen {
				c.fates[i] = inNotes
				c.noted++
			}
		}
	}
	c.takeOut()
}

func (c *comparison) leave(i int, reason string) {
	if c.fates[i] == unseen {
		c.fates[i], c.reasons[i] = aside, reason
	}
}

// header looks for the header's fields, which a title page has in an order of its own, and
// without some of their labels: "Author".
func (c *comparison) header() {
	if c.book.Carried == nil {
		return
	}
	where := c.index(c.printed)
	about := c.split(nil, c.book.Metadata)
	inAbout := c.index(about)
	c.named(c.book.Carried.Fields, func(from, to int, a Aside) {
		for i := from; i < to; {
			best, at := 0, 0
			for _, j := range where[c.story[i].id] {
				n := 0
				for i+n < to && int(j)+n < len(c.printed) && c.fates[i+n] == unseen && !c.used[int(j)+n] && c.story[i+n].id == c.printed[int(j)+n].id {
					n++
				}
				if n > best {
					best, at = n, int(j)
				}
			}
			for k := range best {
				c.fates[i+k], c.used[at+k] = inHeader, true
			}
			i += max(best, 1)
		}
		label := c.split(nil, a.Label)
		for k := range label {
			if from+k < to && c.story[from+k].id == label[k].id {
				c.leave(from+k, "the label of a field of the header")
			}
		}
		for i := from; i < to; i++ {
			if c.fates[i] == unseen && len(inAbout[c.story[i].id]) > 0 {
				c.fates[i] = inMetadata
			}
		}
	})
}

// index is where each word stands; of a very common one, the first places.
func (c *comparison) index(words []word) map[int32][]int32 {
	where := map[int32][]int32{}
	for j, w := range words {
		if len(where[w.id]) < 64 {
			where[w.id] = append(where[w.id], int32(j))
		}
	}
	return where
}

// pool marks the words still missing whose runs stand in a text that has no place in the
// book's order.
func (c *comparison) pool(text string, as fate) {
	words := c.split(nil, text)
	if len(words) == 0 {
		return
	}
	where := c.index(words)
	for i := 0; i < len(c.story); {
		best := 0
		if c.fates[i] == unseen {
			for _, j := range where[c.story[i].id] {
				n := 0
				for i+n < len(c.story) && int(j)+n < len(words) && c.fates[i+n] == unseen && c.story[i+n].id == words[int(j)+n].id {
					n++
				}
				best = max(best, n)
			}
		}
		// A word or two may stand anywhere by chance, unless they are a line of their own.
		if best >= 3 || best > 0 && c.newLine(i) && (i+best == len(c.story) || c.newLine(i+best)) {
			for k := range best {
				c.fates[i+k] = as
			}
		}
		i += max(best, 1)
	}
}

// newLine reports whether a line of the story begins with word i.
func (c *comparison) newLine(i int) bool {
	t, n := c.text(i)
	if i == c.first[n] {
		return true
	}
	return strings.Contains(t.Body[c.story[i-1].end:c.story[i].start], "\n")
}

// text is the text that word i stands in.
func (c *comparison) text(i int) (*source.Text, int) {
	n := sort.Search(len(c.first), func(n int) bool { return c.first[n] > i }) - 1
	return c.texts[n], n
}

// moved finds runs of words that are missing in their place and stand in another.
func (c *comparison) moved() {
	const run = 3
	c.at = make([]int32, len(c.story))
	type key [run]int32
	story, printed := map[key]int32{}, map[key]int32{}
	free := func(n int, of func(int) bool, id func(int) int32, put map[key]int32) {
		for i := 0; i+run <= n; i++ {
			if !of(i) || !of(i+1) || !of(i+2) {
				continue
			}
			k := key{id(i), id(i + 1), id(i + 2)}
			if _, twice := put[k]; twice {
				put[k] = -1
			} else {
				put[k] = int32(i)
			}
		}
	}
	free(len(c.story), func(i int) bool { return c.fates[i] == unseen }, func(i int) int32 { return c.story[i].id }, story)
	if len(story) == 0 {
		return
	}
	free(len(c.printed), func(j int) bool { return !c.used[j] }, func(j int) int32 { return c.printed[j].id }, printed)
	for i := 0; i+run <= len(c.story); i++ {
		if c.fates[i] != unseen || c.fates[i+1] != unseen || c.fates[i+2] != unseen {
			continue
		}
		k := key{c.story[i].id, c.story[i+1].id, c.story[i+2].id}
		j, ok := printed[k]
		if s := story[k]; !ok || j < 0 || s < 0 || c.used[j] {
			continue
		}
		a, b := i, int(j)
		for a > 0 && b > 0 && c.fates[a-1] == unseen && !c.used[b-1] && c.story[a-1].id == c.printed[b-1].id {
			a, b = a-1, b-1
		}
		for a < len(c.story) && b < len(c.printed) && c.fates[a] == unseen && !c.used[b] && c.story[a].id == c.printed[b].id {
			c.fates[a], c.at[a], c.used[b] = elsewhere, int32(b), true
			a, b = a+1, b+1
		}
	}
}

// page names the page that a word of the book stands on.
func (c *comparison) page(j int) string {
	n := sort.Search(len(c.pages), func(n int) bool { return c.pages[n] > j }) - 1
	return c.book.Pages[max(n, 0)].Name
}

// report fills in the counts and the stretches.
func (c *comparison) report(r *Report) {
	r.Words.Source, r.Words.Notes = len(c.story)+c.noted, c.noted
	for _, s := range c.asides {
		r.Words.Source += s.Words
		r.Words.SetAside += s.Words
		r.SetAside = append(r.SetAside, s)
	}
	for i := 0; i < len(c.story); {
		f := c.fates[i]
		t, n := c.text(i)
		end := i + 1
		for end < len(c.story) && c.fates[end] == f && (n+1 == len(c.first) || end < c.first[n+1]) && (f != aside || c.reasons[end] == c.reasons[i]) &&
			(f != elsewhere || c.at[end] == c.at[end-1]+1) {
			end++
		}
		s := Stretch{File: t.Name, Line: t.FileLine(t.LineAt(c.story[i].start)) + 1, Words: end - i, Text: cut(t.Body[c.story[i].start:c.story[end-1].end])}
		switch f {
		case inBook:
			r.Words.Book += end - i
		case inHeader:
			r.Words.Header += end - i
		case inNotes:
			r.Words.Notes += end - i
		case inMetadata:
			r.Words.Metadata += end - i
		case elsewhere:
			r.Words.Moved += end - i
			s.Reason = "it stands in " + c.page(int(c.at[i]))
			r.Moved = append(r.Moved, s)
		case aside:
			r.Words.SetAside += end - i
			s.Reason = c.reasons[i]
			r.SetAside = append(r.SetAside, s)
		default:
			r.Words.Lost += end - i
			r.Lost = append(r.Lost, s)
		}
		i = end
	}
}

// cut is the beginning of a text, in one line.
func cut(s string) string {
	s = strings.Join(strings.Fields(s[:min(len(s), 8*shown)]), " ")
	if utf8.RuneCountInString(s) > shown {
		s = string([]rune(s)[:shown-1]) + "…"
	}
	return strings.ToValidUTF8(s, "")
}
