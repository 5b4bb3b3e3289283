package web

import (
	"bytes"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"
)

// FuzzForm sends anything at all: whatever comes, the answer is a book or plain
// words, never an internal error, and nothing is held afterwards. A conversion's
// time may run out (503); nobody else is there to wait for (429).
func FuzzForm(f *testing.F) {
	add := func(path byte, fields ...field) {
		body, contentType := formBody(fields...)
		_, boundary, _ := strings.Cut(contentType, "boundary=")
		f.Add(7+8*path, bytes.ReplaceAll(body.Bytes(), []byte(boundary), []byte("x")))
	}
	story := field{"story", lamp, "lamp.txt"}
	add(0, story, field{"was:heading", "7 16", ""}, field{"heading", "7", ""}, field{"heading-line", "12", ""})
	add(1, story, field{"format", "kepub", ""}, field{"font", "Literata", ""}, field{"no-cover", "true", ""})
	add(2, story, field{"format", "pdf", ""}, field{"page", "a4", ""}, field{"size", "12", ""}, field{"two-sided", "false", ""})
	add(2, field{"0.story", lamp, "a.txt"}, field{"0.title", "One", ""}, field{"1.story", lamp, "b.txt"}, field{"zip", "on", ""})
	add(2, story, field{"story", "title = 'X'\ncover = '/etc/passwd'\n", "lamp.toml"})
	add(0, field{"text", "Title\nby Annie\n\nChapter 1\n\nIt was late.", ""}, field{"field:rating", "PG", ""}, field{"was:field:rating", "", ""}, field{"add-field", "summary", ""}, field{"add-value", "A story.", ""})
	add(0, field{"story64", "SXQgd2FzIGxhdGUu", ""}, field{"name", "../x.txt", ""}, field{"chapter-pattern", "^It", ""}, field{"drop-lines", "1-2\n5", ""})
	add(1, story, field{"cover", "\x89PNG\r\n\x1a\n", "c.png"}, field{"font", "\x00\x01\x00\x00", "f.ttf"}, field{"language", "xx-yy-zz", ""}, field{"identifier", "urn:isbn:1", ""})
	f.Add(byte(0), []byte("--x\r\nContent-Disposition: form-data; name=\"story\"; filename=\"a\"\r\n\r\n\r\n--x--"))

	limits := DefaultLimits()
	limits.Megabytes, limits.Time, limits.Files = 1, 10*time.Second, 5
	f.Fuzz(func(t *testing.T, path byte, body []byte) {
		if len(body) > 8<<10 { // the form is what is tried here, not long stories
			return
		}
		if path%8 != 7 { // whole books take a hundred times as long as looks: one in eight
			path = 0
		}
		o := Options{Version: "test", Limits: limits, Now: time.Now, Report: func(m string) { t.Error(m) }}
		form := newForm(o)
		r := httptest.NewRequest("POST", "http://localhost/"+[]string{"look", "preview", "book"}[int(path)/8%3], bytes.NewReader(body))
		r.Header.Set("Content-Type", "multipart/form-data; boundary=x")
		w := httptest.NewRecorder()
		form.handler().ServeHTTP(w, r)
		if !slices.Contains([]int{200, 400, 413, 422, 503}, w.Code) {
			t.Errorf("status %d: %.300s", w.Code, w.Body)
		}
		if held := form.budget.held(); held != 0 {
			t.Errorf("%d bytes are held after the answer", held)
		}
	})
}
