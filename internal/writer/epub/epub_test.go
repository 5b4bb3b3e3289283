package epub

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"storybind/internal/book"
	"storybind/internal/book/booktest"
	"storybind/internal/writer"
)

func text(s string) []book.Inline   { return []book.Inline{book.Text{Value: s}} }
func para(s string) *book.Paragraph { return &book.Paragraph{Inlines: text(s)} }
func files(t testing.TB, f []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(f), int64(len(f)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, e := range z.File {
		r, err := e.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if _, twice := out[e.Name]; twice {
			t.Errorf("%s is there twice", e.Name)
		}
		out[e.Name] = string(b)
	}
	return out
}

// build writes the book and requires what holds for every book: well-formed XML
// everywhere, names that stay inside the container, links that lead somewhere, no
// word lost, the same bytes again, and a book that is as it was.
func build(t testing.TB, b *book.Book) (map[string]string, writer.Result) {
	t.Helper()
	before := fmt.Sprintf("%#v", *b)
	write := func() ([]byte, writer.Result) {
		var buf bytes.Buffer
		r, err := (&Writer{}).Write(context.Background(), &buf, b)
		if err != nil {
			t.Fatal(err)
		}
		return buf.Bytes(), r
	}
	one, res := write()
	two, again := write()
	if !bytes.Equal(one, two) || !reflect.DeepEqual(res, again) {
		t.Error("two writes differ")
	}
	if after := fmt.Sprintf("%#v", *b); after != before {
		t.Error("Write changed the book")
	}
	for _, s := range b.Sections() {
		if s.Role != book.Contents && res.Drawn[s.ID] != book.Drawn(s) {
			t.Errorf("section %q: %d letters written, %d in the book", s.ID, res.Drawn[s.ID].Letters, book.Drawn(s).Letters)
		}
	}
	all := files(t, one)
	for name, content := range all {
		if path.Clean(name) != name || strings.HasPrefix(name, "/") || strings.HasPrefix(name, "..") || !regexp.MustCompile(`^[A-Za-z0-9./_-]+$`).MatchString(name) {
			t.Errorf("the entry's name %q", name)
		}
		switch path.Ext(name) {
		case ".xhtml", ".opf", ".ncx", ".xml":
			checkXML(t, all, name, content)
		}
	}
	return all, res
}

// checkXML parses a document and follows its links.
func checkXML(t testing.TB, all map[string]string, name, content string) {
	t.Helper()
	if !utf8.ValidString(content) {
		t.Errorf("%s is not UTF-8", name)
	}
	d := xml.NewDecoder(strings.NewReader(content))
	ids := map[string]bool{}
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		el, ok := tok.(xml.StartElement)
		if !ok {
			continue
		}
		for _, a := range el.Attr {
			switch a.Name.Local {
			case "id":
				if ids[a.Value] {
					t.Errorf("%s: the id %q twice", name, a.Value)
				}
				ids[a.Value] = true
			case "href", "src":
				if strings.Contains(a.Value, ":") {
					continue
				}
				file, id, _ := strings.Cut(a.Value, "#")
				target := name
				if file != "" {
					target = path.Join(path.Dir(name), file)
				}
				if there, ok := all[target]; !ok || id != "" && !strings.Contains(there, ` id="`+id+`"`) {
					t.Errorf("%s: %s leads nowhere", name, a.Value)
				}
			}
		}
	}
}

func TestEveryKind(t *testing.T) {
	all, _ := build(t, booktest.Every())
	for name, wants := range map[string][]string{
		"mimetype": {"application/epub+zip"},
		"EPUB/package.opf": {
			`<dc:identifier id="book-id">urn:uuid:00000000-0000-5000-8000-000000000001</dc:identifier>`,
			`<dc:title id="title">Every Kind</dc:title>`,
			`<meta refines="#title" property="file-as">Every Kind</meta>`,
			`<dc:creator id="person-1">Annie Lee</dc:creator>`,
			`<meta refines="#person-1" property="role" scheme="marc:relators">aut</meta>`,
			`<meta refines="#person-1" property="file-as">Lee, Annie</meta>`,
			`<dc:language>en</dc:language>`,
			`<meta property="dcterms:modified">2000-01-01T00:00:00Z</meta>`,
			`<meta property="schema:accessMode">textual</meta>`,
			`<item id="page-chapter-1" href="text/chapter-1.xhtml" media-type="application/xhtml+xml"/>`,
			`<reference type="text" title="Part One: Low Water" href="text/part-1.xhtml"/>`,
			`<meta property="ibooks:specified-fonts">true</meta>`,
		},
		"EPUB/nav.xhtml": {
			"<li><a href=\"text/part-1.xhtml\">Part One: Low Water</a>\n<ol>\n<li><a href=\"text/chapter-1.xhtml\">Chapter 1: The Gate</a></li>",
			`<a epub:type="bodymatter" href="text/part-1.xhtml">`, `<a epub:type="toc" href="text/contents.xhtml">`,
		},
		"EPUB/toc.ncx":                                  {`<navPoint id="point-4" playOrder="4">`, `<meta name="dtb:depth" content="2"/>`},
		"EPUB/text/contents.xhtml":                      {`<a href="chapter-2.xhtml">Chapter 2</a>`},
		"EPUB/text/chapter-1.xhtml":                     {`<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">`, "<title>Chapter 1: The Gate</title>", `href="chapter-1.xhtml#note-1"`, `<body epub:type="bodymatter">`},
		"EPUB/text/title-page.xhtml":                    {`<body epub:type="frontmatter">`},
		"EPUB/css/book.css":                             {`font-family: "EB Garamond", serif;`, "font-weight: bold;\n  font-style: normal;"},
		"META-INF/eb-garamond-OFL.txt":                  {"Open Font License"},
		"META-INF/com.apple.ibooks.display-options.xml": {`<option name="specified-fonts">true</option>`},
	} {
		for _, want := range wants {
			if !strings.Contains(all[name], want) {
				t.Errorf("%s lacks %s", name, want)
			}
		}
	}
	if strings.Contains(all["EPUB/css/book.css"], "font-weight: bold;\n  font-style: italic;") {
		t.Error("a bold italic face that no text uses")
	}
}

// The container as EPUB 3.3 section 4.2 and old devices want it.
func TestContainer(t *testing.T) {
	b := booktest.Every()
	b.Meta.Modified = time.Date(2019, 5, 17, 10, 20, 31, 0, time.UTC)
	var buf bytes.Buffer
	if _, err := (&Writer{}).Write(context.Background(), &buf, b); err != nil {
		t.Fatal(err)
	}
	if got := buf.String()[30:58]; got != "mimetypeapplication/epub+zip" {
		t.Errorf("the file begins with %q", got)
	}
	z, _ := zip.NewReader(bytes.NewReader(buf.Bytes()), int64(buf.Len()))
	for _, f := range z.File {
		if f.Flags != 0 || len(f.Extra) != 0 || !f.Modified.Equal(b.Meta.Modified.Truncate(2*time.Second)) {
			t.Errorf("%s: flags %x, %d bytes of extra fields, time %v", f.Name, f.Flags, len(f.Extra), f.Modified)
		}
	}
}

func TestMetadata(t *testing.T) {
	b := booktest.Every()
	b.Meta.Subtitle = "A <Story>"
	b.Meta.Series, b.Meta.SeriesIndex = "Lamps & Co", "2.5"
	b.Meta.Contributors = append(b.Meta.Contributors, book.Contributor{Name: "Bea", Role: "bet"}, book.Contributor{Name: "../../x", Role: "aut"})
	b.Meta.Description = "One.\n\nTwo."
	b.Meta.Subjects = []string{"A/B", " "}
	b.Meta.Published, b.Meta.Publisher, b.Meta.Rights = "1999-04", "The Archive", "Not mine."
	b.Meta.Language = "en-GB"
	b.Meta.Fields = []book.Field{{Name: "source", Label: "Source", Value: "https://example.org/"}}
	b.Meta.Cover = b.Images[0]
	all, _ := build(t, b)
	opf := all["EPUB/package.opf"]
	for _, want := range []string{
		`<meta refines="#title" property="title-type">main</meta>`, `<dc:title id="subtitle">A &lt;Story&gt;</dc:title>`,
		`<meta property="belongs-to-collection" id="series">Lamps &amp; Co</meta>`, `<meta refines="#series" property="group-position">2.5</meta>`,
		`<meta name="calibre:series" content="Lamps &amp; Co"/>`, `<meta name="calibre:series_index" content="2.5"/>`,
		`<dc:contributor id="person-2">Bea</dc:contributor>`, `<dc:creator id="person-3">../../x</dc:creator>`, `<meta refines="#person-3" property="display-seq">3</meta>`,
		"<dc:description>One.\n\nTwo.</dc:description>", `<dc:subject>A/B</dc:subject>`, `<dc:date>1999-04</dc:date>`, `<dc:publisher>The Archive</dc:publisher>`,
		`<dc:rights>Not mine.</dc:rights>`, `<dc:language>en-GB</dc:language>`, `<dc:source>https://example.org/</dc:source>`,
		`<item id="cover-image" href="images/cover.png" media-type="image/png" properties="cover-image"/>`, `<meta name="cover" content="cover-image"/>`,
		`<itemref idref="page-cover"/>`, `<reference type="cover" title="Cover" href="text/cover.xhtml"/>`,
	} {
		if !strings.Contains(opf, want) {
			t.Errorf("the package document lacks %s", want)
		}
	}
	if strings.Count(opf, "<dc:subject>") != 1 {
		t.Error("an empty subject")
	}
	if t.Failed() {
		t.Log(opf)
	}
}

func TestOddDatesAndPositions(t *testing.T) {
	for s, want := range map[string]bool{"1925": true, "1925-04": true, "1925-04-10": true, "": false, "25": false, "1925-13": false, "1925-00-01": false,
		"1925-04-32": false, "10/4/1925": false, "1925-04-10-1": false, "1925-4-1": false} {
		if isDate(s) != want {
			t.Errorf("isDate(%q) = %v", s, !want)
		}
	}
	for s, want := range map[string]bool{"2": true, "2.5": true, "": false, "2.": false, "two": false, "-1": false} {
		if isPosition(s) != want {
			t.Errorf("isPosition(%q) = %v", s, !want)
		}
	}
	for s, want := range map[string]string{"en": "en", "pt-BR": "pt-BR", "zh-Hant-TW": "zh-Hant-TW", "de-1996": "de-1996", "": "en", "C": "en", "und": "en",
		"english": "en", "fr-": "fr", "en_GB": "en", "fil": "fil", `x"><`: "en", "es-419": "es-419"} {
		if got, _ := language(s); got != want {
			t.Errorf("language(%q) = %q, want %q", s, got, want)
		}
	}
}

func TestOddTexts(t *testing.T) {
	long := strings.Repeat("A title of ten thousand characters ", 286)
	for name, odd := range map[string]string{
		"metacharacters": `</body></html> <script>&amp; "quoted" 'too' ]]>`,
		"controls":       "a\x00b\x01c\x1f\x7f\u0085d\ufffe\uffff",
		"right to left":  "שלום עולם \u202eabc\u202c ‏",
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
	for i := range 2000 {
		b.Body = append(b.Body, &book.Section{ID: fmt.Sprintf("chapter-%d", i+1), Role: book.Chapter, Label: fmt.Sprintf("Chapter %d", i+1), Blocks: []book.Block{para("x")}})
	}
	all, _ := build(t, b)
	if n := strings.Count(all["EPUB/toc.ncx"], `playOrder="`); n != 2000 || !strings.Contains(all["EPUB/toc.ncx"], `playOrder="2000"`) {
		t.Errorf("%d entries", n)
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

// What go-epub loses or changes is noticed.
func TestCheck(t *testing.T) {
	e := &edition{book: booktest.Every()}
	e.metadata()
	e.plan(false)
	e.render(false)
	containers, err := e.contain()
	if err != nil {
		t.Fatal(err)
	}
	if err := e.check(containers); err != nil {
		t.Fatal(err)
	}
	body := e.pages[3].body
	for name, change := range map[string]func(){
		"a letter changed": func() { e.pages[3].body = bytes.Replace(bytes.Clone(body), []byte("a"), []byte("b"), 1) },
		"cut short":        func() { e.pages[3].body = body[:len(body)-1] },
		"too long":         func() { e.pages[3].body = append(bytes.Clone(body), "<p>x</p>"...) },
		"another name":     func() { e.pages[3].name = "other" },
	} {
		name0 := e.pages[3].name
		change()
		if err := e.check(containers); err == nil {
			t.Errorf("%s: not noticed", name)
		}
		e.pages[3].body, e.pages[3].name = body, name0
	}
}

func TestReadBackIsStrict(t *testing.T) {
	const head, tail = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE html>\n<html><head><title>T</title></head><body>", "</body></html>\n"
	var d book.Digest
	if err := digest(head+`<p class="a" id="b">one &amp; two<br/></p><ol class="contents"><li>three<ol><li>x</li></ol></li></ol><p>four</p>`+tail, &d); err != nil {
		t.Fatal(err)
	}
	var want book.Digest
	want.Add("onetwofour")
	if d != want {
		t.Errorf("%d letters, want %d", d.Letters, want.Letters)
	}
	for _, bad := range []string{"<p>", "</p>", "<p></b>", "a & b", "&nbsp;", "<p a='b'></p>", `<p a="1" a="2"></p>`, `<p a="<"></p>`, "]]>", "<!-- x -->", "a\x01b", "\xff", "<p", `<p a="b`, "< p></p>", "<p a></p>", "</body></html>x<html><body>"} {
		if err := digest(head+bad+tail, new(book.Digest)); err == nil {
			t.Errorf("%q passes", bad)
		}
	}
}

// FuzzReadBack: what our strict reader accepts, a real XML parser accepts too, and
// reads the same text from it.
func FuzzReadBack(f *testing.F) {
	f.Add(`<p class="a">one &amp; two<br/></p>`)
	f.Add(`<ol class="contents"><li>three</li></ol>x`)
	f.Add(`</body><body>`)
	f.Fuzz(func(t *testing.T, s string) {
		doc := "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE html>\n<body>" + s + "</body>"
		var got, want book.Digest
		if digest(doc, &got) != nil || strings.Contains(s, `class="contents"`) || strings.ContainsAny(s, "\ufffe\uffff") {
			return
		}
		d := xml.NewDecoder(strings.NewReader(doc))
		for {
			tok, err := d.RawToken()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%v: %q", err, doc)
			}
			if c, ok := tok.(xml.CharData); ok {
				want.Add(string(c))
			}
		}
		if got != want {
			t.Errorf("%d letters, want %d: %q", got.Letters, want.Letters, doc)
		}
	})
}

func TestFontsOfOtherScripts(t *testing.T) {
	b := booktest.Every()
	ch := b.Body[0].Sections[0]
	ch.Blocks = append(ch.Blocks, para("λόγος и ещё ♥"))
	all, res := build(t, b)
	css := all["EPUB/css/book.css"]
	if !strings.Contains(css, `font-family: "EB Garamond", "EB Garamond More", "Storybind Symbols", serif;`) || len(res.Diagnostics) != 0 {
		t.Errorf("remarks %v; style:\n%.1500s", res.Diagnostics, css)
	}
	if all["META-INF/storybind-symbols-OFL.txt"] == "" {
		t.Error("a face without its licence")
	}
	ch.Blocks = append(ch.Blocks, para("漢"))
	if _, res = build(t, b); len(res.Diagnostics) != 1 || res.Diagnostics[0].Code != "epub/missing-glyph" {
		t.Errorf("remarks %v", res.Diagnostics)
	}
	ch.Blocks = append(ch.Blocks, para(strings.Repeat("漢字仮名交じり文", 200)))
	all, res = build(t, b)
	if len(res.Diagnostics) != 1 || res.Diagnostics[0].Code != "epub/no-font" || strings.Contains(all["EPUB/css/book.css"], "font-face") {
		t.Errorf("remarks %v", res.Diagnostics)
	}
}

func TestKepub(t *testing.T) {
	var buf bytes.Buffer
	b := booktest.Every()
	res, err := Kepub.New().Write(context.Background(), &buf, b)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range b.Sections() {
		if s.Role != book.Contents && res.Drawn[s.ID] != book.Drawn(s) {
			t.Errorf("section %q lost words", s.ID)
		}
	}
	all := files(t, buf.Bytes())
	if page := all["EPUB/text/chapter-2.xhtml"]; !strings.Contains(page, `<p><span class="koboSpan" id="kobo.2.1">It was late.</span></p>`) {
		t.Errorf("no spans:\n%s", page)
	}
	for name, content := range all {
		if strings.HasSuffix(name, ".xhtml") {
			checkXML(t, all, name, content)
		}
	}
}

func TestSettings(t *testing.T) {
	write := func(w *Writer) (map[string]string, error) {
		var buf bytes.Buffer
		if _, err := w.Write(context.Background(), &buf, booktest.Every()); err != nil {
			return nil, err
		}
		return files(t, buf.Bytes()), nil
	}
	all, err := write(&Writer{noFonts: true})
	if err != nil || strings.Contains(all["EPUB/css/book.css"], "font-face") || all["META-INF/com.apple.ibooks.display-options.xml"] != "" {
		t.Errorf("--no-fonts: %v", err)
	}
	all, err = write(&Writer{font: "literata"})
	if err != nil || !strings.Contains(all["EPUB/css/book.css"], `"Literata", serif`) || all["EPUB/fonts/literata.ttf"] == "" {
		t.Errorf("--font literata: %v", err)
	}
	if all, err = write(&Writer{}); err != nil || !strings.HasPrefix(all["EPUB/images/cover.png"], "\x89PNG") || !strings.Contains(all["EPUB/text/cover.xhtml"], `src="../images/cover.png" alt="Cover: Every Kind"`) {
		t.Errorf("a drawn cover: %v", err)
	}
	if all, err = write(&Writer{noCover: true}); err != nil || all["EPUB/images/cover.png"] != "" || all["EPUB/text/cover.xhtml"] != "" || strings.Contains(all["EPUB/package.opf"], "cover") {
		t.Errorf("--no-cover: %v", err)
	}
	if _, err = write(&Writer{font: "no such"}); err == nil {
		t.Error("an unknown font is no error")
	}
}

// story is about so many bytes of prose in chapters.
func story(size, chapters int) *book.Book {
	b := booktest.Every()
	b.Body = nil
	words := strings.Fields("lamp keeper water stone salt grey bell rope tide gull window stair door hand light night morning letter boat sister fog rock sea page glass wick oil flame brass wheel hour rain wind wall lantern shadow harbour")
	n, seed := 0, uint32(1)
	for c := range chapters {
		s := &book.Section{ID: fmt.Sprintf("chapter-%d", c+1), Role: book.Chapter, Label: fmt.Sprintf("Chapter %d", c+1)}
		for (c+1)*(size/chapters) > n {
			var sb strings.Builder
			sb.WriteString("“")
			for range 20 + seed>>7%60 {
				seed = seed*1664525 + 1013904223
				sb.WriteString(words[seed>>16%uint32(len(words))])
				sb.WriteString([4]string{" ", " ", ", ", "’s "}[seed>>28&3])
			}
			n += sb.Len()
			s.Blocks = append(s.Blocks, &book.Paragraph{Inlines: []book.Inline{book.Text{Value: sb.String()}, book.Emphasis{Inlines: text("so.”")}}})
		}
		b.Body = append(b.Body, s)
	}
	return b
}

func BenchmarkWrite(b *testing.B) {
	for _, c := range []struct {
		name           string
		size, chapters int
		noCover        bool
	}{{"story15KB", 15 << 10, 1, true}, {"story15KBcover", 15 << 10, 1, false}, {"novel1MB", 1 << 20, 40, true}, {"novel1MBcover", 1 << 20, 40, false}, {"chapters5000", 1 << 20, 5000, true}} {
		b.Run(c.name, func(b *testing.B) {
			bk := story(c.size, c.chapters)
			for b.Loop() {
				if _, err := (&Writer{noCover: c.noCover}).Write(context.Background(), io.Discard, bk); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	// The floor: only deflating the same pages.
	b.Run("deflate1MB", func(b *testing.B) {
		e := &edition{book: story(1<<20, 40)}
		e.metadata()
		e.plan(false)
		e.render(false)
		for b.Loop() {
			e.documents()
		}
	})
}
