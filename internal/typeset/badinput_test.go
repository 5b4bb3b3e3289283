package typeset

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/spf13/pflag"

	"storybind/internal/book"
	"storybind/internal/diag"
	"storybind/internal/face"
	"storybind/internal/source"
)

func oneChapter(blocks ...book.Block) *book.Book {
	return &book.Book{Meta: book.Metadata{Title: "T", Language: "en"}, Body: []*book.Section{
		{ID: "chapter-1", Role: book.Chapter, Label: "Chapter One", Blocks: blocks}}}
}

func words(s string) *book.Paragraph {
	return &book.Paragraph{Inlines: []book.Inline{book.Text{Value: s}}}
}

func code(ds []diag.Diagnostic, code string) *diag.Diagnostic {
	for i := range ds {
		if ds[i].Code == code {
			return &ds[i]
		}
	}
	return nil
}

func TestLongWord(t *testing.T) {
	b := oneChapter(words("before "+strings.Repeat("abcdefghij", 1000)+" after"), words(strings.Repeat("a—", 900)), words("https://example.org/"+strings.Repeat("path/", 60)))
	d, ds, err := Book(context.Background(), b, DefaultStyle())
	if err != nil {
		t.Fatal(err)
	}
	checkWords(t, b, d)
	if q := Report(d); q.Overfull > 0 {
		t.Errorf("%d lines stick out", q.Overfull)
	}
	if x := code(ds, "typeset/broken-word"); x == nil || !strings.Contains(x.Message, "abcdefghij") {
		t.Errorf("no remark about the broken word: %v", ds)
	}
}

func TestMissingGlyph(t *testing.T) {
	src := source.New("s.txt", 0, "utf-8", "First line.\nA \u0f40 and a \u0f40, ♥ and 𝐇𝐢, e\u0301.\n")
	p := words("A \u0f40 and a \u0f40, ♥ and 𝐇𝐢, e\u0301.")
	p.Span = src.LineSpan(1, 1)
	b := oneChapter(p)
	d, ds, err := Book(context.Background(), b, DefaultStyle())
	if err != nil {
		t.Fatal(err)
	}
	checkWords(t, b, d)
	x := code(ds, "typeset/missing-glyph")
	if x == nil || len(ds) != 1 {
		t.Fatalf("want one remark, got %v", ds)
	}
	if x.Span.Line() != 2 || x.Span.Column() != 3 || !strings.Contains(x.Message, "U+0F40") || !strings.Contains(x.Message, "2 times") {
		t.Errorf("%d:%d %s", x.Span.Line(), x.Span.Column(), x.Message)
	}
	for _, f := range d.Faces {
		if f.Name() == "StorybindSymbols-Regular" {
			return
		}
	}
	t.Error("the heart is not from the symbol face")
}

func TestRightToLeft(t *testing.T) {
	b := oneChapter(words("שלום עולם"))
	d, ds, err := Book(context.Background(), b, DefaultStyle())
	if err != nil {
		t.Fatal(err)
	}
	checkWords(t, b, d)
	if len(ds) > 0 {
		t.Errorf("remarks: %v", ds)
	}
}

func TestManyOfEverything(t *testing.T) {
	long := oneChapter(words("It was late."))
	long.Body[0].Title = []book.Inline{book.Text{Value: strings.Repeat("A title that goes on and on ", 150)}}
	long.Front = []*book.Section{{ID: "title-page", Role: book.TitlePage, Title: long.Body[0].Title, Blocks: []book.Block{
		&book.Byline{Inlines: long.Body[0].Title},
		&book.FieldList{Fields: []book.Field{{Name: "rating", Label: strings.Repeat("long label ", 40), Value: "PG"}}},
		&book.FieldList{Fields: []book.Field{{Name: "summary", Label: "Summary", Value: strings.Repeat("It goes on. ", 800)}}},
		&book.FieldList{Fields: []book.Field{{Name: "other", Label: strings.Repeat("x", 300), Value: strings.Repeat("y ", 3000)}, {Name: "other"}}},
	}}, {ID: "contents", Role: book.Contents, Blocks: []book.Block{&book.ContentsList{}}}}

	var breaks []book.Block
	for range 5000 {
		breaks = append(breaks, &book.SceneBreak{}, &book.SceneBreak{Mark: "***"})
	}
	many := &book.Book{Meta: book.Metadata{Title: "T"}, Front: []*book.Section{{ID: "contents", Role: book.Contents, Blocks: []book.Block{&book.ContentsList{}}}}}
	for i := range 2000 {
		many.Body = append(many.Body, &book.Section{ID: fmt.Sprint("c", i), Role: book.Chapter, Label: fmt.Sprint(i), Blocks: []book.Block{words("x")}})
	}
	tall := oneChapter(&book.Figure{Image: &book.Image{ID: "i", Width: 10, Height: 100000}, Caption: []book.Inline{book.Text{Value: "tall"}}})
	table := oneChapter(&book.Preformatted{Lines: []string{strings.Repeat("+--", 400), "", "a | b"}})
	verse := &book.Verse{}
	for range 300 {
		verse.Stanzas = append(verse.Stanzas, []book.VerseLine{{Indent: 90, Inlines: []book.Inline{book.Text{Value: strings.Repeat("la ", 80)}}}})
	}
	deep := book.Block(words("The innermost."))
	for range 60 {
		deep = &book.Quote{Blocks: []book.Block{deep}}
	}
	for name, b := range map[string]*book.Book{
		"empty": {}, "no blocks": oneChapter(), "empty paragraph": oneChapter(words(""), words(" "), words("\n"), words("\u00a0")),
		"long titles": long, "scene breaks": oneChapter(breaks...), "chapters": many, "tall": tall, "table": table,
		"verse": oneChapter(verse), "deep": oneChapter(deep), "spaces": oneChapter(words("  a   b  \n\n c ")),
		"wide": oneChapter(words(strings.Repeat("山高月小水落石出。", 400))),
	} {
		for _, page := range []string{"a5", "ereader", "large-print"} {
			t.Run(name+" "+page, func(t *testing.T) {
				st := DefaultStyle()
				st.Page.Set(page)
				d, _, err := Book(context.Background(), b, st)
				if err != nil {
					t.Fatal(err)
				}
				checkWords(t, b, d)
				if q := Report(d); q.Overfull > 0 {
					t.Errorf("%d lines stick out", q.Overfull)
				}
			})
		}
	}
}

func TestFlags(t *testing.T) {
	for _, c := range []struct {
		args string
		ok   bool
	}{
		{"--page=trade", true}, {"--page=A4", true}, {"--page=120x190mm", true}, {"--page=5.5x8.5in", true}, {"--page=12×19cm", true},
		{"--page=nowhere", false}, {"--page=1x1mm", false}, {"--page=axbmm", false}, {"--page=-5x8in", false},
		{"--size=10.5", true}, {"--size=12pt", true}, {"--size=0", false}, {"--size=900", false}, {"--size=big", false},
		{"--margin=18mm", true}, {"--margin=18mm,20mm,0.5in,2cm", true}, {"--margin=0", true}, {"--margin=1,2", false}, {"--margin=-4mm", false}, {"--margin=wide", false},
		{"--recto", true}, {"--no-half-title", true},
		{"--leading=14", true}, {"--ragged", true}, {"--no-hyphens", true}, {"--two-sided=false", true}, {"--font=Literata", true},
	} {
		st := DefaultStyle()
		fs := pflag.NewFlagSet("x", pflag.ContinueOnError)
		st.Flags(fs)
		if err := fs.Parse([]string{c.args}); (err == nil) != c.ok {
			t.Errorf("%s: %v", c.args, err)
		} else if c.ok {
			pages(t, novel(1, 12), st)
		}
	}
	st := DefaultStyle()
	st.Page.Set("100x110pt")
	st.Size = 72000
	if _, _, err := Book(context.Background(), novel(1, 1), st); err == nil || !strings.Contains(err.Error(), "--size") {
		t.Errorf("a page too small for a line: %v", err)
	}
	st = DefaultStyle()
	st.Font = face.Named("Comic")
	if _, _, err := Book(context.Background(), novel(1, 1), st); err == nil {
		t.Error("an unknown font was found")
	}
}

// FuzzBook sets any text in any block and page: every letter is on the pages, in
// order, and no line sticks out; or too much of it would be boxes.
func FuzzBook(f *testing.F) {
	f.Add("Plain words, “quoted”—and dashed… https://example.org/a/b?c=d", uint8(0), uint8(0))
	f.Add("naïve e\u0301 \u00ad soft\u00adhyphen \u200b zero 山高月小 שלום 👩‍👧 \u0000", uint8(3), uint8(6))
	f.Add("a-b--c---d – e — f/g/h \u2003 \u202f« oui » !", uint8(9), uint8(3))
	f.Add(strings.Repeat("unbreakable", 40), uint8(5), uint8(2))
	f.Fuzz(func(t *testing.T, text string, kind, page uint8) {
		if len(text) > 20000 {
			return
		}
		text = strings.ToValidUTF8(text, "?")
		ins := []book.Inline{book.Text{Value: text}}
		half := []book.Inline{book.Text{Value: text[:len(text)/2]}, book.Emphasis{Inlines: []book.Inline{book.Text{Value: text[len(text)/2:]}}}}
		if !strings.HasPrefix(text, text[:len(text)/2]) || strings.ToValidUTF8(text[:len(text)/2], "") != text[:len(text)/2] {
			half = ins
		}
		blocks := []book.Block{
			&book.Paragraph{Inlines: half},
			&book.Subheading{Level: int(kind) % 3, Inlines: ins},
			&book.Verse{Stanzas: [][]book.VerseLine{{{Inlines: ins}, {Indent: 2, Inlines: half}}, {{Inlines: half}}}},
			&book.Quote{Blocks: []book.Block{&book.Paragraph{Inlines: half}}, Source: ins},
			&book.Letter{Opening: []book.Line{ins}, Blocks: []book.Block{&book.Paragraph{Inlines: ins}}, Closing: []book.Line{half}},
			&book.Log{Entries: []book.LogEntry{{Speaker: ins, Inlines: half}, {Inlines: ins}}},
			&book.Inscription{Lines: []book.Line{ins, half}},
			&book.Figure{Caption: ins},
			&book.Preformatted{Lines: strings.Split(text, "\n")},
			&book.Note{ID: "n", Mark: "1", Blocks: []book.Block{&book.Paragraph{Inlines: half}}},
			&book.FieldList{Fields: []book.Field{{Name: "x", Label: text, Value: text}, {Value: text}}},
		}
		b := oneChapter(blocks[int(kind)%len(blocks)], &book.SceneBreak{}, blocks[0])
		b.Body[0].Title = ins
		b.Front = []*book.Section{{ID: "t", Role: book.TitlePage, Title: half, Blocks: []book.Block{blocks[10]}}}
		b.Meta.Language = []string{"en", "fr", "de", "xx", ""}[int(kind)%5]
		st := DefaultStyle()
		st.Page.Set(PageNames()[int(page)%len(PageNames())])
		st.Ragged = page > 128
		d, _, err := Book(context.Background(), b, st)
		if err != nil && strings.Contains(err.Error(), " would be boxes: ") && strings.ContainsFunc(text, func(r rune) bool { return r > 0x7E }) {
			return // more than a tenth of it has no glyph anywhere: no book is what is promised
		}
		if err != nil {
			t.Fatal(err)
		}
		checkWords(t, b, d)
		if q := Report(d); q.Overfull > 0 {
			t.Errorf("%d lines stick out", q.Overfull)
		}
	})
}
