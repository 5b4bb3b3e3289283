package xhtml

import (
	"strings"
	"testing"
	"time"

	"storybind/internal/book"
	"storybind/internal/book/booktest"
)

func TestKoboSpans(t *testing.T) {
	got := string(KoboSpans(nil, []byte("<section id=\"a\">\n<p>“Wait.” She <em>did not. </em>wait…</p>\n<p>3.5 &amp; more</p>\n<p><img src=\"a.png\" alt=\"\"/></p></section>")))
	want := `<div id="book-columns"><div id="book-inner"><section id="a">` + "\n" +
		`<p><span class="koboSpan" id="kobo.1.1">“Wait.” </span><span class="koboSpan" id="kobo.1.2">She </span><em><span class="koboSpan" id="kobo.1.3">did not. </span></em><span class="koboSpan" id="kobo.1.4">wait…</span></p>` + "\n" +
		`<p><span class="koboSpan" id="kobo.2.1">3.5 &amp; more</span></p>` + "\n" +
		`<p><span class="koboSpan" id="kobo.3.1"><img src="a.png" alt=""/></span></p></section></div></div>`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// Kobo's spans change no text, and no two have the same id.
func TestKoboSpansKeepTheText(t *testing.T) {
	b := booktest.Every()
	plain := all(b)
	spanned := string(KoboSpans(nil, []byte(plain)))
	want, _ := read(t, plain)
	got, elements := read(t, spanned)
	if got != want {
		t.Error("the text is another")
	}
	if n := strings.Count(spanned, `id="kobo.`); n < 50 || n > elements["span"] {
		t.Errorf("%d spans", n)
	}
	seen := map[string]bool{}
	for _, part := range strings.Split(spanned, `id="`)[1:] {
		id, _, _ := strings.Cut(part, `"`)
		if seen[id] {
			t.Errorf("the id %s twice", id)
		}
		seen[id] = true
	}
}

// Stops without end take no longer than other text: each of a million would be looked at
// again from each before it.
func TestKoboSpansOfStops(t *testing.T) {
	for _, stop := range []string{".", "!”", "…", "?)\"'"} {
		text := strings.Repeat(stop, 1<<20)
		done := make(chan []byte, 1)
		go func() { done <- KoboSpans(nil, []byte("<p>"+text+"</p>")) }()
		select {
		case got := <-done:
			if got, _ := read(t, string(got)); got != text {
				t.Errorf("%q: the text is another", stop)
			}
		case <-time.After(time.Minute):
			t.Fatalf("%q: a megabyte takes more than a minute", stop)
		}
	}
}

func FuzzKoboSpans(f *testing.F) {
	f.Add(strings.Repeat("!", 500))
	f.Add("One. “Two!” Three… & <four>。五！")
	f.Fuzz(func(t *testing.T, s string) {
		r := &Renderer{}
		p := &book.Paragraph{Inlines: []book.Inline{book.Text{Value: s}, book.Emphasis{Inlines: []book.Inline{book.Text{Value: s}}}}}
		plain := r.Append(nil, whole(&book.Section{Blocks: []book.Block{p}}, 1))
		want, _ := read(t, string(plain))
		if got, _ := read(t, string(KoboSpans(nil, plain))); got != want {
			t.Errorf("%q became %q", want, got)
		}
	})
}
