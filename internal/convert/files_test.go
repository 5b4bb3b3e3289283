package convert

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"image"
	"image/png"
	"io"
	"slices"
	"strings"
	"testing"

	"storybind/internal/diag"
	"storybind/internal/writer"
)

func entry(t *testing.T, book []byte, name string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open(name)
	if err != nil {
		return ""
	}
	data, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestFilesOfSettings holds who may read which files: a person's settings only
// what the request opens, a sidecar's only what stands beside the story.
func TestFilesOfSettings(t *testing.T) {
	picture := func(width int) []byte {
		var b bytes.Buffer
		if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, width, 900))); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	serve := func(files map[string][]byte) func(string) ([]byte, error) {
		return func(name string) ([]byte, error) {
			if b := files[name]; b != nil {
				return b, nil
			}
			return nil, errors.New(name + ": there is no such file")
		}
	}
	asked, beside := picture(600), picture(700)
	request := func(sidecar string, settings ...Setting) Request {
		return Request{
			Files: []File{{Name: "lamp.txt", Data: []byte("It was late.\n"),
				Sidecar: Sidecar{Name: "lamp.toml", Data: []byte(sidecar), Open: serve(map[string][]byte{"a.png": beside})}}},
			Formats: []writer.Format{Formats[0]}, Settings: settings, Open: serve(map[string][]byte{"a.png": asked, "b.png": asked}),
		}
	}
	for _, c := range []struct {
		name    string
		request Request
		cover   []byte
		err     string
	}{
		{"a person's", request("", Setting{"cover", "a.png"}), asked, ""},
		{"a sidecar's", request(`cover = "a.png"`), beside, ""},
		{"both", request(`cover = "a.png"`, Setting{"cover", "b.png"}), asked, ""},
		{"a sidecar's, taken back", request(`cover = "a.png"`, Setting{"no-cover", "true"}), nil, ""},
		{"a sidecar's no, overruled", request(`no-cover = true`, Setting{"cover", "a.png"}), asked, ""},
		{"a sidecar names the person's", request(`cover = "b.png"`), nil, "lamp.toml:1: cover = \"b.png\": b.png: there is no such file"},
		{"one of the machine's", request("", Setting{"cover", "/etc/hostname"}), nil, "--cover /etc/hostname: /etc/hostname: there is no such file"},
	} {
		res, err := Story(context.Background(), c.request)
		if c.err != "" {
			if err == nil || err.Error() != c.err {
				t.Errorf("%s: error %v, want %s", c.name, err, c.err)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got := entry(t, res.Books[0], "EPUB/images/cover.png"); got != string(c.cover) {
			t.Errorf("%s: the cover has %d bytes, want the %d as they were", c.name, len(got), len(c.cover))
		}
	}
	r := request("", Setting{"cover", "a.png"})
	asked = picture(300)
	r.Open = serve(map[string][]byte{"a.png": asked})
	res, err := Story(context.Background(), r)
	if err != nil || !slices.ContainsFunc(res.Diagnostics, func(d diag.Diagnostic) bool { return d.Code == "epub/small-cover" }) {
		t.Errorf("a small cover: %v, %v", res.Diagnostics, err)
	}
	r.Open = nil
	if _, err := Story(context.Background(), r); err == nil || !strings.Contains(err.Error(), "no file can be named here") {
		t.Errorf("without files to open: %v", err)
	}
}
