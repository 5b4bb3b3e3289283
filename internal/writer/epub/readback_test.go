package epub

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"storybind/internal/book"
	"storybind/internal/book/booktest"
)

// What go-epub loses or changes is noticed.
func TestCheck(t *testing.T) {
	e := &edition{book: booktest.Every()}
	e.metadata()
	e.plan(&Writer{noCover: true})
	e.drawing(false).bodies(nil, e.pages)
	container, err := contain(e.pages)
	if err != nil {
		t.Fatal(err)
	}
	if err := check(container, e.pages); err != nil {
		t.Fatal(err)
	}
	body := e.pages[3].body
	for name, change := range map[string]func(){
		"a letter changed": func() { e.pages[3].body = bytes.Replace(bytes.Clone(body), []byte("a"), []byte("b"), 1) },
		"cut short":        func() { e.pages[3].body = body[:len(body)-1] },
		"too long":         func() { e.pages[3].body = append(bytes.Clone(body), "<p>x</p>"...) },
	} {
		change()
		if err := check(container, e.pages); err == nil {
			t.Errorf("%s: not noticed", name)
		}
		e.pages[3].body = body
	}
	if err := check(container, e.pages[1:]); err == nil {
		t.Error("a page too many: not noticed")
	}
	if err := check(container, append(e.pages, page{name: "more", body: []byte("<p>More.</p>")})); err == nil {
		t.Error("a page too few: not noticed")
	}
}

// What the finished file lacks, or holds otherwise, is noticed.
func TestReadBack(t *testing.T) {
	want := []entry{stored("mimetype", []byte("application/epub+zip")), deflated("EPUB/text/a.xhtml", []byte("<p>One.</p>")), deflated("EPUB/text/b.xhtml", []byte("<p>Two.</p>"))}
	file, err := pack(want, epoch)
	if err != nil {
		t.Fatal(err)
	}
	if err := readBack(file, want); err != nil {
		t.Fatal(err)
	}
	other := deflated("EPUB/text/b.xhtml", []byte("<p>Too.</p>"))
	renamed := want[2]
	renamed.name = "EPUB/text/c.xhtml"
	for name, entries := range map[string][]entry{
		"another text":   {want[0], want[1], other},
		"another name":   {want[0], want[1], renamed},
		"another order":  {want[0], want[2], want[1]},
		"one too few":    want[:2],
		"one too many":   append(want[:3:3], want[1]),
		"cut short":      {want[0], want[1], {name: want[2].name, method: want[2].method, raw: want[2].raw[:5], size: want[2].size, crc: want[2].crc}},
		"another method": {{name: want[0].name, method: 8, raw: want[0].raw, size: want[0].size, crc: want[0].crc}, want[1], want[2]},
	} {
		if err := readBack(file, entries); err == nil {
			t.Errorf("%s: not noticed", name)
		}
	}
	twice, err := pack([]entry{want[1], want[1]}, epoch)
	if err != nil {
		t.Fatal(err)
	}
	if err := readBack(twice, []entry{want[1], want[1]}); err == nil {
		t.Error("the same name twice: not noticed")
	}
}

// A document that is not what its entry says is noticed.
func TestUnpack(t *testing.T) {
	good := deflated("a.xhtml", bytes.Repeat([]byte("<p>One.</p>"), 50))
	if got, err := good.unpack(); err != nil || len(got) != 550 {
		t.Fatal(len(got), err)
	}
	for name, change := range map[string]func(e *entry){
		"shorter than it says": func(e *entry) { e.size++ },
		"longer than it says":  func(e *entry) { e.size-- },
		"another checksum":     func(e *entry) { e.crc++ },
		"cut short":            func(e *entry) { e.raw = e.raw[:len(e.raw)-2] },
		"not deflated":         func(e *entry) { e.method = 0 },
	} {
		bad := good
		change(&bad)
		if _, err := bad.unpack(); err == nil {
			t.Errorf("%s: not noticed", name)
		}
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
