package convert

import (
	"fmt"
	"strings"
	"testing"
	"unicode"

	"storybind/internal/book"
	"storybind/internal/diag"
	"storybind/internal/source"
)

// modelOf is a book with one paragraph for each stretch of lines, as a perfect reading would give it.
func modelOf(src *source.Text) *book.Book {
	s := &book.Section{ID: "chapter-1", Role: book.Chapter, Span: src.Span(0, len(src.Body))}
	for at := 0; at < len(src.Body); {
		end := strings.Index(src.Body[at:], "\n\n")
		if end < 0 {
			end = len(src.Body) - at
		}
		if text := src.Body[at : at+end]; strings.TrimSpace(text) != "" {
			s.Blocks = append(s.Blocks, &book.Paragraph{
				Inlines: []book.Inline{book.Text{Value: strings.Join(strings.Fields(text), " ")}}, Span: src.Span(at, at+end)})
		}
		at += end + 2
	}
	return &book.Book{Body: []*book.Section{s}}
}

func paragraph(b *book.Book, n int) *book.Paragraph { return b.Body[0].Blocks[n].(*book.Paragraph) }

func setText(b *book.Book, n int, s string) {
	paragraph(b, n).Inlines = []book.Inline{book.Text{Value: s}}
}

func TestCheckWords(t *testing.T) {
	for _, c := range []struct {
		name, story string
		change      func(*book.Book, *source.Text)
		want        Words
		line        int // of the first remark; 0 for none
	}{
		{"everything there", "One two.\n\nThree four.", nil, Words{4, 4, 0}, 0},
		{"punctuation and case do not count", "\"One\" -- TWO.", func(b *book.Book, _ *source.Text) { setText(b, 0, "“One”—two.") }, Words{2, 2, 0}, 0},
		{"a word joined at a wrap is one word", "some-\nthing else", func(b *book.Book, _ *source.Text) { setText(b, 0, "something else") }, Words{2, 2, 0}, 0},
		{"marks of emphasis inside a word", "un_believ_able news", func(b *book.Book, _ *source.Text) { setText(b, 0, "unbelievable news") }, Words{2, 2, 0}, 0},
		{"a raised figure behind a word, set as a note's mark", "the weir¹ was old²⁰", func(b *book.Book, _ *source.Text) {
			paragraph(b, 0).Inlines = []book.Inline{book.Text{Value: "the weir"}, book.NoteRef{ID: "note-1", Mark: "1"}, book.Text{Value: " was old20"}}
		}, Words{4, 4, 0}, 0},
		{"a word dropped", "one two three four five six", func(b *book.Book, _ *source.Text) { setText(b, 0, "one two four five six") }, Words{6, 5, 0}, 1},
		{"a word changed", "one two three four five six", func(b *book.Book, _ *source.Text) { setText(b, 0, "one two trhee four five six") }, Words{6, 5, 0}, 1},
		{"half a word dropped", "one wonderful three four five", func(b *book.Book, _ *source.Text) { setText(b, 0, "one wonder three four five") }, Words{5, 4, 0}, 1},
		{"a paragraph dropped", "one two\n\nthree four\n\nfive six", func(b *book.Book, _ *source.Text) {
			b.Body[0].Blocks = append(b.Body[0].Blocks[:1], b.Body[0].Blocks[2])
		}, Words{6, 4, 0}, 3},
		{"the end dropped", "one two\n\nthree four", func(b *book.Book, _ *source.Text) { b.Body[0].Blocks = b.Body[0].Blocks[:1] }, Words{4, 2, 0}, 3},
		{"the beginning dropped", "one two\n\nthree four", func(b *book.Book, _ *source.Text) { b.Body[0].Blocks = b.Body[0].Blocks[1:] }, Words{4, 2, 0}, 1},
		{"everything dropped", "one two\n\nthree four", func(b *book.Book, _ *source.Text) { b.Body[0].Blocks = nil }, Words{4, 0, 0}, 1},
		{"paragraphs that changed places", "one two three\n\nfour five six", func(b *book.Book, _ *source.Text) {
			setText(b, 0, "four five six")
			setText(b, 1, "one two three")
		}, Words{6, 3, 0}, 3},
		{"a word that the story does not have", "one two three four", func(b *book.Book, _ *source.Text) { setText(b, 0, "one two zwei three four") }, Words{4, 4, 0}, 0},
		{"set aside", "From: me\n\none two", func(b *book.Book, src *source.Text) {
			b.Body[0].Blocks = b.Body[0].Blocks[1:]
			b.SetAside = []book.SetAside{{Reason: "mail header", Span: src.Span(0, 8)}}
		}, Words{4, 2, 2}, 0},
		{"set aside at the end, overlapping", "one two\n\n-- \nsig nature", func(b *book.Book, src *source.Text) {
			b.Body[0].Blocks = b.Body[0].Blocks[:1]
			b.SetAside = []book.SetAside{{Reason: "a", Span: src.Span(9, 23)}, {Reason: "b", Span: src.Span(13, 23)}}
		}, Words{4, 2, 2}, 0},
		{"letters of other scripts", "Ünï çödé ДОМ 東京", func(b *book.Book, _ *source.Text) { setText(b, 0, "ünï çödé дом 東京") }, Words{4, 4, 0}, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			src := source.New("story.txt", len(c.story), "utf-8", c.story)
			b := modelOf(src)
			if c.change != nil {
				c.change(b, src)
			}
			got, ds := checkWords(src, b)
			if got != c.want {
				t.Errorf("got %+v, want %+v", got, c.want)
			}
			if line := 0; len(ds) > 0 {
				line = ds[0].Span.Line()
				if line != c.line || ds[0].Code != "convert/words-lost" {
					t.Errorf("first remark in line %d, want %d: %v", line, c.line, ds)
				}
			} else if c.line != 0 {
				t.Error("nothing was said")
			}
		})
	}
}

// What a writer did not draw is told by section.
func TestCheckDrawn(t *testing.T) {
	src := source.New("story.txt", 7, "utf-8", "one two")
	b := modelOf(src)
	whole := map[string]book.Digest{"chapter-1": book.Drawn(b.Body[0])}
	if ds := checkDrawn("epub", b, digests(b), whole); ds != nil {
		t.Errorf("a whole book: %v", ds)
	}
	var less book.Digest
	less.Add("one")
	if ds := checkDrawn("epub", b, digests(b), map[string]book.Digest{"chapter-1": less}); len(ds) != 1 || ds[0].Code != "convert/words-not-drawn" {
		t.Errorf("a word is missing, and this is said: %v", ds)
	}
}

// A long story that agrees nowhere, and one with a hole of ten thousand words,
// are still counted.
func TestCheckWordsFarApart(t *testing.T) {
	var w strings.Builder
	for i := range 30000 {
		fmt.Fprintf(&w, "w%d ", i)
		if i%10 == 9 {
			w.WriteString("\n\n")
		}
	}
	src := source.New("story.txt", w.Len(), "utf-8", w.String())
	b := modelOf(src)
	b.Body[0].Blocks = append(b.Body[0].Blocks[:1000:1000], b.Body[0].Blocks[2000:]...)
	if got, _ := checkWords(src, b); got != (Words{30000, 20000, 0}) {
		t.Errorf("a hole: got %+v", got)
	}
	for n := range b.Body[0].Blocks {
		setText(b, n, "nothing that agrees")
	}
	if got, ds := checkWords(src, b); got != (Words{30000, 0, 0}) || len(ds) > diag.Most+1 {
		t.Errorf("nothing agrees: got %+v and %d remarks", got, len(ds))
	}
}

// FuzzCheckWords drops one paragraph from a perfect reading: that is noticed.
// How many words are lost can be less than it had: "A 0" dropped before "A0" is
// found again in "A0".
func FuzzCheckWords(f *testing.F) {
	f.Add("One two.\n\nThree four.\n\nFive.", 1)
	f.Add("a a a\n\na a\n\na", 0)
	f.Fuzz(func(t *testing.T, story string, drop int) {
		src := source.New("story.txt", len(story), "utf-8", strings.ToValidUTF8(story, "?"))
		b := modelOf(src)
		whole := countWords(src.Body)
		if got, ds := checkWords(src, b); got != (Words{whole, whole, 0}) || ds != nil {
			t.Fatalf("perfect: got %+v of %d, %v", got, whole, ds)
		}
		bl := b.Body[0].Blocks
		if drop < 0 || drop >= len(bl) {
			return
		}
		n := countWords(book.Plain(paragraph(b, drop).Inlines))
		b.Body[0].Blocks = append(append([]book.Block{}, bl[:drop]...), bl[drop+1:]...)
		if got, _ := checkWords(src, b); got.Source > whole || n > 0 && got.Lost() < 1 {
			t.Fatalf("dropped %d: got %+v of %d", n, got, whole)
		}
	})
}

func BenchmarkCheckWords(b *testing.B) {
	story := strings.Repeat("\"The lamp,\" he said, \"is the first thing that I light.\" And so it was, that night.\n\n", 12000)
	src := source.New("story.txt", len(story), "utf-8", story)
	m := modelOf(src)
	b.SetBytes(int64(len(story)))
	for b.Loop() {
		checkWords(src, m)
	}
}

func TestCountWords(t *testing.T) {
	for s, want := range map[string]int{
		"": 0, "one": 1, "one two": 2, " one  two. ": 2, "don't": 2, "don’t": 2, "kestrel_42 flew": 2, "_one_ two_": 2, "_ _": 0, "a_b_c": 1,
		"a_—_b": 2, "été naïf": 2, "5½ m²": 2, "第一章 雨": 2, "é_é": 1, "x—y": 2, "e\u0301tude": 2,
	} {
		if got := countWords(s); got != want {
			t.Errorf("%q has %d words, want %d", s, got, want)
		}
		for k := range 16 { // eight bytes are counted at once, wherever they begin
			if got := countWords(strings.Repeat(" ", k) + s + strings.Repeat(".", 16-k)); got != want {
				t.Errorf("%q behind %d blanks has %d words, want %d", s, k, got, want)
			}
		}
	}
	for c := range byte(0x80) {
		want := 1
		switch r := rune(c); {
		case c == '_', unicode.IsLetter(r), unicode.IsDigit(r):
		default:
			want = 2
		}
		if got := countWords("abc" + string(rune(c)) + "defg hijk"); got != want+1 {
			t.Errorf("%q parts %d words, want %d", c, got-1, want)
		}
	}
}
