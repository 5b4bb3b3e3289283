package epub

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"storybind/internal/book"
	"storybind/internal/book/booktest"
	"storybind/internal/writer"
)

func TestOddTexts(t *testing.T) {
	long := strings.Repeat("A title of ten thousand characters ", 286)
	for name, odd := range map[string]string{
		"metacharacters": `</body></html> <script>&amp; "quoted" 'too' ]]>`,
		"controls":       "a\x00b\x01c\x1f\x7f\u0085d\ufffe\uffff",
		"right to left":  "שלום עולם \u202eabc\u202c \u200f",
		"unassigned":     "\u0378\U000e0fff\U0010ffff \ue000",
		"broken":         "\xff\xfe\xc3(",
		"path":           "../../x/../../../etc/passwd",
		"long":           long,
		"empty":          " \n ",
		"go-epub's own":  `<body dir="auto"></body></html>`,
	} {
		t.Run(name, func(t *testing.T) {
			b := booktest.Every()
			m := &b.Meta
			m.Title, m.TitleSort, m.Description, m.Rights, m.Series, m.SeriesIndex, m.Language, m.Published = odd, odd, odd, odd, odd, odd, odd, odd
			m.Contributors = []book.Contributor{{Name: odd, FileAs: odd, Role: odd}}
			m.Subjects = []string{odd}
			b.Front[0].Title = text(odd)
			ch := b.Body[0].Sections[0]
			ch.Label, ch.Title = odd, text(odd)
			ch.Blocks = append(ch.Blocks, para(odd), &book.Preformatted{Lines: []string{odd}}, &book.Note{ID: odd, Mark: "2"},
				&book.Paragraph{Inlines: []book.Inline{book.NoteRef{ID: odd, Mark: odd}, book.Link{URL: odd, Inlines: text(odd)}}})
			b.Body[1].ID, b.Body[0].ID = odd, odd+"2"
			build(t, b)
		})
	}
}

// A book without anything is still an EPUB with a place to go to.
func TestSmallBooks(t *testing.T) {
	all, _ := build(t, &book.Book{Meta: book.Metadata{Title: "One"}, Body: []*book.Section{{ID: "chapter-1", Role: book.Chapter, Blocks: []book.Block{para("It rained.")}}}})
	if nav := all["EPUB/nav.xhtml"]; !strings.Contains(nav, `<li><a href="text/chapter-1.xhtml">One</a></li>`) {
		t.Errorf("a one-shot is named by its title:\n%s", nav)
	}
	all, _ = build(t, &book.Book{Body: []*book.Section{{ID: "a", Unlisted: true}}})
	if nav := all["EPUB/nav.xhtml"]; !strings.Contains(nav, `<a href="text/a.xhtml">Untitled story</a>`) {
		t.Errorf("nothing is listed:\n%s", nav)
	}
}

func TestSectionsWithoutHeading(t *testing.T) {
	words := "The lamp is the first thing he lights, and the last, every night."
	all, _ := build(t, &book.Book{Meta: book.Metadata{Title: "T"}, Body: []*book.Section{
		{ID: "chapter-1", Blocks: []book.Block{para(words)}}, {ID: "chapter-2", Blocks: []book.Block{&book.SceneBreak{}, para("Short.")}}}})
	for _, want := range []string{">The lamp is the first thing he lights…</a>", ">Short.</a>"} {
		if !strings.Contains(all["EPUB/nav.xhtml"], want) {
			t.Errorf("the contents lack %s:\n%s", want, all["EPUB/nav.xhtml"])
		}
	}
	// Notes say nothing by their first words.
	all, _ = build(t, &book.Book{Meta: book.Metadata{Title: "T"}, Body: []*book.Section{{ID: "chapter-1", Label: "One", Blocks: []book.Block{para(words)}}},
		Back: []*book.Section{{ID: "notes", Role: book.Endnotes, Blocks: []book.Block{&book.Note{ID: "note-1", Mark: "1", Blocks: []book.Block{para("A kind of lamp.")}}}}}})
	if nav := all["EPUB/nav.xhtml"]; strings.Contains(nav, "A kind of") || !strings.Contains(nav, ">One<") {
		t.Errorf("the contents list notes by their first words:\n%s", nav)
	}
}

// A chapter of a megabyte is several pages and one entry of the contents; marks
// and notes find each other across pages.
func TestLongChapter(t *testing.T) {
	s := &book.Section{ID: "chapter-1", Role: book.Chapter, Label: "Chapter 1"}
	s.Blocks = append(s.Blocks, &book.Paragraph{Inlines: []book.Inline{book.Text{Value: "Mark"}, book.NoteRef{ID: "note-1", Mark: "1"}}})
	for range 1100 {
		s.Blocks = append(s.Blocks, para(strings.Repeat("The tide turns & returns. ", 40)))
	}
	s.Blocks = append(s.Blocks, &book.Note{ID: "note-1", Mark: "1", Blocks: []book.Block{para("The note.")}})
	all, _ := build(t, &book.Book{Meta: book.Metadata{Title: "T"}, Body: []*book.Section{s}})
	pages := 0
	for name, content := range all {
		if strings.HasPrefix(name, "EPUB/text/chapter") {
			pages++
			if len(content) > 250_000 {
				t.Errorf("%s is %d bytes long", name, len(content))
			}
		}
	}
	if pages < 5 || strings.Count(all["EPUB/nav.xhtml"], "<li><a href=") != 1 || strings.Count(all["EPUB/toc.ncx"], "<navPoint") != 1 {
		t.Errorf("%d pages; nav:\n%s", pages, all["EPUB/nav.xhtml"])
	}
	last := fmt.Sprintf("chapter-1_%d.xhtml", pages)
	if !strings.Contains(all["EPUB/text/chapter-1.xhtml"], `href="`+last+`#note-1"`) || !strings.Contains(all["EPUB/text/"+last], `href="chapter-1.xhtml#ref-note-1"`) {
		t.Error("the note and its mark do not find each other")
	}
}

func TestManyChapters(t *testing.T) {
	b := &book.Book{Meta: book.Metadata{Title: "T"}}
	for i := range 5000 {
		b.Body = append(b.Body, &book.Section{ID: fmt.Sprintf("chapter-%d", i+1), Role: book.Chapter, Label: fmt.Sprintf("Chapter %d", i+1), Blocks: []book.Block{para("x")}})
	}
	all, _ := build(t, b)
	if n := strings.Count(all["EPUB/toc.ncx"], `playOrder="`); n != 5000 || !strings.Contains(all["EPUB/toc.ncx"], `playOrder="5000"`) {
		t.Errorf("%d entries", n)
	}
}

// A contents of bare numbers stands in a row; it is a list of contents all the same,
// and no text of its section.
func TestNumberedContents(t *testing.T) {
	b := &book.Book{Meta: book.Metadata{Title: "T"}, Front: []*book.Section{
		{ID: "contents", Role: book.Contents, Title: text("Contents"), Blocks: []book.Block{&book.ContentsList{}}, Unlisted: true}}}
	for _, n := range []string{"I", "II", "III", "IV"} {
		b.Body = append(b.Body, &book.Section{ID: "chapter-" + n, Role: book.Chapter, Title: text(n), Blocks: []book.Block{para("It rained.")}})
	}
	all, _ := build(t, b)
	if got := all["EPUB/text/contents.xhtml"]; !strings.Contains(got, `<ol class="contents numbers">`) {
		t.Errorf("the numbers stand in no row:\n%s", got)
	}
}

func TestNameCollisions(t *testing.T) {
	b := &book.Book{Meta: book.Metadata{Title: "T"}}
	for _, id := range []string{"a", "A", "a", "", "../x", "cover", "nav", "toc"} {
		b.Body = append(b.Body, &book.Section{ID: id, Label: "L"})
	}
	all, _ := files0(t, b)
	n := 0
	for name := range all {
		if strings.HasPrefix(name, "EPUB/text/") {
			n++
		}
	}
	if n != 9 { // and the cover's
		t.Errorf("%d pages of 9", n)
	}
}

// files0 writes a book whose section IDs are not unique, which Drawn cannot tell apart.
func files0(t *testing.T, b *book.Book) (map[string]string, writer.Result) {
	var buf bytes.Buffer
	res, err := (&Writer{}).Write(context.Background(), &buf, b)
	if err != nil {
		t.Fatal(err)
	}
	all := files(t, buf.Bytes())
	for name, content := range all {
		if strings.HasSuffix(name, "ml") || strings.HasSuffix(name, ".opf") || strings.HasSuffix(name, ".ncx") {
			checkXML(t, all, name, content)
		}
	}
	return all, res
}

type failing struct{ after int }

func (f *failing) Write(p []byte) (int, error) {
	if f.after -= len(p); f.after < 0 {
		return 0, errors.New("disk full")
	}
	return len(p), nil
}

func TestFailingWriter(t *testing.T) {
	if _, err := (&Writer{}).Write(context.Background(), &failing{100}, booktest.Every()); err == nil || !strings.Contains(err.Error(), "disk full") {
		t.Errorf("error %v", err)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var buf bytes.Buffer
	if _, err := (&Writer{}).Write(ctx, &buf, booktest.Every()); !errors.Is(err, context.Canceled) || buf.Len() > 0 {
		t.Errorf("error %v, %d bytes", err, buf.Len())
	}
}
