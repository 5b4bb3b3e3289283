package convert

import (
	"fmt"
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"

	"storybind/internal/book"
	"storybind/internal/diag"
	"storybind/internal/source"
)

// Words says what became of the story's words. A word is a maximal run of
// letters and digits, and of low lines inside; runs that the book prints as one
// (broken at a line's end, or parted by marks of emphasis) are one word.
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
	return c.words, c.diags.All()
}

// digests are what each of the book's sections should print, in reading order.
func digests(b *book.Book) []book.Digest {
	var out []book.Digest
	for _, s := range b.Sections() {
		out = append(out, book.Drawn(s))
	}
	return out
}

// checkDrawn compares what a writer says it drew with the model's digests.
func checkDrawn(format string, b *book.Book, wanted []book.Digest, drawn map[string]book.Digest) []diag.Diagnostic {
	var out []diag.Diagnostic
	next := 0
	for _, s := range b.Sections() {
		want, got := wanted[next], drawn[s.ID]
		next++
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
		if !saidByField(b, s) {
			add(s.Span, s.Label+"\n"+book.Plain(s.Title)+"\n"+book.Plain(s.Subtitle))
		}
		for _, bl := range s.Blocks {
			switch bl := bl.(type) {
			case *book.Paragraph:
				add(bl.Span, book.Plain(bl.Inlines))
				continue
			case *book.SceneBreak:
				add(bl.Span, bl.Mark)
				continue
			}
			if at := bl.Where(); at.Text == src {
				join.Reset()
				join.Grow(at.End - at.Start) // about as much: a log of megabytes grows in no steps
				book.Pieces(bl, func(t string) { join.WriteString(t); join.WriteByte('\n') })
				add(at, join.String())
			}
		}
	}
	slices.SortStableFunc(out, func(a, b piece) int { return a.start - b.start })
	return out
}

// saidByField reports whether a section's heading is a field of the header, whose words
// are counted there: the first of several stories is headed by the file's own title.
func saidByField(b *book.Book, s *book.Section) bool {
	for i := range b.Meta.Fields {
		f := &b.Meta.Fields[i]
		if s.Span.Text == f.Span.Text && s.Span.Start >= f.Span.Start && s.Span.Start < f.Span.End {
			return s.Label == "" && strings.Contains(f.Value, book.Plain(s.Title))
		}
	}
	return false
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

// A check is one comparison under way.
type check struct {
	src    story
	mdl    model
	text   *source.Text
	words  Words
	effort int // words looked at while seeking agreement
	diags  diag.List
}

func (c *check) run() {
	src, mdl, words := c.src, c.mdl, 0 // the last place at which both began a word, and the words since
	for {
		// While both have the same ASCII bytes there is nothing to work out.
		if c.mdl.piece < len(c.mdl.pieces) && c.src.gap == c.mdl.gap {
			from, to := c.src.text[c.src.at:max(c.src.at, c.src.until())], c.mdl.pieces[c.mdl.piece].text[c.mdl.at:]
			gap, began, i := c.src.gap, -1, 0
			for len(from)-i >= 8 && len(to)-i >= 8 {
				x := eight(from[i:])
				letters, ok := lettersOf(x)
				if !ok || x != eight(to[i:]) {
					break
				}
				before := uint64(0x80) // the byte before was a letter, or none that ends a word
				if gap {
					before = 0
				}
				if begins := letters &^ (letters<<8 | before); begins != 0 {
					if letters&(begins&-begins-1) != 0 {
						words = 1
					}
					c.words.Book += words + bits.OnesCount64(begins) - 1
					words, began = 1, i+bits.Len64(begins)/8-1
				} else if letters != 0 {
					words = 1
				}
				gap = letters>>63 == 0
				i += 8
			}
			for ; i < len(from) && i < len(to) && from[i] == to[i] && from[i] < utf8.RuneSelf; i++ {
				if folded[from[i]] == 0 {
					gap = gap || parts(from[i])
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
		b, _, wordB := c.mdl.next()
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

// lose counts the words as lost.
func (c *check) lose(ws []word[story]) {
	if len(ws) > 0 {
		c.lost(ws[0].start, ws[len(ws)-1].end, len(ws))
	}
}

func (c *check) lost(from, to, n int) {
	if n == 0 {
		return
	}
	c.words.Source += n
	what := strings.Join(strings.Fields(c.text.Body[from:min(to, len(c.text.Body))]), " ")
	if utf8.RuneCountInString(what) > 60 {
		what = string([]rune(what)[:59]) + "…"
	}
	c.diags.Add(diag.Diagnostic{Code: "convert/words-lost", Severity: diag.Problem, Span: c.text.Span(from, to),
		Message: fmt.Sprintf("%d of the story's words did not reach the book: %q", n, what),
		Hint:    "please report this with the story"})
}
