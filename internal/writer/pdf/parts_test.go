package pdf

import (
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"storybind/internal/book"
	"storybind/internal/book/booktest"
	"storybind/internal/typeset"
)

// blank is a document of n empty pages.
func blank(n int, label func(i int) string) *typeset.Document {
	doc := &typeset.Document{}
	for i := range n {
		doc.Pages = append(doc.Pages, &typeset.Page{Width: 100_500, Height: 200_250, Label: label(i)})
	}
	return doc
}

func TestPageTree(t *testing.T) {
	for _, n := range []int{1, 31, 32, 33, 95, 96, 97, 1025, 3000} {
		f := writePages(t, blank(n, func(i int) string { return fmt.Sprint(i + 1) }), &book.Book{})
		if len(f.pages) != n {
			t.Errorf("%d pages of %d", len(f.pages), n)
		}
		if got := fmt.Sprint(f.pages[n-1]["MediaBox"]); got != "[0 0 100.5 200.25]" {
			t.Errorf("the page measures %s", got)
		}
	}
}

func TestNoPages(t *testing.T) {
	if _, err := write(t.Context(), io.Discard, &typeset.Document{}, &book.Book{}, false); err == nil {
		t.Error("a book without pages was written")
	}
	huge := blank(1, func(int) string { return "" })
	huge.Pages[0].Width = 15_000 * typeset.Point
	if _, err := write(t.Context(), io.Discard, huge, &book.Book{}, false); err == nil {
		t.Error("a page of 15,000 points was written")
	}
}

func TestPageLabels(t *testing.T) {
	for _, c := range []struct {
		labels string // by pages, parted by blanks
		want   string
	}{
		{"1 2 3", "<</Nums[0<</S/D/St 1>>]>>"},
		{"i ii iii 1 2 10 11", "<</Nums[0<</S/r/St 1>>3<</S/D/St 1>>5<</S/D/St 10>>]>>"},
		{"I II v cover", "<</Nums[0<</S/R/St 1>>2<</S/r/St 5>>3<</P(cover)>>]>>"},
		{"iiii A-1 A-2 0 01", "<</Nums[0<</P(iiii)>>1<</P(A-1)>>2<</P(A-2)>>3<</P(0)>>4<</P(01)>>]>>"},
		{"4 4 3 ü", "<</Nums[0<</S/D/St 4>>1<</S/D/St 4>>2<</S/D/St 3>>3<</P<FEFF00FC>>>]>>"},
	} {
		labels := strings.Fields(c.labels)
		var s syntax
		pageLabels(&s, blank(len(labels), func(i int) string { return labels[i] }).Pages)
		if got := string(s.b); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.labels, got, c.want)
		}
	}
	for n := 1; n < 4000; n++ {
		if got := fromRoman(toRoman(n, false), false); got != n {
			t.Fatalf("%s is %d", toRoman(n, false), got)
		}
	}
}

func TestOutline(t *testing.T) {
	doc := blank(3, func(i int) string { return "" })
	for _, e := range []string{"1 Part One", "2 Chapter 1", "3 A scene", "2 Chapter 2", "1 Part „Zwei“ 🎈", "3 Straight to the third", "1 Last"} {
		doc.Outline = append(doc.Outline, typeset.OutlineEntry{Level: int(e[0] - '0'), Title: e[2:], Page: len(doc.Outline) % 3, Y: 10_000})
	}
	f := writePages(t, doc, &book.Book{})
	var got []string
	var list func(o value, depth int) int
	list = func(o value, depth int) int {
		count := 0
		for prev := value(nil); o != nil; {
			item := f.dict(o)
			if item["Prev"] != prev {
				t.Errorf("%v: Prev is %v", item, item["Prev"])
			}
			got = append(got, strings.Repeat("-", depth)+f.text(item["Title"]))
			below := 0
			if item["First"] != nil {
				below = list(item["First"], depth+1)
				if n := f.int(item["Count"]); n != below {
					t.Errorf("%s counts %d below it, not %d", got[len(got)-1], n, below)
				}
			}
			count += 1 + below
			prev, o = o, item["Next"]
		}
		return count
	}
	root := f.dict(f.catalog["Outlines"])
	if n := list(root["First"], 0); n != f.int(root["Count"]) {
		t.Errorf("the outline counts %v entries, not %d", root["Count"], n)
	}
	want := []string{"Part One", "-Chapter 1", "--A scene", "-Chapter 2", "Part „Zwei“ 🎈", "-Straight to the third", "Last"}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// Info and XMP say the same, whatever characters they are given.
func TestMetadata(t *testing.T) {
	m := book.Metadata{
		Title: `A <b>"bold"</b> & (brave) \ title ]]>` + " \x01\uFFFE 🎈", Language: "en-GB",
		Contributors: []book.Contributor{{Name: "Ann & Co", Role: "aut"}, {Name: "Zoë", Role: "aut"}, {Name: "Ed", Role: "edt"}},
		Description:  "One.\n\nTwo <three>.", Subjects: []string{"a", "b"}, Modified: time.Date(2001, 2, 3, 4, 5, 6, 0, time.FixedZone("", 3600)),
	}
	f := writePages(t, blank(1, func(int) string { return "1" }), &book.Book{Meta: m})
	info := f.dict(f.trailer["Info"])
	var meta struct {
		Title   string   `xml:"RDF>Description>title>Alt>li"`
		Authors []string `xml:"RDF>Description>creator>Seq>li"`
		About   string   `xml:"RDF>Description>description>Alt>li"`
		Created string   `xml:"RDF>Description>CreateDate"`
		Part    string   `xml:"RDF>Description>part"`
	}
	stream := f.content(f.catalog["Metadata"])
	if err := xml.Unmarshal(stream, &meta); err != nil {
		t.Fatalf("%v\n%s", err, stream)
	}
	if got := f.text(info["Title"]); strings.NewReplacer("\x01", "", "\uFFFE", "").Replace(got) != meta.Title {
		t.Errorf("Info has the title %q, XMP %q", got, meta.Title)
	}
	if got := f.text(info["Author"]); got != strings.Join(meta.Authors, ", ") || got != "Ann & Co, Zoë" {
		t.Errorf("Info has the author %q, XMP %q", got, meta.Authors)
	}
	if got := f.text(info["Subject"]); got != meta.About || got != m.Description {
		t.Errorf("Info has the description %q, XMP %q", got, meta.About)
	}
	if got := f.text(info["CreationDate"]); got != "D:20010203030506Z" || meta.Created != "2001-02-03T03:05:06Z" {
		t.Errorf("Info was created %q, XMP %q", got, meta.Created)
	}
	if meta.Part == "" {
		t.Error("no mark of PDF/UA")
	}
	if got := f.text(f.catalog["Lang"]); got != "en-GB" {
		t.Errorf("the language is %q", got)
	}
	f = writePages(t, blank(1, func(int) string { return "1" }), &book.Book{})
	info = f.dict(f.trailer["Info"])
	if info["CreationDate"] != nil || f.text(info["Title"]) != book.Untitled {
		t.Errorf("an unknown book has the Info %v", info)
	}
}

func TestURI(t *testing.T) {
	for in, want := range map[string]string{
		"https://example.org/?a=1&b=%20#x": "https://example.org/?a=1&b=%20#x",
		"https://example.org/a b/é":        "https://example.org/a%20b/%C3%A9",
		"mailto:<a@b>\n":                   "mailto:%3Ca@b%3E%0A",
	} {
		if got := uri(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestLinks(t *testing.T) {
	b := booktest.Every()
	f := writePages(t, newHand(t).book(b), b)
	var got []string
	for _, page := range f.pages {
		if page["Annots"] == nil {
			continue
		}
		for _, a := range f.resolve(page["Annots"]).(array) {
			link := f.dict(a)
			where := ""
			if to, ok := f.resolve(link["Dest"]).(array); ok {
				where = fmt.Sprint("page ", slices.Index(f.numbers, to[0].(ref))+1)
			} else {
				where = f.text(f.dict(link["A"])["URI"])
			}
			got = append(got, f.text(link["Contents"])+" -> "+where)
		}
	}
	want := []string{"Part One Low Water -> page 3", "Epilogue -> page 6", "and a line br -> https://example.org/?a=1&b=2"}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}
