package convert

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/book"
	"storybind/internal/diag"
	"storybind/internal/source"
)

// Words says what became of the story's words. A word is a maximal run of
// letters and digits; runs that the book prints as one (broken at a line's end,
// or parted by marks of emphasis) are one word.
type Words struct {
	Source   int `json:"source"`    // in the story
	Book     int `json:"book"`      // of these, found in the book, in order
	SetAside int `json:"set_aside"` // of these, in the stretches set aside
}

func (w *Words) add(o Words) {
	w.Source += o.Source
	w.Book += o.Book
	w.SetAside += o.SetAside
}

// Lost is how many words are neither in the book nor set aside.
func (w Words) Lost() int { return w.Source - w.Book - w.SetAside }

// lostShown is how many lost stretches get a remark of their own.
const lostShown = 20

// checkWords compares a story's words with those of the model, before pages are
// added that the story does not have.
//
// Both are read as streams of letters, side by side, which is one pass while
// they agree. Where they part, the nearest place is sought at which three words
// in a row agree again; failing that, reading goes on at the next block, whose
// span says where it stands in the story.
func checkWords(src *source.Text, b *book.Book) (Words, []diag.Diagnostic) {
	c := check{src: story{text: src.Body, aside: asides(src, b), gap: true}, mdl: model{pieces: pieces(src, b), gap: true}, text: src}
	c.run()
	if more := c.stretches - lostShown; more > 0 {
		c.diags = append(c.diags, diag.Diagnostic{Code: "convert/words-lost", Severity: diag.Problem,
			Message: fmt.Sprintf("words are missing from the book at %d more places", more)})
	}
	return c.words, c.diags
}

// checkDrawn compares what a writer says it drew with the model.
func checkDrawn(format string, b *book.Book, drawn map[string]book.Digest) []diag.Diagnostic {
	var out []diag.Diagnostic
	for _, s := range b.Sections() {
		want, got := book.Drawn(s), drawn[s.ID]
		if want != got {
			out = append(out, diag.Diagnostic{Code: "convert/words-not-drawn", Severity: diag.Problem, Span: s.Span,
				Message: fmt.Sprintf("the %s does not hold the text of section %q as it was understood: %d letters instead of %d", format, s.ID, got.Letters, want.Letters),
				Hint:    "please report this with the story; the other format may be whole"})
		}
	}
	return out
}

// A piece is text of the model and the place in the story where it stands.
type piece struct {
	start int // byte offset in the story
	text  string
}

// pieces are the model's texts that come from src, in its order.
func pieces(src *source.Text, b *book.Book) []piece {
	var out []piece
	add := func(at source.Span, s string) {
		if at.Text == src && s != "" {
			out = append(out, piece{at.Start, s})
		}
	}
	for _, f := range b.Meta.Fields {
		add(f.Span, f.Label+"\n"+f.Value)
	}
	var join strings.Builder
	for _, s := range b.Sections() {
		add(s.Span, s.Label+"\n"+book.Plain(s.Title)+"\n"+book.Plain(s.Subtitle))
		for _, bl := range s.Blocks {
			switch bl := bl.(type) {
			case *book.Paragraph:
				add(bl.Span, book.Plain(bl.Inlines))
				continue
			case *book.SceneBreak:
				add(bl.Span, bl.Mark)
				continue
			}
			join.Reset()
			book.Pieces(bl, func(t string) { join.WriteString(t); join.WriteByte('\n') })
			add(bl.Where(), join.String())
		}
	}
	slices.SortStableFunc(out, func(a, b piece) int { return a.start - b.start })
	return out
}

// asides are the stretches of src set aside, in order and apart from each other.
func asides(src *source.Text, b *book.Book) [][2]int {
	var all [][2]int
	for _, s := range b.SetAside {
		if s.Span.Text == src {
			all = append(all, [2]int{s.Span.Start, s.Span.End})
		}
	}
	slices.SortFunc(all, func(a, b [2]int) int { return a[0] - b[0] })
	var out [][2]int
	for _, a := range all {
		if n := len(out); n > 0 && a[0] <= out[n-1][1] {
			out[n-1][1] = max(out[n-1][1], a[1])
		} else {
			out = append(out, a)
		}
	}
	return out
}

// folded is the case fold of an ASCII letter or digit; 0 for every other byte.
var folded = func() (t [utf8.RuneSelf]byte) {
	for c := range t {
		if unicode.IsLetter(rune(c)) || unicode.IsDigit(rune(c)) {
			t[c] = byte(unicode.ToLower(rune(c)))
		}
	}
	return t
}()

// letterAt reads the letter at s[i:]: its fold (0 when it is no letter or digit) and its length.
func letterAt(s string, i int) (rune, int) {
	if c := s[i]; c < utf8.RuneSelf {
		return rune(folded[c]), 1
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	if unicode.IsLetter(r) || unicode.IsDigit(r) {
		return unicode.ToLower(unicode.ToUpper(r)), n
	}
	return 0, n
}

// A story is a cursor over the source's letters that steps over what is set aside.
type story struct {
	text  string
	aside [][2]int
	at    int  // next byte
	gap   bool // something that is no letter was passed since the last letter
	skip  int  // index of the next stretch set aside
	away  int  // words passed over in stretches set aside
}

// next returns the next letter, where it stands, and whether a word begins with it.
func (s *story) next() (r rune, at int, begins bool) {
	for s.at < len(s.text) {
		if s.at >= s.until() {
			end := min(s.aside[s.skip][1], len(s.text))
			s.away += countWords(s.text[s.at:end])
			s.at, s.gap = end, true
			s.skip++
			continue
		}
		r, n := letterAt(s.text, s.at)
		s.at += n
		if r != 0 {
			begins, s.gap = s.gap, false
			return r, s.at - n, begins
		}
		s.gap = true
	}
	return 0, len(s.text), true
}

// until is where the next stretch set aside begins, or the text ends.
func (s *story) until() int {
	if s.skip < len(s.aside) {
		return s.aside[s.skip][0]
	}
	return len(s.text)
}

// A model is a cursor over the letters of the model's pieces.
type model struct {
	pieces []piece
	piece  int
	at     int
	gap    bool
}

func (m *model) next() (r rune, begins bool) {
	for m.piece < len(m.pieces) {
		text := m.pieces[m.piece].text
		for m.at < len(text) {
			r, n := letterAt(text, m.at)
			m.at += n
			if r != 0 {
				begins, m.gap = m.gap, false
				return r, begins
			}
			m.gap = true
		}
		m.jump(m.piece + 1)
	}
	return 0, true
}

// jump goes to the beginning of a piece.
func (m *model) jump(piece int) { m.piece, m.at, m.gap = piece, 0, true }

// A check is one comparison under way.
type check struct {
	src       story
	mdl       model
	text      *source.Text
	words     Words
	stretches int
	effort    int // words looked at while seeking agreement
	diags     []diag.Diagnostic
}

func (c *check) run() {
	src, mdl, words := c.src, c.mdl, 0 // the last place at which both began a word, and the words since
	for {
		// While both have the same ASCII bytes there is nothing to work out.
		if c.mdl.piece < len(c.mdl.pieces) && c.src.gap == c.mdl.gap {
			from, to := c.src.text[c.src.at:max(c.src.at, c.src.until())], c.mdl.pieces[c.mdl.piece].text[c.mdl.at:]
			gap, began, i := c.src.gap, -1, 0
			for ; i < len(from) && i < len(to) && from[i] == to[i] && from[i] < utf8.RuneSelf; i++ {
				if folded[from[i]] == 0 {
					gap = true
				} else if gap {
					gap, began = false, i
					c.words.Book += words
					words = 1
				} else {
					words = 1
				}
			}
			if began >= 0 {
				src, mdl = c.src, c.mdl
				src.at, src.gap = src.at+began, true
				mdl.at, mdl.gap = mdl.at+began, true
			}
			c.src.at, c.src.gap = c.src.at+i, gap
			c.mdl.at, c.mdl.gap = c.mdl.at+i, gap
		}
		s, m := c.src, c.mdl
		a, _, wordA := c.src.next()
		b, wordB := c.mdl.next()
		if wordA && wordB {
			c.words.Book += words
			src, mdl, words = s, m, 0
		}
		if a != b {
			c.src, c.mdl, words = src, mdl, 0
			c.seek()
			src, mdl = c.src, c.mdl
			continue
		}
		if a == 0 {
			break
		}
		words = 1
	}
	c.words.SetAside = c.src.away
	c.words.Source += c.words.Book + c.words.SetAside
}

// maxEffort bounds the words looked at while seeking, so that a story that
// agrees nowhere still takes linear time.
const maxEffort = 1_000_000

// seek moves both cursors to the nearest place at which they agree again, and
// counts the words of the story that were passed over as lost.
func (c *check) seek() {
	for window := 48; window <= 3072 && c.effort < maxEffort; window *= 4 {
		s, m := peekStory(c.src, window), peekModel(c.mdl, window)
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

type storyWord struct {
	fold       string
	start, end int
	before     story
}

type modelWord struct {
	fold   string
	before model
}

func endOf(s story) story {
	for s.at < len(s.text) {
		s.next()
	}
	return s
}

// peekStory reads up to n words ahead.
func peekStory(s story, n int) []storyWord {
	var out []storyWord
	var b strings.Builder
	for {
		before := s
		r, at, begins := s.next()
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
		if begins || len(out) == 0 { // it may begin in the middle of a word
			out = append(out, storyWord{start: at, before: before})
		}
		b.WriteRune(r)
		out[len(out)-1].end = s.at
	}
}

// peekModel reads up to n words ahead.
func peekModel(m model, n int) []modelWord {
	var out []modelWord
	var b strings.Builder
	for {
		before := m
		r, begins := m.next()
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
			out = append(out, modelWord{before: before})
		}
		b.WriteRune(r)
	}
}

// agree finds the smallest a+b at which s[a:] and m[b:] begin with the same
// three words, or with the same words to the end of both; 0, 0 when there is none.
func agree(s []storyWord, m []modelWord) (int, int) {
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

// lose counts the words as lost.
func (c *check) lose(ws []storyWord) {
	if len(ws) > 0 {
		c.lost(ws[0].start, ws[len(ws)-1].end, len(ws))
	}
}

func (c *check) lost(from, to, n int) {
	if n == 0 {
		return
	}
	c.words.Source += n
	c.stretches++
	if c.stretches > lostShown {
		return
	}
	what := strings.Join(strings.Fields(c.text.Body[from:min(to, len(c.text.Body))]), " ")
	if utf8.RuneCountInString(what) > 60 {
		what = string([]rune(what)[:59]) + "…"
	}
	c.diags = append(c.diags, diag.Diagnostic{Code: "convert/words-lost", Severity: diag.Problem, Span: c.text.Span(from, to),
		Message: fmt.Sprintf("%d of the story's words did not reach the book: %q", n, what),
		Hint:    "please report this with the story"})
}

// countWords counts the maximal runs of letters and digits.
func countWords(s string) int {
	n, in := 0, false
	for i := 0; i < len(s); {
		r, w := letterAt(s, i)
		if r != 0 && !in {
			n++
		}
		in = r != 0
		i += w
	}
	return n
}
