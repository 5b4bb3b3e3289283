package matter

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"storybind/internal/book"
	"storybind/internal/source"
)

// story is a book as parse gives it: one field of each kind, and two chapters.
func story() *book.Book {
	src := source.New("lamp.txt", 0, "utf-8", "one\n\ntwo")
	long := strings.Repeat("So many words about it. ", 20)
	return &book.Book{
		Meta: book.Metadata{
			Title: "The Lamp", TitleFrom: book.FromHeader, Language: "en",
			Contributors: []book.Contributor{{Name: "Annie Lee", Role: "aut"}, {Name: "Bea", Role: "aut"}},
			Fields: []book.Field{
				{Name: "title", Label: "Title", Value: "\"The Lamp\""},
				{Name: "author", Label: "By", Value: "Annie Lee and Bea"},
				{Name: "pairing", Label: "Pairing", Value: "A/B, C/D"},
				{Name: "rating", Label: "Rated", Value: "PG-13 (mild, really)"},
				{Name: "summary", Label: "Summary", Value: "A keeper waits."},
				{Name: "disclaimer", Label: "Disclaimer", Value: "Not mine."},
				{Name: "notes", Label: "A/N", Value: long},
				{Name: "notes", Value: "Kudos to whoever finds the references."},
				{Name: "date", Label: "Date", Value: "14 March 1998"},
			},
		},
		Body: []*book.Section{
			{ID: "chapter-1", Role: book.Chapter, Label: "One", Span: src.Span(0, 3), Blocks: []book.Block{&book.Paragraph{Inlines: text("one"), Span: src.Span(0, 3)}}},
			{ID: "chapter-2", Role: book.Chapter, Label: "Two", Span: src.Span(5, 8), Blocks: []book.Block{&book.Paragraph{Inlines: text("two"), Span: src.Span(5, 8)}}},
		},
	}
}

func TestPages(t *testing.T) {
	b := story()
	Apply(b, Options{Sources: []string{"lamp.txt"}, Encoding: "utf-8", Words: 2, Version: "1"})
	var roles []book.Role
	for _, s := range b.Sections() {
		roles = append(roles, s.Role)
	}
	want := []book.Role{book.TitlePage, book.CopyrightPage, book.Chapter, book.Chapter, book.Colophon}
	if d := cmp.Diff(want, roles); d != "" {
		t.Errorf("pages (-want +got):\n%s", d)
	}
	lists := func(s *book.Section) (out [][]string) {
		for _, bl := range s.Blocks {
			if l, ok := bl.(*book.FieldList); ok {
				var names []string
				for _, f := range l.Fields {
					names = append(names, f.Name)
				}
				out = append(out, names)
			}
		}
		return out
	}
	if d := cmp.Diff([][]string{{"rating"}, {"summary"}}, lists(b.Front[0])); d != "" {
		t.Errorf("the title page's fields (-want +got):\n%s", d)
	}
	if d := cmp.Diff([][]string{{"pairing", "notes", "date"}, {"notes", "disclaimer"}}, lists(b.Front[1])); d != "" {
		t.Errorf("the copyright page's fields (-want +got):\n%s", d)
	}

	// More than the back of the title page holds has a page of its own.
	b = story()
	b.Meta.Fields[6].Value = strings.Repeat(b.Meta.Fields[6].Value, 1+sharedPage/len(b.Meta.Fields[6].Value))
	Apply(b, Options{})
	if d := cmp.Diff([][]string{{"disclaimer"}}, lists(b.Front[1])[1:]); d != "" {
		t.Errorf("the copyright page's text (-want +got):\n%s", d)
	}
	if d := cmp.Diff([][]string{{"notes"}}, lists(b.Front[2])); d != "" {
		t.Errorf("the notes' fields (-want +got):\n%s", d)
	}
}

// Contents list what says something: four sections or more, with titles. They stand behind the
// dedication and before the foreword; a long summary has a page of its own; three authors have
// a line each; what a page is called is not said again.
func TestOrder(t *testing.T) {
	b := story()
	for _, title := range []string{"The Gate", "The Stair", "The Lamp", "The Sea"} {
		c := *b.Body[0]
		c.ID, c.Title, c.Blocks = "x-"+title, text(title), []book.Block{&book.Paragraph{Inlines: text(strings.Repeat("The lamp was lit. ", 80))}}
		b.Body = append(b.Body, &c)
	}
	b.Front = []*book.Section{{ID: "d", Role: book.Dedication}, {ID: "e", Role: book.Epigraph}, {ID: "f", Role: book.Foreword, Title: text("Foreword")}}
	b.Meta.Contributors = append(b.Meta.Contributors, book.Contributor{Name: "Cy", Role: "aut"})
	b.Meta.Fields[4].Value = strings.Repeat("A keeper waits, and then he waits again. ", 10)
	b.Meta.Fields[6].Label, b.Meta.Fields[6].Value = "Notes:", strings.Repeat("Thanks to all. ", sharedPage/10)
	Apply(b, Options{})
	var ids []string
	for _, s := range b.Front {
		ids = append(ids, s.ID)
	}
	if d := cmp.Diff([]string{"title-page", "copyright-page", "summary", "d", "e", "contents", "header-notes", "f"}, ids); d != "" {
		t.Errorf("front matter (-want +got):\n%s", d)
	}
	if got := book.Plain(b.Front[0].Blocks[0].(*book.Byline).Inlines); got != "by Annie Lee\nBea\nCy" {
		t.Errorf("byline %q", got)
	}
	for _, i := range []int{2, 6} {
		if f := b.Front[i].Blocks[0].(*book.FieldList).Fields[0]; f.Label != "" || len(b.Front[i].Title) == 0 {
			t.Errorf("%s is headed %q, its field %q", b.Front[i].ID, book.Plain(b.Front[i].Title), f.Label)
		}
	}
	for what, title := range map[string]string{"chapters that are only counted": "", "stories that stand on two pages": "The Lamp"} {
		b = story()
		for range 4 {
			c := *b.Body[0]
			c.Title = text(title)
			if title == "" {
				c.Title, c.Blocks = nil, []book.Block{&book.Paragraph{Inlines: text(strings.Repeat("The lamp was lit. ", 80))}}
			}
			b.Body = append(b.Body, &c)
		}
		Apply(b, Options{})
		for _, s := range b.Front {
			if s.Role == book.Contents {
				t.Errorf("%s are listed", what)
			}
		}
	}
}

// A one-shot has no contents; pages can be left out.
func TestFewerPages(t *testing.T) {
	b := story()
	b.Body = b.Body[:1]
	b.Body[0].Label = ""
	Apply(b, Options{NoColophon: true})
	for _, s := range b.Sections() {
		if s.Role == book.Contents || s.Role == book.Colophon {
			t.Errorf("there is a page %s", s.Role)
		}
	}
}

// Every letter of the header's values is on some page, whatever the fields say.
func TestEveryFieldIsPrinted(t *testing.T) {
	for _, f := range []book.Field{
		{Name: "title", Label: "Title", Value: "The Lamp (1/3) REPOST"},
		{Name: "author", Label: "From", Value: "Annie Lee <annie@example.net> (the other one)"},
		{Name: "subtitle", Value: "A ghost story"},
		{Name: "other", Label: "Mood", Value: "grey"},
		{Name: "summary", Value: "One.\n\nTwo."},
		{Name: "contributor", Label: "Translator", Value: "Bo"},
	} {
		b := story()
		b.Meta.Fields = []book.Field{f}
		Apply(b, Options{})
		var all strings.Builder
		for _, s := range b.Front {
			book.SectionPieces(s, func(t string) { all.WriteString(t + " ") })
		}
		for _, w := range strings.Fields(f.Value) {
			if !strings.Contains(all.String(), w) {
				t.Errorf("%q of %s is on no page: %s", w, f.Name, all.String())
			}
		}
	}
}

func TestMetadata(t *testing.T) {
	b := story()
	Apply(b, Options{})
	m := b.Meta
	if m.TitleSort != "Lamp, The" || m.Description != "A keeper waits." || m.Rights != "Not mine." || m.Published != "1998-03-14" {
		t.Errorf("got %q %q %q %q", m.TitleSort, m.Description, m.Rights, m.Published)
	}
	if d := cmp.Diff([]string{"A/B", "C/D", "PG-13 (mild, really)"}, m.Subjects); d != "" {
		t.Errorf("subjects (-want +got):\n%s", d)
	}
	if want := time.Date(1998, 3, 14, 0, 0, 0, 0, time.UTC); !m.Modified.Equal(want) {
		t.Errorf("modified %v", m.Modified)
	}
	handed := time.Date(2020, 2, 2, 0, 0, 0, 0, time.UTC)
	if b := story(); Apply(b, Options{Modified: handed}) != nil || !b.Meta.Modified.Equal(handed) {
		t.Errorf("the time that was handed in is not used: %v", b.Meta.Modified)
	}
	if b := story(); b.Meta.Fields != nil {
		b.Meta.Fields = nil
		if Apply(b, Options{}); !b.Meta.Modified.Equal(epoch) {
			t.Errorf("without a date: %v", b.Meta.Modified)
		}
	}
}

// What a title page says in capitals is the author's name all the same, and is not said twice.
func TestNamesOnly(t *testing.T) {
	credited := []book.Contributor{{Name: "Annie Lee", FileAs: "Lee, Annie", Role: "aut"}, {Name: "Bea", Role: "aut"}}
	for value, want := range map[string]bool{
		"Annie Lee": true, "de Annie Lee": true, "מאת Annie Lee": true, "by ANNIE LEE": true, "BY ANNIE LEE AND BEA": true, "Lee, Annie": true, "": true,
		"Annie Lee, of the Lamp": false, "ANNIE LEIGH": false, "by Annie Lee, with a map": false,
	} {
		if got := namesOnly(value, credited); got != want {
			t.Errorf("%q: %v", value, got)
		}
	}
}

// A dedication without a label has a page of its own; one with a label is a field like others.
func TestDedication(t *testing.T) {
	for label, want := range map[string]bool{"": true, "Dedication": false} {
		b := story()
		b.Meta.Fields = append(b.Meta.Fields, book.Field{Name: "dedication", Label: label, Value: "For Tom, who kept the light"})
		Apply(b, Options{})
		var all string
		page := false
		for _, s := range b.Front {
			book.SectionPieces(s, func(t string) { all += t + "|" })
			if s.Role == book.Dedication {
				page = true
				if len(s.Blocks) != 1 {
					t.Errorf("the dedication has %d blocks", len(s.Blocks))
				}
			}
		}
		if page != want || strings.Count(all, "who kept the light") != 1 {
			t.Errorf("label %q: a page %v, in all: %s", label, page, all)
		}
	}
}

// A name with a title stands in the byline as the title page has it, and nowhere else.
func TestHonoured(t *testing.T) {
	for value, want := range map[string]string{
		"by SIR ANNIE LEE": "by Sir Annie Lee", "Annie Lee, M.D.": "by Annie Lee, M.D.", "Annie Lee": "by Annie Lee",
		"by Annie Lee, with a map": "by Annie Lee", "SIR ANNIE LEIGH": "by Annie Lee",
	} {
		b := story()
		b.Meta.Contributors = b.Meta.Contributors[:1]
		b.Meta.Contributors[0].Name = "Annie Lee"
		b.Meta.Fields = []book.Field{{Name: "author", Value: value}}
		Apply(b, Options{})
		page := b.Front[0]
		if got := book.Plain(page.Blocks[0].(*book.Byline).Inlines); got != want {
			t.Errorf("%q: %q, want %q", value, got, want)
		}
		if other := strings.Contains(value, "map") || strings.Contains(value, "LEIGH"); other != (len(page.Blocks) > 1) {
			t.Errorf("%q: the title page has %d blocks", value, len(page.Blocks))
		}
	}
}

// The identifier follows the letters of the text, and nothing else.
func TestIdentifier(t *testing.T) {
	id := func(change func(*book.Book)) string {
		b := story()
		change(b)
		Apply(b, Options{})
		return b.Meta.Identifier
	}
	same := id(func(*book.Book) {})
	if !strings.HasPrefix(same, "urn:uuid:") {
		t.Error(same)
	}
	if got := id(func(b *book.Book) {
		b.Meta.Title = "Another"
		b.Body[0].Blocks[0].(*book.Paragraph).Inlines = text("“One!”")
	}); got != same {
		t.Error("the title or punctuation changed the identifier")
	}
	if got := id(func(b *book.Book) { b.Body[0].Blocks[0].(*book.Paragraph).Inlines = text("ones") }); got == same {
		t.Error("another text has the same identifier")
	}
}

func TestFileAs(t *testing.T) {
	for in, want := range map[string]string{
		"Annie": "Annie", "Annie Lee": "Lee, Annie", "Ludwig van Beethoven": "Beethoven, Ludwig van",
		"Martin King Jr.": "King, Martin, Jr.", "kestrel_42": "kestrel_42", "Lee, Annie": "Lee, Annie",
		"the quiet one": "the quiet one", "The Archivist": "The Archivist", "夏目 漱石": "夏目 漱石", "": "",
	} {
		if got := fileAs(in); got != want {
			t.Errorf("%q is filed as %q, want %q", in, got, want)
		}
	}
}

func TestTitleSort(t *testing.T) {
	for _, c := range [][3]string{{"The Lamp", "en", "Lamp, The"}, {"A", "en", "A"}, {"Die Lampe", "de-AT", "Lampe, Die"}, {"Die Hard", "en", "Die Hard"}} {
		if got := titleSort(c[0], c[1]); got != c[2] {
			t.Errorf("%q (%s) is sorted as %q, want %q", c[0], c[1], got, c[2])
		}
	}
}

func TestDateOf(t *testing.T) {
	for in, want := range map[string]string{
		"Sat, 14 Mar 1998 21:07:44 GMT": "1998-03-14", "March 14, 1998": "1998-03-14", "FEB 1999": "1999-02",
		"1925": "1925", "1925-04-10": "1925-04-10", "3/4/99": "", "last summer": "", "": "", "0007": "",
	} {
		if _, got := dateOf(in); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
}
