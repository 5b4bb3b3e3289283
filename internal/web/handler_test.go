package web

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"storybind/internal/convert"
)

// lamp is a story with a header, two chapters and a line that could head a third.
const lamp = `The Lamplighter
by Annie Lee

Rated: PG
Summary: A lamp goes out.

Chapter One: The Gate

It was late when the lamplighter came to the gate, and the rain had not
stopped since noon.

A long wait

Nobody came to open it, so he sat down on the step and ate his bread.

Chapter Two: The Lamp

In the morning the lamp was lit, and nobody could say by whom.
`

// A field is one part of a form: a file when it has a name.
type field struct{ name, value, file string }

// body writes fields as a form sends them.
func formBody(fields ...field) (body *bytes.Buffer, contentType string) {
	body = &bytes.Buffer{}
	w := multipart.NewWriter(body)
	for _, f := range fields {
		var part io.Writer
		if f.file != "" {
			part, _ = w.CreateFormFile(f.name, f.file)
		} else {
			part, _ = w.CreateFormField(f.name)
		}
		io.WriteString(part, f.value)
	}
	w.Close()
	return body, w.FormDataContentType()
}

func options(t testing.TB) Options {
	return Options{Version: "test", Limits: DefaultLimits(), Now: time.Now, Report: func(m string) { t.Error(m) }}
}

// post sends a form from the page itself.
func post(t testing.TB, h http.Handler, path string, fields ...field) *httptest.ResponseRecorder {
	t.Helper()
	body, contentType := formBody(fields...)
	r := httptest.NewRequest("POST", "http://localhost:7270"+path, body)
	r.Header.Set("Content-Type", contentType)
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// answer posts and wants a status, and this in the answer.
func answer(t testing.TB, h http.Handler, path string, status int, want string, fields ...field) string {
	t.Helper()
	w := post(t, h, path, fields...)
	if w.Code != status || !strings.Contains(w.Body.String(), want) {
		t.Fatalf("%s: status %d, want %d with %q:\n%.3000s", path, w.Code, status, want, w.Body)
	}
	return w.Body.String()
}

func book(t testing.TB, fields ...field) string {
	t.Helper()
	return answer(t, Handler(options(t)), "/book", 200, "", fields...)
}

// entryOf reads a part of an EPUB.
func entryOf(t testing.TB, epub, name string) string {
	t.Helper()
	z, err := zip.NewReader(strings.NewReader(epub), int64(len(epub)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open(name)
	if err != nil {
		return ""
	}
	defer f.Close()
	content, _ := io.ReadAll(f)
	return string(content)
}

func TestLook(t *testing.T) {
	h := Handler(options(t))
	got := answer(t, h, "/look", 200, "The Lamplighter", field{"story", lamp, "lamp.txt"})
	for _, want := range []string{
		`name="title" value="The Lamplighter"`, `name="author" value="Annie Lee"`, `name="field:rating" value="PG"`,
		`value="7" checked`, "Chapter One: The Gate", "It was late when the lamplighter", `value="12"`, "A long wait",
		`name="was:heading" value="7 16"`, "2 chapters",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the answer lacks %q", want)
		}
	}
	// A remark shows the line that it speaks of.
	answer(t, h, "/look", 200, `<span class="number">Line 8</span> <q>Chapter Two</q>`,
		field{"story", "Title\nby Annie\n\nChapter One\n\nIt was late.\n\nChapter Two\n\nChapter Three\n\nIt was later.\n", "lamp.txt"})
}

// A story that was looked at and not touched makes the same book as one that was not.
func TestUntouched(t *testing.T) {
	want := book(t, field{"story", lamp, "lamp.txt"})
	looked := answer(t, Handler(options(t)), "/look", 200, "", field{"story", lamp, "lamp.txt"})
	if got := book(t, formOf(t, looked)...); got != want {
		t.Error("the book of an untouched form differs")
	}
	res, err := convert.Story(context.Background(), convert.Request{Files: []convert.File{{Name: "lamp.txt", Data: []byte(lamp)}}, Formats: convert.Formats[:1], Version: "test"})
	if err != nil || string(res.Books[0]) != want {
		t.Errorf("the form's book is not the program's (%v)", err)
	}
}

// titlePages are a book's title page and its back, which have the fields of the header.
func titlePages(t *testing.T, book string) string {
	return entryOf(t, book, "EPUB/text/title-page.xhtml") + entryOf(t, book, "EPUB/text/copyright-page.xhtml")
}

func TestEdit(t *testing.T) {
	h := Handler(options(t))
	fields := []field{{"story", lamp, "lamp.txt"}, {"was:title", "The Lamplighter", ""}, {"title", "Lamps", ""},
		{"author", "Bea; Cy Dee", ""}, {"was:field:rating", "PG", ""}, {"field:rating", "", ""}, {"series", "Lights", ""}, {"series-index", "2", ""}, {"add-field", "warnings", ""}, {"add-value", "rain", ""}}
	w := post(t, h, "/book", fields...)
	if want := `attachment; filename="Lamps - Bea, Cy Dee.epub"; filename*=UTF-8''Lamps%20-%20Bea%2C%20Cy%20Dee.epub`; w.Header().Get("Content-Disposition") != want {
		t.Errorf("%q, want %q", w.Header().Get("Content-Disposition"), want)
	}
	title := titlePages(t, w.Body.String())
	if !strings.Contains(title, "<h1>Lamps</h1>") || strings.Contains(title, "PG") || !strings.Contains(title, "rain") {
		t.Errorf("title page:\n%s", title)
	}
	// What was taken out can be brought back.
	answer(t, h, "/look", 200, `name="was:field:rating" value="PG">`, fields...)
}

// Fields that share a name, or whose label nobody knows, are edited each in its
// place; what is added or taken out stays so while the form goes to and fro.
func TestFields(t *testing.T) {
	h := Handler(options(t))
	story := "The Lamp\nby Annie\n\nCouple: A/B\nMood: wistful\nRated: PG\n\nIt was late, and the lamp was out.\n"
	fields := formOf(t, answer(t, h, "/look", 200, "", field{"story", story, "lamp.txt"}))
	edit := func(name, from, to string) {
		t.Helper()
		for i, f := range fields {
			if f.name == name && f.value == from {
				fields[i].value = to
				return
			}
		}
		t.Fatalf("the form has no %s with %q", name, from)
	}
	edit("field:rating", "PG", "R")
	edit("add-field", "", "warnings")
	edit("add-value", "", "rain")
	other := ""
	for _, f := range fields {
		if f.value == "wistful" && !strings.HasPrefix(f.name, wasPrefix) {
			other = f.name
		}
	}
	edit(other, "wistful", "merry")
	for range 2 { // there and back again
		fields = formOf(t, answer(t, h, "/look", 200, "", fields...))
	}
	title := titlePages(t, book(t, fields...))
	for _, want := range []string{"A/B", "Mood:", "merry", "Rated:</dt>\n<dd>R<", "rain"} {
		if !strings.Contains(title, want) {
			t.Errorf("the title page lacks %q:\n%s", want, title)
		}
	}
	edit("field:rating", "R", "")
	for range 2 {
		fields = formOf(t, answer(t, h, "/look", 200, "", fields...))
	}
	if title = entryOf(t, book(t, fields...), "EPUB/text/title-page.xhtml"); strings.Contains(title, "Rated") {
		t.Errorf("the rating is there:\n%s", title)
	}
	edit("field:rating", "", "G")
	if title = entryOf(t, book(t, fields...), "EPUB/text/title-page.xhtml"); !strings.Contains(title, "Rated:</dt>\n<dd>G<") {
		t.Errorf("the rating is not back:\n%s", title)
	}
}

func TestTicks(t *testing.T) {
	h := Handler(options(t))
	story := []field{{"story", lamp, "lamp.txt"}, {"was:heading", "7 16", ""}}
	off := append(story, field{"heading", "7", ""})
	if got := book(t, off...); entryOf(t, got, "EPUB/text/chapter-2.xhtml") != "" || !strings.Contains(entryOf(t, got, "EPUB/text/chapter-1.xhtml"), "The Lamp") {
		t.Error("a heading that was ticked off still heads a chapter")
	}
	looked := answer(t, h, "/look", 200, `name="heading" value="16"><span><span class="heading">Chapter Two: The Lamp`, off...)
	if !strings.Contains(looked, `name="was:heading" value="7 16"`) {
		t.Error("what was read as a heading is forgotten")
	}
	on := append(story, field{"heading", "7", ""}, field{"heading", "16", ""}, field{"heading", "12", ""})
	if got := book(t, on...); !strings.Contains(entryOf(t, got, "EPUB/nav.xhtml"), "A long wait") {
		t.Error("a heading that was ticked on heads no chapter")
	}
	looked = answer(t, h, "/look", 200, `value="12" checked`, on...)
	if !strings.Contains(looked, `name="was:heading" value="7 16"`) {
		t.Error("what was ticked on is taken for read")
	}
	answer(t, h, "/book", 422, "is not the number of a line", append(story, field{"heading", "x", ""})...)
}

func TestPreview(t *testing.T) {
	h := Handler(options(t))
	w := post(t, h, "/preview", field{"story", lamp, "lamp.txt"})
	policy := w.Header().Get("Content-Security-Policy")
	if got := w.Body.String(); w.Code != 200 || !strings.Contains(got, "The Lamplighter</h1>") || !strings.Contains(got, "It was late") ||
		!strings.Contains(got, `src="data:image/png;base64,`) || !strings.Contains(got, "data:font/ttf;base64,") || strings.Contains(got, "href=") ||
		!strings.Contains(policy, "sandbox") || !strings.Contains(policy, "frame-ancestors 'self'") {
		t.Errorf("status %d, policy %q", w.Code, policy)
	}
	w = post(t, h, "/preview", field{"story", lamp, "lamp.txt"}, field{"format", "pdf", ""})
	if w.Header().Get("Content-Type") != "application/pdf" || !strings.HasPrefix(w.Header().Get("Content-Disposition"), "inline;") || !strings.HasPrefix(w.Body.String(), "%PDF-") {
		t.Errorf("status %d, %v", w.Code, w.Header())
	}
}

func TestZip(t *testing.T) {
	w := post(t, Handler(options(t)), "/book", field{"story", lamp, "a.txt"}, field{"story", lamp, "b.txt"}, field{"story", "", "empty.txt"},
		field{"story", "../../etc/passwd\nby /srv/x\n\nIt was late.", `..\..\evil.txt`})
	if w.Code != 200 || w.Header().Get("Content-Type") != "application/zip" {
		t.Fatalf("status %d", w.Code)
	}
	var names []string
	z, err := zip.NewReader(bytes.NewReader(w.Body.Bytes()), int64(w.Body.Len()))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		names = append(names, f.Name)
		if strings.ContainsAny(f.Name, `/\`) || strings.HasPrefix(f.Name, ".") {
			t.Errorf("%q is no name for a file in a zip", f.Name)
		}
	}
	if len(names) != 4 || names[0] != "The Lamplighter - Annie Lee.epub" || names[1] != "The Lamplighter - Annie Lee (2).epub" || names[3] != "not made.txt" {
		t.Errorf("%q", names)
	}
	if got := entryOf(t, w.Body.String(), "not made.txt"); !strings.Contains(got, "empty.txt: The story is empty.") && !strings.Contains(got, "Empty.txt") {
		t.Errorf("%q", got)
	}
	answer(t, Handler(options(t)), "/book", 422, "no such thing", field{"story", "", "a.txt"}, field{"story", "", "no such thing.txt"})
}

// Each story of a zip can have fields of its own.
func TestNumbered(t *testing.T) {
	got := answer(t, Handler(options(t)), "/book", 200, "", field{"format", "epub", ""}, field{"zip", "on", ""}, field{"0.story", lamp, "a.txt"}, field{"0.title", "One", ""},
		field{"1.story", lamp, "b.txt"}, field{"1.title", "Two", ""})
	for _, name := range []string{"One - Annie Lee.epub", "Two - Annie Lee.epub"} {
		if entryOf(t, got, name) == "" {
			t.Errorf("no %s", name)
		}
	}
}

func TestParts(t *testing.T) {
	got := book(t, field{"join", "on", ""}, field{"story", "The Lamp (1/2)\nby Annie\n\nIt was late.\n", "1.txt"}, field{"story", "The Lamp (2/2)\nby Annie\n\nIt was later.\n", "2.txt"})
	if entryOf(t, got, "EPUB/package.opf") == "" {
		t.Error("the parts made no book")
	}
}

func TestSidecar(t *testing.T) {
	got := book(t, field{"story", lamp, "lamp.txt"}, field{"story", "title = \"From beside\"\n", "lamp.toml"})
	if !strings.Contains(entryOf(t, got, "EPUB/text/title-page.xhtml"), "From beside") {
		t.Error("what stood beside the story was not heard")
	}
	answer(t, Handler(options(t)), "/book", 422, "no such story", field{"story", lamp, "lamp.txt"}, field{"story", "", "other.toml"}, field{"story", "x = 1", "more.toml"})
}

// TestServersFiles gives paths of the server where a file is wanted: a form can
// only use what it brings.
func TestServersFiles(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "cover.png")
	if err := os.WriteFile(path, picture(t), 0o600); err != nil {
		t.Fatal(err)
	}
	h := Handler(options(t))
	for _, path := range []string{path, "/etc/passwd", "../cover.png", "handler_test.go"} {
		answer(t, h, "/book", 422, "came with the form", field{"story", lamp, "lamp.txt"}, field{"cover", path, ""})
		answer(t, h, "/book", 422, "", field{"story", lamp, "lamp.txt"}, field{"font", path, ""})
		answer(t, h, "/book", 422, "came with the form", field{"story", lamp, "lamp.txt"}, field{"story", "cover = '" + path + "'", "lamp.toml"})
	}
	answer(t, h, "/book", 422, "came with the form", field{"story", lamp, "lamp.txt"}, field{"font", "/usr/share/fonts/x.ttf", ""})
	got := book(t, field{"story", lamp, "lamp.txt"}, field{"cover", string(picture(t)), "../../my cover.png"})
	if entryOf(t, got, "EPUB/images/cover.png") != string(picture(t)) {
		t.Error("the picture that came with the form is not the cover")
	}
}

func TestRefusals(t *testing.T) {
	h := Handler(options(t))
	answer(t, h, "/book", 422, "No story came")
	answer(t, h, "/book", 422, "No story came", field{"story", "", ""}, field{"text", "  \n", ""})
	answer(t, h, "/book", 422, "is empty", field{"story", "", "a.txt"})
	answer(t, h, "/book", 422, "not plain text", field{"story", "\x89PNG\r\n\x1a\n", "a.png"})
	answer(t, h, "/book", 422, "No format is called", field{"story", lamp, "a.txt"}, field{"format", "scroll", ""})
	answer(t, h, "/book", 422, "“Page” tiny", field{"story", lamp, "a.txt"}, field{"format", "pdf", ""}, field{"page", "tiny", ""})
	answer(t, h, "/book", 400, "knows no field called", field{"story", lamp, "a.txt"}, field{"titel", "x", ""})
	answer(t, h, "/book", 400, "did not come back whole", field{"story64", "%%%", ""})
	answer(t, h, "/book", 422, "longer than any setting", field{"story", lamp, "a.txt"}, field{"chapter-pattern", strings.Repeat("a", 5000), ""})
	answer(t, h, "/book", 200, "PK", field{"text", lamp, ""})
}

// A wrong value is told at its field, and spoils nothing else.
func TestWrongValue(t *testing.T) {
	h := Handler(options(t))
	story := field{"story", lamp, "lamp.txt"}
	for name, c := range map[string]struct {
		value, file, want string
	}{
		"page":            {"tiny", "", `name="page" value="tiny" autocomplete="off" aria-describedby="wrong-page help-page" aria-invalid="true"`},
		"chapter-pattern": {"(", "", `<p class="wrong-value" id="wrong-chapter-pattern">The pattern cannot be read: missing closing )`},
		"language":        {"!", "", `<p class="wrong-value" id="wrong-language">`},
		"cover":           {"\x89PNG\r\n\x1a\nno picture", "front.png", `<p class="wrong-value" id="wrong-cover">Front.png: the picture is broken`},
		"keep-lines":      {"x", "", `<p class="wrong-value" id="wrong-keep-lines">`},
	} {
		wrong := field{name, c.value, c.file}
		if got := answer(t, h, "/look", 200, c.want, story, wrong); !strings.Contains(got, `value="The Lamplighter"`) {
			t.Errorf("%s: the story is not shown", name)
		}
		answer(t, h, "/book", 422, `data-field="`+name+`"`, story, wrong)
	}
	two := answer(t, h, "/look", 200, "", field{"0.story", lamp, "a.txt"}, field{"0.keep-lines", "x", ""}, field{"1.story", lamp, "b.txt"})
	if strings.Count(two, `aria-invalid="true"`) != 1 {
		t.Errorf("%d fields are wrong, not one", strings.Count(two, `aria-invalid="true"`))
	}
}

// The saved sidecar makes the form's book, byte for byte, in every format; so it does
// over another sidecar, with a cover and with repeated fields.
func TestSidecarMakesTheBook(t *testing.T) {
	h := Handler(options(t))
	fields := []field{{"story", lamp, "lamp.txt"}, {"sidecar", "series = \"Lamps\"\n[fields]\nrating = \"R\"\n", "lamp.toml"}, {"title", "Two \"Lamps\"", ""}, {"author", "Bea; Cy", ""},
		{"field:notes", "one\r\n\r\ntwo", ""}, {"was:field:notes", "", ""}, {"was:heading", "7 16", ""}, {"heading", "7", ""}, {"page", "a4", ""}, {"no-typogrify", "true", ""},
		{"scene-break", "~\r\n+++", ""}, {"cover", string(picture(t)), "front.png"}}
	toml := answer(t, h, "/sidecar", 200, "title = ", fields...)
	for _, f := range convert.Formats {
		want := answer(t, h, "/book", 200, "", append(fields, field{"format", f.Name, ""})...)
		req := convert.Request{Files: []convert.File{{Name: "lamp.txt", Data: []byte(lamp)}}, Formats: append(convert.Formats[:0:0], f), Version: options(t).Version}
		req.Files[0].Sidecar = convert.Sidecar{Name: "lamp.toml", Data: []byte(toml), Open: func(string) ([]byte, error) { return picture(t), nil }}
		res, err := convert.Story(t.Context(), req)
		if err != nil || string(res.Books[0]) != want {
			t.Errorf("%s: another book comes of\n%s(%v)", f.Name, toml, err)
		}
	}
	answer(t, h, "/sidecar", 200, "Nothing was mended", field{"story", lamp, "lamp.txt"})
	answer(t, h, "/sidecar", 422, `data-field="page"`, field{"story", lamp, "lamp.txt"}, field{"page", "tiny", ""})
}

// Several formats are several books; a mailbox is several stories.
func TestSeveralBooks(t *testing.T) {
	h := Handler(options(t))
	got := answer(t, h, "/book", 200, "", field{"story", lamp, "a.txt"}, field{"format", "pdf", ""}, field{"also", "epub", ""}, field{"also", "pdf", ""})
	for _, name := range []string{"The Lamplighter - Annie Lee.epub", "The Lamplighter - Annie Lee.pdf"} {
		if entryOf(t, got, name) == "" {
			t.Errorf("no %s", name)
		}
	}
	box := field{"story", "From a@example.net Tue Mar  3 10:00:00 1998\nFrom: Annie <a@example.net>\nSubject: The Lamp\n\nIt was late when he came to the gate, and it rained.\n\nFrom b@example.net Wed Mar  4 10:00:00 1998\nFrom: Bea <b@example.net>\nSubject: The Door\n\nIt was early when she went away, and it was dry.\n", "list.mbox"}
	got = answer(t, h, "/book", 200, "", box)
	for _, name := range []string{"The Lamp - Annie.epub", "The Door - Bea.epub"} {
		if entryOf(t, got, name) == "" {
			t.Errorf("no %s", name)
		}
	}
	mark := strings.IndexByte(box.value, '\n') // the mailbox's own line is no part of the story
	answer(t, h, "/look", 200, fmt.Sprintf(`data-from="%d" data-to="`, mark), box)
}

// Several stories become an anthology: each with what was mended of it, and a title for
// the whole.
func TestBind(t *testing.T) {
	h := Handler(options(t))
	stories := []field{{"0.story", lamp, "a.txt"}, {"0.title", "One", ""}, {"1.story", "Der Hafen\nvon Bea\n\nEs war spät, und der Regen hatte nicht aufgehört, und niemand war auf der Straße.\n", "b.txt"}}
	got := answer(t, h, "/book", 200, "", append(stories, field{"bind", "on", ""}, field{"bind-title", "Two Lights", ""})...)
	if opf := entryOf(t, got, "EPUB/package.opf"); !strings.Contains(opf, "Two Lights") || !strings.Contains(opf, "<dc:language>de<") {
		t.Errorf("the package document:\n%s", opf)
	}
	if nav := entryOf(t, got, "EPUB/nav.xhtml"); !strings.Contains(nav, `<a href="text/story-1.xhtml">One · <span class="by">Annie Lee</span></a>`) || !strings.Contains(nav, `Der Hafen · <span class="by">Bea</span></a>`) {
		t.Errorf("the contents:\n%s", nav)
	}
	answer(t, h, "/book", 422, `data-field="page"`, append(stories, field{"bind", "on", ""}, field{"page", "tiny", ""})...)
	answer(t, h, "/book", 422, "is empty", append(stories, field{"2.story", "", "c.txt"}, field{"bind", "on", ""})...)
}

// formOf reads the fields that a browser would send for the form of a page.
func formOf(t testing.TB, html string) []field {
	t.Helper()
	var out []field
	for _, tag := range strings.Split(html, "<")[1:] {
		tag, text, _ := strings.Cut(tag, ">")
		get := func(name string) string {
			_, v, _ := strings.Cut(tag, " "+name+`="`)
			v, _, _ = strings.Cut(v, `"`)
			return unescape.Replace(v)
		}
		kind, checked := get("type"), strings.HasSuffix(tag, " checked")
		switch {
		case get("name") == "" || kind == "file" || (kind == "checkbox" || kind == "radio") && !checked:
		case strings.HasPrefix(tag, "input"):
			out = append(out, field{get("name"), get("value"), ""})
		case strings.HasPrefix(tag, "textarea"):
			out = append(out, field{get("name"), strings.ReplaceAll(unescape.Replace(strings.TrimPrefix(text, "\n")), "\n", "\r\n"), ""})
		case strings.HasPrefix(tag, "select"):
			out = append(out, field{get("name"), "", ""})
		}
	}
	return out
}

var unescape = strings.NewReplacer("&#34;", `"`, "&#39;", "'", "&lt;", "<", "&gt;", ">", "&#43;", "+", "&amp;", "&")
