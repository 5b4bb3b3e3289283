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
	e.render(false)
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
		"another name":     func() { e.pages[3].name = "other" },
	} {
		name0 := e.pages[3].name
		change()
		if err := check(container, e.pages); err == nil {
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
