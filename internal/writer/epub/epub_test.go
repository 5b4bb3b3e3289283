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
		if res.Drawn[s.ID] != book.Drawn(s) {
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
