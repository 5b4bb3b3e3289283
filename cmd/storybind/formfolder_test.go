package main

import (
	"bytes"
	"context"
	"io"
	"mime/multipart"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"
	"time"

	"storybind/internal/web"
)

// Stories that were mended in the form and lie in a folder with what it saved as
// story.toml become, when the folder is converted, the form's own books, byte for byte.
func TestFormAndFolder(t *testing.T) {
	form := web.Handler(web.Options{Version: version, Limits: web.DefaultLimits(), Now: time.Now, Report: func(m string) { t.Error(m) }})
	ask := func(path, name, text string, fields map[string]string) []byte {
		t.Helper()
		var body bytes.Buffer
		w := multipart.NewWriter(&body)
		for name, value := range fields {
			w.WriteField(name, value)
		}
		part, _ := w.CreateFormFile("story", name)
		io.WriteString(part, text)
		w.Close()
		req := httptest.NewRequest("POST", "http://localhost"+path, &body)
		req.Header.Set("Content-Type", w.FormDataContentType())
		res := httptest.NewRecorder()
		form.ServeHTTP(res, req)
		if res.Code != 200 {
			t.Fatalf("%s of %s: %d %.900s", path, name, res.Code, res.Body)
		}
		return res.Body.Bytes()
	}
	dir := t.TempDir()
	put := func(name string, data []byte) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	stories, err := filepath.Glob("../../testdata/stories/*.txt")
	if err != nil || len(stories) == 0 {
		t.Fatal("no stories")
	}
	formats := []string{"epub", "kepub", "pdf"}
	books := map[string][]byte{}
	for i, path := range stories {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		fields := []map[string]string{
			{"title": "A \"New\" Title", "author": "Bea; Cy", "field:rating": "PG"},
			{"language": "en-GB", "no-colophon": "true", "page": "pocket", "series": "Lights", "series-index": "2"},
			{},
		}[i%3]
		name := filepath.Base(path)
		put(name, text)
		put(name[:len(name)-len(".txt")]+".toml", ask("/sidecar", name, string(text), fields))
		for _, f := range formats {
			fields["format"] = f
			ending := map[string]string{"epub": ".epub", "kepub": ".kepub.epub", "pdf": ".pdf"}[f]
			books[name[:len(name)-len(".txt")]+ending] = ask("/book", name, string(text), fields)
		}
	}
	out := filepath.Join(dir, "books")
	var said bytes.Buffer
	if code := execute(context.Background(), &terminal{out: &said, err: &said}, []string{"convert", dir, "-o", out, "--to", "epub,kepub,pdf", "--no-join"}); code != 0 {
		t.Fatalf("%d: %s", code, &said)
	}
	for name, want := range books {
		if got, err := os.ReadFile(filepath.Join(out, name)); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is not the form's (%d bytes, not %d; %v)", name, len(got), len(want), err)
		}
	}
}
