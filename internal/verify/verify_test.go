package verify

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"context"
	"fmt"
	"math/rand"
	"strings"
	"testing"
	"time"

	"storybind/internal/decode"
	"storybind/internal/source"
)

// epubOf is an EPUB as another program might make it: no line of storybind's, tags in
// capitals, entities, a byte that is no markup.
func epubOf(pages ...string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	put := func(name, text string) {
		w, _ := z.Create(name)
		w.Write([]byte(text))
	}
	put("mimetype", "application/epub+zip")
	put("META-INF/container.xml", `<?xml version="1.0"?><container><rootfiles><rootfile full-path="content.opf"/></rootfiles></container>`)
	items, refs := "", ""
	for i, p := range pages {
		put(fmt.Sprintf("p%d x.html", i), p)
		items += fmt.Sprintf(`<item id="i%d" href="p%d%%20x.html" media-type="application/xhtml+xml"/>`, i, i)
		refs = refs + fmt.Sprintf(`<itemref idref="i%d"/>`, i)
	}
	put("content.opf", `<package><metadata><dc:title>The Lamp</dc:title><meta name="calibre:series" content="Lights &amp; Ships"/></metadata><manifest>`+items+`</manifest><spine>`+refs+`</spine></package>`)
	z.Close()
	return b.Bytes()
}

// pdfOf is a PDF as another program might make it: a cross-reference table that is wrong,
// a font without ToUnicode, running heads among the text, words parted by room alone.
func pdfOf(pages ...[]string) []byte {
	var b bytes.Buffer
	kids := ""
	b.WriteString("%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n3 0 obj <</Type/Font/Subtype/Type1/BaseFont/Times-Roman>> endobj\n")
	for i, lines := range pages {
		var c bytes.Buffer
		c.WriteString("BT /F1 12 Tf 72 740 Td (The Lamp) Tj ET\nBT /F1 12 Tf 72 700 Td ")
		for _, l := range lines {
			c.WriteString("[")
			for n, w := range strings.Fields(l) {
				if n > 0 {
					c.WriteString(" -300 ")
				}
				c.WriteString("(" + w + ")")
			}
			c.WriteString("] TJ 0 -14 Td\n")
		}
		c.WriteString("ET\n")
		var packed bytes.Buffer
		z := zlib.NewWriter(&packed)
		z.Write(c.Bytes())
		z.Close()
		fmt.Fprintf(&b, "%d 0 obj <</Type/Page/Parent 2 0 R/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R>> endobj\n", 10+2*i, 11+2*i)
		fmt.Fprintf(&b, "%d 0 obj <</Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream endobj\n", 11+2*i, packed.Len(), packed.Bytes())
		kids += fmt.Sprintf("%d 0 R ", 10+2*i)
	}
	fmt.Fprintf(&b, "2 0 obj <</Type/Pages/Count %d/Kids[%s]>> endobj\ntrailer <</Root 1 0 R>>\nstartxref\n99\n%%%%EOF\n", len(pages), kids)
	return b.Bytes()
}

func check(t *testing.T, story, name string, book []byte) Report {
	t.Helper()
	r, err := Check(t.Context(), []Story{{"lamp.txt", []byte(story)}}, "", name, book)
	if err != nil {
		t.Fatal(err)
	}
	w := r.Words
	if sum := w.Book + w.Header + w.Notes + w.Metadata + w.Moved + w.SetAside + w.Lost; sum != w.Source {
		t.Errorf("%+v do not add up: %d", w, sum)
	}
	return r
}

const lamp = "It was late, and the keeper slept.\n\nNobody came up the stairs; the light-\nhouse was _quite_ dark.\n\nHe rowed home.\n"

func TestOthersBooks(t *testing.T) {
	whole := []string{"<HTML><head><title>It was early</title></head><BODY><P>It&nbsp;was <i>late</i>, and the k<b>ee</b>per slept.</P>", "<p>Nobody came up the stairs; the lighthouse was quite dark.<br>He rowed 2 < 3 home.<script>no()</script><!-- -->"}
	if r := check(t, lamp, "a.epub", epubOf(whole...)); !r.Whole() || r.Words.Source != 21 {
		t.Errorf("%+v", r)
	}
	for what, c := range map[string]struct {
		pages []string
		want  string
	}{
		"a word":           {[]string{strings.Replace(whole[0], "late", "", 1), whole[1]}, "lost 1: late"},
		"another word":     {[]string{strings.Replace(whole[0], "late", "early", 1), whole[1]}, "lost 1: late"},
		"a page":           {whole[:1], "lost 3: Nobody came up"},
		"pages turned":     {[]string{whole[1], whole[0]}, "moved"},
		"nothing is there": {[]string{"<p></p>"}, "lost 1: It was late"},
	} {
		r := check(t, lamp, "a.epub", epubOf(c.pages...))
		got := ""
		for _, s := range r.Lost {
			got += fmt.Sprintf("lost %d: %s\n", s.Line, s.Text)
		}
		if len(r.Moved) > 0 {
			got += "moved"
		}
		if !strings.HasPrefix(got, c.want) || r.Whole() {
			t.Errorf("%s: got %q, want %q", what, got, c.want)
		}
	}
	if r := check(t, lamp, "a.pdf", pdfOf([]string{"It was late, and the keeper slept.", "Nobody came up the"}, []string{"stairs; the lighthouse was quite", "dark. He rowed home."})); !r.Whole() {
		t.Errorf("%+v", r)
	}
	if r := check(t, lamp, "a.pdf", pdfOf([]string{"It was late, and the keeper slept.", "Nobody up the"}, []string{"stairs; the lighthouse was quite", "dark. He rowed home."})); len(r.Lost) != 1 || r.Lost[0].Line != 3 || r.Lost[0].Text != "came" {
		t.Errorf("%+v", r)
	}
}

// What is changed at random in a long text is found, and nothing else.
func TestChanges(t *testing.T) {
	x := rand.New(rand.NewSource(1))
	words := strings.Fields(strings.Repeat("it was late and the keeper slept while nobody came up these old stairs of his lamp room by night or day ", 1))
	var paragraphs []string
	for range 400 {
		var p []string
		for range 10 + x.Intn(60) {
			p = append(p, words[x.Intn(len(words))])
		}
		paragraphs = append(paragraphs, strings.Join(p, " "))
	}
	book := func(ps []string) []byte { return epubOf("<p>" + strings.Join(ps, "</p><p>") + "</p>") }
	story := strings.Join(paragraphs, "\n\n")
	if r := check(t, story, "a.epub", book(paragraphs)); !r.Whole() {
		t.Fatalf("%+v", r.Words)
	}
	for range 30 {
		n := x.Intn(len(paragraphs))
		ps := append(append([]string{}, paragraphs[:n]...), paragraphs[n+1:]...)
		gone := len(strings.Fields(paragraphs[n]))
		r := check(t, story, "a.epub", book(ps))
		if r.Words.Lost+r.Words.Moved != gone {
			t.Errorf("paragraph %d of %d words is gone: %+v", n, gone, r.Words)
		}
		first := append(r.Lost, r.Moved...)[0]
		if line := 2*n + 1; first.Line < line-4 || first.Line > line+4 {
			t.Errorf("the paragraph of line %d is gone; line %d is named", line, first.Line)
		}
	}
}

// Text that says the same again and again, and long stories, are compared in time that
// grows as they do.
func TestGrows(t *testing.T) {
	for what, s := range map[string][2]string{
		"the same words, some fewer": {strings.Repeat("the same words again and again ", 60_000), strings.Repeat("the same words again and again ", 59_990)},
		"nothing in common":          {strings.Repeat("one two three ", 100_000), strings.Repeat("four five six seven ", 100_000)},
		"one word":                   {strings.Repeat("lamp ", 300_000), strings.Repeat("lamp ", 200_000)},
		"two words in turn":          {strings.Repeat("lamp oil ", 200_000), strings.Repeat("oil oil lamp ", 150_000)},
	} {
		done := make(chan Report, 1)
		go func() { done <- check(t, s[0], "a.epub", epubOf("<p>"+s[1])) }()
		select {
		case <-done:
		case <-time.After(60 * time.Second):
			t.Fatalf("%s: more than 60 s", what)
		}
	}
}

// What is no book, or a hostile one, is an error.
func TestHostileBooks(t *testing.T) {
	z, err := zip.NewReader(bytes.NewReader(epubOf("<p>It was late.")), int64(len(epubOf("<p>It was late."))))
	if err != nil {
		t.Fatal(err)
	}
	small := &epub{files: map[string]*zip.File{"p": z.File[2]}, left: 20}
	if _, err := small.read("p"); err != nil {
		t.Error(err)
	}
	if _, err := small.read("p"); err == nil || !strings.Contains(err.Error(), "unpacks to more than") {
		t.Errorf("a bomb: got %v", err)
	}
	loop := []byte("%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[2 0 R 1 0 R]>> endobj\ntrailer <</Root 1 0 R>>")
	locked := bytes.Replace(pdfOf([]string{"a"}), []byte("trailer <<"), []byte("trailer <</Encrypt 9 0 R"), 1)
	for what, c := range map[string]struct {
		book []byte
		says string
	}{
		"nothing":      {nil, "neither an EPUB nor a PDF"},
		"a text":       {[]byte("It was late."), "neither an EPUB nor a PDF"},
		"half an EPUB": {epubOf("<p>a")[:200], "damaged"},
		"half a PDF":   {pdfOf([]string{"a"})[:60], "damaged"},
		"a loop":       {loop, "no pages"},
		"a password":   {locked, "password"},
		"deep arrays":  {append([]byte("%PDF-1.4\n1 0 obj "), bytes.Repeat([]byte("["), 1<<20)...), "damaged"},
	} {
		if _, err := Open(context.Background(), "x", c.book); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: got %v, want %q", what, err, c.says)
		}
	}
}

// Whatever the bytes: no panic, no end that does not come.
func FuzzOpen(f *testing.F) {
	f.Add(epubOf("<p>It was <b>late.", "<p epub:type='footnote'>no"))
	f.Add(pdfOf([]string{"It was late."}, []string{"and dark"}))
	f.Add([]byte("%PDF-1.5\n1 0 obj<</Type/ObjStm/N 2/First 8/Length 40>>stream\n5 0 6 3 <<>>[[[(\\)]]]\nendstream endobj trailer<</Root 5 0 R>>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<16 {
			return
		}
		b, err := Open(context.Background(), "x", data)
		if err != nil {
			return
		}
		for _, p := range b.Pages {
			_ = newDictionary().split(nil, p.Text)
		}
	})
}

// Every word of a text that stands in a page is found, whatever else stands there.
func FuzzCompare(f *testing.F) {
	f.Add("It was late, and nobody came.", "Before. ", " After.")
	f.Add("a b a b a", "b a b", "a a")
	f.Fuzz(func(t *testing.T, story, before, after string) {
		if len(story) > 4000 || len(before)+len(after) > 8000 || !strings.ContainsAny(story, "abcdefghijklmnopqrstuvwxyz") {
			return
		}
		src, _, err := decode.Text("x.txt", []byte(story), decode.Options{})
		if err != nil {
			return
		}
		texts := []*source.Text{src}
		c := newComparison(texts, &Book{Pages: []Page{{"p", before + "\n" + texts[0].Body + "\n" + after}}})
		if err := c.run(context.Background()); err != nil {
			t.Fatal(err)
		}
		var r Report
		c.report(&r)
		if r.Words.Lost > 0 {
			t.Errorf("%q in %q, %q: %+v", story, before, after, r)
		}
	})
}

// TestLogical holds how a line is read whose letters stand where they are drawn.
func TestLogical(t *testing.T) {
	for drawn, want := range map[string]string{
		".רמא 1997 תנשב":        "בשנת 1997 אמר.",
		"He said םולש twice":    "He said שלום twice",
		"םש ןאכ Lisbon Road יל": "לי Lisbon Road כאן שם",
		"רטמ 37.5 הבוג":         "גובה 37.5 מטר",
		"רטמ 5 .37 הבוג":        "גובה 37. 5 מטר", // a blank parts numbers
		"ולא 12 3 תוריד":        "דירות 3 12 אלו",
	} {
		var pieces []piece
		for x, r := range []rune(drawn) {
			pieces = append(pieces, piece{text: string(r), x: float64(x), end: float64(x + 1), em: 1})
		}
		for i, j := 0, len(pieces)-1; i < j; i, j = i+1, j-1 { // in whatever order its program likes
			pieces[i], pieces[j] = pieces[j], pieces[i]
		}
		if got := logical(pieces, !strings.HasPrefix(want, "He")); got != want {
			t.Errorf("%q is read as %q, want %q", drawn, got, want)
		}
	}
}

// A title with a blank behind each letter is on a cover and a title page as words: its single
// letters are not taken for others of the story.
func TestSpacedTitle(t *testing.T) {
	story := "T H E   M A P ,   A   S T O R Y   O F   T H E   N O R T H   A N D   I T S   L O N G   R O A D S\n\nby Ivo Orde\n\nS. drew it on a fish. I turned it over.\n"
	title := "The Map, a Story of the North and Its Long Roads"
	page := "<html><body><h1>%s</h1><p>by Ivo Orde</p></body></html>"
	text := "<html><body><p>S. drew it on a fish. I turned it over.</p></body></html>"
	for _, pages := range [][]string{
		{fmt.Sprintf(page, title), text},
		{fmt.Sprintf(page, title), fmt.Sprintf(page, strings.ToUpper(title)), text},
		{`<html><body><img src="x.png" alt="Cover: ` + title + `, by Ivo Orde"/></body></html>`, fmt.Sprintf(page, title), text},
	} {
		if r := check(t, story, "map.epub", epubOf(pages...)); r.Words.Lost != 0 {
			t.Errorf("%q: %+v", pages, r)
		}
	}
	if r := check(t, story, "map.epub", epubOf(fmt.Sprintf(page, "The Map, a Story of the North"), text)); r.Words.Lost == 0 {
		t.Error("the end of a title is not missed")
	}
}
