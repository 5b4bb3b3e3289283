package xhtml

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"storybind/internal/book"
	"storybind/internal/book/booktest"
)

// all writes every section of the book, each as one stretch, linking notes within the page.
func all(b *book.Book) string {
	r := &Renderer{Links: Links{
		Note:  func(id string) string { return "#" + id },
		Ref:   func(id string) string { return "#" + RefID(id) },
		Image: func(img *book.Image) string { return "../images/" + img.ID + ".png" },
		List: func() []Entry {
			return []Entry{{Title: "One & two", Href: "one.xhtml", Entries: []Entry{{Title: "Three", Href: "three.xhtml"}}}}
		},
	}}
	var out []byte
	for level, s := range b.Sections() {
		out = r.Append(out, whole(s, level))
	}
	return string(out)
}

func whole(s *book.Section, level int) Stretch {
	return Stretch{Section: s, Level: level, Blocks: s.Blocks, First: true}
}

// read parses markup and returns its text without lists of contents.
func read(t testing.TB, markup string) (text string, elements map[string]int) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(`<body xmlns:epub="e">` + markup + `</body>`))
	elements = map[string]int{}
	var b strings.Builder
	skip := 0
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return b.String(), elements
		}
		if err != nil {
			t.Fatalf("not well-formed: %v\n%s", err, markup)
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			elements[tok.Name.Local]++
			if skip > 0 || tok.Name.Local == "ol" {
				skip++
			}
		case xml.EndElement:
			skip = max(skip-1, 0)
		case xml.CharData:
			if skip == 0 {
				b.Write(tok)
			}
		}
	}
}

func drawn(b *book.Book) book.Digest {
	var d book.Digest
	for _, s := range b.Sections() {
		book.SectionPieces(s, d.Add)
	}
	return d
}

func TestEveryKindIsWritten(t *testing.T) {
	b := booktest.Every()
	markup := all(b)
	text, elements := read(t, markup)
	var got book.Digest
	got.Add(text)
	if want := drawn(b); got != want {
		t.Errorf("the markup has %d letters, the book %d:\n%s", got.Letters, want.Letters, markup)
	}
	for name, want := range map[string]int{
		"section": 7, "h1": 5, "h2": 2, "h3": 1, "hr": 3, "em": 1, "strong": 1, "code": 1, "cite": 1, "figure": 1, "figcaption": 1, "img": 1,
		"aside": 1, "dl": 1, "dt": 1, "dd": 1, "pre": 1, "blockquote": 3, "ol": 2, "header": 7,
	} {
		if elements[name] != want {
			t.Errorf("%d %s elements, want %d", elements[name], name, want)
		}
	}
	for _, want := range []string{
		`<section id="chapter-1" class="chapter" epub:type="chapter" role="doc-chapter">`,
		`<h2><span class="label">Chapter 1</span> <span class="title">The Gate</span></h2>`,
		`<p class="subtitle" epub:type="subtitle" role="doc-subtitle">In which it opens</p>`,
		`<p>Plain &amp; &lt;simple&gt;, then <em>emphasis</em>`,
		`<a href="https://example.org/?a=1&amp;b=2">a link</a>`,
		`<a id="ref-note-1" href="#note-1" epub:type="noteref" role="doc-noteref">1</a>`,
		`<aside class="note" id="note-1" epub:type="footnote" role="doc-footnote">` + "\n" + `<p><a class="mark" href="#ref-note-1" role="doc-backlink">1</a> The note itself.</p>`,
		"<pre>a   b\n  c</pre>",
		`<dt>Rated:</dt>` + "\n" + `<dd>PG-13</dd>`,
		`<span class="i1">the tide comes in,</span>`,
		`<img src="../images/dot.png" alt="A dot" width="1" height="1"/>`,
	} {
		if !strings.Contains(markup, want) {
			t.Errorf("missing %s", want)
		}
	}
	if t.Failed() {
		t.Log(markup)
	}
}

func TestText(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{`a<b>&c "d" 'e'`, `a&lt;b&gt;&amp;c "d" 'e'`},
		{"]]>", "]]&gt;"},
		{"a\x00b\x07c\x7fd\u0085e", "abcde"},
		{"tab\tand\nline\r\n", "tab\tand\nline\n"},
		{"soft\u00adhyphen \ufeffmark\u2060", "softhyphen mark"},
		{"thin\u2009hair\u200anarrow\u202f!", "thin hair narrow\u00a0!"},
		{"non\ufffe\U0001FFFF\ufdd0characters", "noncharacters"},
		{"\xff\xc3(", "\ufffd\ufffd("},
		{"“Gut”—שלום 𝒳 é…", "“Gut”—שלום 𝒳 é…"},
		{"zero\u200bwidth\u200djoiner", "zero\u200bwidth\u200djoiner"},
	} {
		if got := string(AppendText(nil, c.in)); got != c.want {
			t.Errorf("AppendText(%q) = %q, want %q", c.in, got, c.want)
		}
	}
	if got, want := string(AppendAttr(nil, "a \"b\"\n<c>")), "a &quot;b&quot; &lt;c&gt;"; got != want {
		t.Errorf("AppendAttr = %q, want %q", got, want)
	}
}

func TestAddress(t *testing.T) {
	for in, want := range map[string]string{
		"https://example.org/a b?q=<x>#é": "https://example.org/a%20b?q=%3Cx%3E#%C3%A9",
		"http://example.org:8080/50%":     "",
		"http://example.org/?half=50%":    "http://example.org/?half=50%25",
		"mailto:ann@example.org":          "mailto:ann@example.org",
		"mailto:ann":                      "",
		"javascript:alert(1)":             "",
		"data:text/html,x":                "",
		"file:///etc/passwd":              "",
		"../../x":                         "",
		"http://":                         "",
		"http://exa mple.org/":            "",
		"http://user:secret@example.org/": "",
		"http://[::1]/":                   "",
		"http://example..org/":            "",
		"HTTP://Example.org":              "http://Example.org",
	} {
		got, ok := address(in)
		if got != want || ok != (want != "") {
			t.Errorf("address(%q) = %q, %v, want %q", in, got, ok, want)
		}
	}
}

func TestIDsAreGivenOnce(t *testing.T) {
	p := []book.Block{
		&book.Paragraph{Inlines: []book.Inline{book.NoteRef{ID: "note-1", Mark: "1"}, book.NoteRef{ID: "note-1", Mark: "1"}}},
		&book.Note{ID: "note-1", Mark: "1"}, &book.Note{ID: "note-1", Mark: "1"}, &book.Note{ID: `"><x`, Mark: "2"},
	}
	markup := all(&book.Book{Body: []*book.Section{{ID: "a", Blocks: p}, {ID: "a"}, {ID: "../../x"}}})
	read(t, markup)
	for _, id := range []string{`id="a"`, `id="note-1"`, `id="ref-note-1"`} {
		if n := strings.Count(markup, " "+id); n != 1 {
			t.Errorf("%d times %s in\n%s", n, id, markup)
		}
	}
	if strings.Contains(markup, `id=".`) || strings.Contains(markup, `id="&`) {
		t.Errorf("an id that is no name:\n%s", markup)
	}
}

// A note that no mark leads to must stay on the page where readers hide footnotes.
func TestNoteWithoutReference(t *testing.T) {
	r := &Renderer{Links: Links{Ref: func(string) string { return "" }}}
	got := string(r.Append(nil, whole(&book.Section{Blocks: []book.Block{&book.Note{ID: "note-9", Mark: "*"}}}, 1)))
	if strings.Contains(got, "footnote") || !strings.Contains(got, `<span class="mark">*</span>`) {
		t.Errorf("got %s", got)
	}
}

func TestStylesUsed(t *testing.T) {
	text := []book.Inline{book.Text{Value: "x"}}
	em := []book.Inline{book.Emphasis{Inlines: text}}
	for _, c := range []struct {
		name string
		in   []book.Inline
		want Styles
	}{
		{"plain", text, 0},
		{"emphasis", em, Italic},
		{"strong", []book.Inline{book.Strong{Inlines: text}}, Bold},
		{"strong in emphasis", []book.Inline{book.Emphasis{Inlines: []book.Inline{book.Strong{Inlines: text}}}}, Italic | BoldItalic},
		{"emphasis in emphasis is upright", []book.Inline{book.Emphasis{Inlines: em}}, Italic},
	} {
		r := &Renderer{}
		r.Append(nil, whole(&book.Section{Blocks: []book.Block{&book.Paragraph{Inlines: c.in}}}, 1))
		if r.Used != c.want {
			t.Errorf("%s: used %b, want %b", c.name, r.Used, c.want)
		}
	}
}

func TestDirection(t *testing.T) {
	for _, c := range []struct {
		in   string
		rtl  bool
		want string
	}{
		{"“Plain,” she said.", false, "<p>"}, {"… שלום, Tom", false, `<p dir="rtl">`}, {"12 — مرحبا", false, `<p dir="rtl">`}, {"שלום", true, "<p>"},
		{"Tom שלום", true, `<p dir="ltr">`}, {"1234 …", true, "<p>"}, {"Éric", true, `<p dir="ltr">`}, {"Ещё", false, "<p>"}, {"漢字", false, "<p>"},
	} {
		r := &Renderer{RightToLeft: c.rtl}
		p := &book.Paragraph{Inlines: []book.Inline{book.Emphasis{Inlines: []book.Inline{book.Text{Value: c.in}}}}}
		if got := string(r.Append(nil, whole(&book.Section{Blocks: []book.Block{p}}, 1))); !strings.Contains(got, c.want+"<em>") {
			t.Errorf("%q: %s, want %s", c.in, got, c.want)
		}
	}
}

func TestSplit(t *testing.T) {
	para := &book.Paragraph{Inlines: []book.Inline{book.Text{Value: strings.Repeat("word & ", 150)}}}
	s := &book.Section{ID: "long", Label: "Long"}
	for i := range 900 {
		if i%10 == 9 {
			s.Blocks = append(s.Blocks, &book.SceneBreak{})
		}
		s.Blocks = append(s.Blocks, para)
	}
	parts := Split(s, 1, 200_000)
	if len(parts) < 5 {
		t.Fatalf("%d stretches", len(parts))
	}
	r, at := &Renderer{}, 0
	var text book.Digest
	for i, p := range parts {
		if p.First != (i == 0) || p.Inside {
			t.Errorf("stretch %d: first %v, inside %v", i, p.First, p.Inside)
		}
		at += len(p.Blocks)
		page := r.Append(nil, p)
		if len(page) > 200_000 {
			t.Errorf("a page of %d bytes", len(page))
		}
		if _, ok := s.Blocks[at-1].(*book.SceneBreak); ok {
			t.Errorf("the blocks before %d end with a scene break", at)
		}
		plain, _ := read(t, string(page))
		text.Add(plain)
	}
	if at != len(s.Blocks) || text != book.Drawn(s) {
		t.Errorf("the stretches hold %d letters of %d", text.Letters, book.Drawn(s).Letters)
	}
	if got := Split(&book.Section{}, 1, 10); len(got) != 1 || len(got[0].Blocks) != 0 || !got[0].First {
		t.Errorf("an empty section: %v", got)
	}
}

// A block that alone is too long for a page is cut where its kind allows, and no
// word of it is lost.
func TestSplitInsideABlock(t *testing.T) {
	words := strings.Repeat("The tide turns and returns. ", 6000)
	line := func() []book.Inline { return []book.Inline{book.Text{Value: words[:80]}} }
	many := func(n int) (ls []book.Line) {
		for range n {
			ls = append(ls, line())
		}
		return ls
	}
	verse, log, pre, quote := &book.Verse{}, &book.Log{}, &book.Preformatted{}, &book.Quote{Source: line()}
	letter := &book.Letter{Opening: many(2), Closing: many(2)}
	for _, l := range many(2000) {
		verse.Stanzas = append(verse.Stanzas, []book.VerseLine{{Inlines: l}})
		log.Entries = append(log.Entries, book.LogEntry{Inlines: l})
		pre.Lines = append(pre.Lines, book.Plain(l))
		quote.Blocks = append(quote.Blocks, &book.Paragraph{Inlines: l})
		letter.Blocks = append(letter.Blocks, &book.Paragraph{Inlines: l})
	}
	var endless []book.VerseLine
	for _, l := range many(2000) {
		endless = append(endless, book.VerseLine{Inlines: l})
	}
	for name, b := range map[string]book.Block{
		"paragraph": &book.Paragraph{Inlines: []book.Inline{book.Text{Value: words}, book.Emphasis{Inlines: line()}, book.Text{Value: words}}},
		"verse":     verse, "stanza": &book.Verse{Stanzas: [][]book.VerseLine{endless}}, "log": log, "preformatted": pre, "quote": quote, "letter": letter,
		"inscription":          &book.Inscription{Lines: many(2000)},
		"paragraph in a quote": &book.Quote{Blocks: []book.Block{&book.Paragraph{Inlines: []book.Inline{book.Text{Value: words}}}}},
	} {
		s := &book.Section{ID: "long", Blocks: []book.Block{&book.SceneBreak{}, b}}
		var text book.Digest
		for _, st := range Split(s, 1, 50_000) {
			page := (&Renderer{}).Append(nil, st)
			if len(page) > 50_000 {
				t.Errorf("%s: a page of %d bytes", name, len(page))
			}
			plain, _ := read(t, string(page))
			text.Add(plain)
		}
		if want := book.Drawn(s); text != want {
			t.Errorf("%s: %d letters of %d", name, text.Letters, want.Letters)
		}
	}
	parts := Split(&book.Section{Blocks: []book.Block{&book.Paragraph{Inlines: []book.Inline{book.Text{Value: words}}}}}, 1, 50_000)
	if len(parts) < 3 || parts[0].Inside {
		t.Errorf("a paragraph in %d pages", len(parts))
	}
	for _, p := range parts[1:] {
		if len(p.Blocks) != 1 || !p.Inside {
			t.Errorf("a page with %d parts of a paragraph", len(p.Blocks))
		}
	}
}

// FuzzSection: whatever the book says, the markup is well-formed, and its text is
// the section's text.
func FuzzSection(f *testing.F) {
	f.Add("Plain & <simple> ]]>", "a\x00b\u202f", "https://example.org/?a=1&b=<2>")
	f.Add("\xff\xfe\ufffe", "שלום עולם", "javascript:alert('x')")
	f.Add("</section><script>", `" onclick="`, "mailto:a@b\"")
	f.Add("a\n\nb", "\u00ad", "http://%zz")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		// A book is valid UTF-8; broken pieces could make a letter where they meet.
		a, b, c = strings.ToValidUTF8(a, "?"), strings.ToValidUTF8(b, "?"), strings.ToValidUTF8(c, "?")
		x, y := []book.Inline{book.Text{Value: a}}, []book.Inline{book.Strong{Inlines: []book.Inline{book.Text{Value: b}}}, book.NoteRef{ID: c, Mark: b}}
		link := []book.Inline{book.Emphasis{Inlines: []book.Inline{book.Link{URL: c, Inlines: x}}}, book.LineBreak{}, book.Code{Value: c}, book.SmallCaps{Inlines: y}}
		p := &book.Paragraph{Inlines: link}
		s := &book.Section{ID: a, Role: book.Role(b), Label: a, Title: y, Subtitle: link, Blocks: []book.Block{
			p, &book.Subheading{Level: len(a), Inlines: x}, &book.SceneBreak{Mark: a}, &book.Verse{Stanzas: [][]book.VerseLine{{{Indent: len(b), Inlines: y}, {Inlines: x}}, {}}},
			&book.Quote{Blocks: []book.Block{p}, Source: y}, &book.Letter{Opening: []book.Line{x, y}, Blocks: []book.Block{p}, Closing: []book.Line{link}},
			&book.Log{Entries: []book.LogEntry{{Speaker: x, Inlines: y}, {Inlines: link}}}, &book.Inscription{Lines: []book.Line{x, y}},
			&book.Figure{Image: &book.Image{ID: a}, Alt: b, Caption: link}, &book.Figure{Alt: a}, &book.Preformatted{Lines: []string{a, b, c}},
			&book.Note{ID: c, Mark: b, Blocks: []book.Block{p}}, &book.Byline{Inlines: x},
			&book.FieldList{Fields: []book.Field{{Label: a, Value: b}, {Value: c}, {Label: c, Value: a + "\n\n" + b}}}, &book.ContentsList{},
		}}
		for _, bk := range []*book.Book{{Body: []*book.Section{s}}, {Body: []*book.Section{{ID: b, Role: book.Part, Sections: []*book.Section{s}}}}} {
			text, _ := read(t, all(bk))
			var got book.Digest
			got.Add(text)
			if want := drawn(bk); got != want {
				t.Errorf("the markup has %d letters, the book %d", got.Letters, want.Letters)
			}
		}
	})
}

// A paragraph behind verse or a quotation that begins with a small letter goes on
// with the one before it.
func TestResumed(t *testing.T) {
	para := func(ins ...book.Inline) book.Block { return &book.Paragraph{Inlines: ins} }
	verse := &book.Verse{Stanzas: [][]book.VerseLine{{{Inlines: []book.Inline{book.Text{Value: "O"}}}}}}
	s := &book.Section{ID: "a", Blocks: []book.Block{
		para(book.Text{Value: "one"}), para(book.Text{Value: "two"}), verse, para(book.Text{Value: "three"}), verse, para(book.Text{Value: "Four"}),
		verse, para(book.Emphasis{Inlines: []book.Inline{book.Text{Value: "five"}}})}}
	got := all(&book.Book{Body: []*book.Section{s}})
	for _, want := range []string{"<p>one", "<p>two", `<p class="resumed">three`, "<p>Four", `<p class="resumed"><em>five`} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
}

func BenchmarkAppend(b *testing.B) {
	p := &book.Paragraph{Inlines: []book.Inline{
		book.Text{Value: "“Wait,” she said, and the lamp turned — slowly, as it always did — over the water. "},
		book.Emphasis{Inlines: []book.Inline{book.Text{Value: "Not yet."}}},
		book.Text{Value: strings.Repeat(" The keeper’s boat was late, and the tide would not wait for it.", 6)},
	}}
	s := &book.Section{ID: "chapter-1", Role: book.Chapter}
	for range 2000 {
		s.Blocks = append(s.Blocks, p)
	}
	dst := (&Renderer{}).Append(nil, whole(s, 1))
	b.SetBytes(int64(len(dst)))
	for b.Loop() {
		for _, st := range Split(s, 1, 200_000) {
			dst = (&Renderer{}).Append(dst[:0], st)
		}
	}
}
