package convert

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"time"

	"storybind/internal/writer"
)

// A book's seal is found, and tells when a single byte of the book has changed.
func TestSeal(t *testing.T) {
	story := File{Name: "lamp.txt", Data: []byte("Title: The Lámp 𝄞\nAuthor: Ánnie\n\nIt was late.\n")}
	for _, f := range Formats {
		t.Run(f.Name, func(t *testing.T) {
			r := Request{Files: []File{story}, Formats: []writer.Format{f}}
			res, err := Story(context.Background(), r)
			if err != nil {
				t.Fatal(err)
			}
			file := res.Books[0]
			s, untouched, err := ReadSeal(bytes.NewReader(file), int64(len(file)))
			if err != nil || s == nil || !untouched {
				t.Fatalf("got %v, %v, %v", s, untouched, err)
			}
			if s.Made != r.Fingerprint(f) || s.Title != "The Lámp 𝄞" || s.Authors[0] != "Ánnie" || s.Chapters != 1 || s.Source != "lamp.txt" {
				t.Errorf("the seal says %+v", s)
			}
			for at := 0; at < len(file); at += 1 + len(file)/100 {
				changed := bytes.Clone(file)
				changed[at] ^= 1
				if s, untouched, err := ReadSeal(bytes.NewReader(changed), int64(len(changed))); err != nil || untouched {
					t.Errorf("byte %d was changed: got %v, %v, %v", at, s, untouched, err)
				}
			}
			if _, untouched, _ := ReadSeal(strings.NewReader(string(file)+" "), int64(len(file)+1)); untouched {
				t.Error("a byte was added, and the book passes for untouched")
			}
		})
	}
	for _, other := range []string{"", "no book", strings.Repeat("x", 10_000), sealMark, sealMark + `"made":"x","content":"0"}`} {
		if s, untouched, err := ReadSeal(strings.NewReader(other), int64(len(other))); s != nil || untouched || err != nil {
			t.Errorf("%.20q: got %v, %v, %v", other, s, untouched, err)
		}
	}
}

// A title without end does not make a seal without end.
func TestSealIsShort(t *testing.T) {
	long := strings.Repeat("ä", 100_000)
	for _, f := range Formats {
		file := sealed(f, []byte("PK startxref 0 0"), Seal{Source: strings.Repeat("𝄞", 1000), Facts: Facts{Title: long, Authors: []string{long, long, long, long, long, long}}})
		if s, untouched, err := ReadSeal(bytes.NewReader(file), int64(len(file))); len(file) > writer.MaxSeal+100 || s == nil || !untouched || err != nil {
			t.Errorf("%s: %d bytes: %v, %v, %v", f.Name, len(file), s, untouched, err)
		}
	}
}

// Whatever a book is made from changes its fingerprint, and nothing else does.
func TestFingerprint(t *testing.T) {
	epub, pdf := Formats[0], Formats[2]
	request := func() Request {
		return Request{Files: []File{{Name: "a.txt", Data: []byte("x"), Sidecar: Sidecar{Name: "a.toml", Data: []byte(`series = "x"`)}}}, Version: "1", Settings: []Setting{{"title", "T"}}}
	}
	base := request()
	for name, change := range map[string]func(*Request){
		"text":           func(r *Request) { r.Files[0].Data = []byte("y") },
		"name":           func(r *Request) { r.Files[0].Name = "b.txt" },
		"sidecar":        func(r *Request) { r.Files[0].Sidecar.Data = nil },
		"version":        func(r *Request) { r.Version = "2" },
		"time":           func(r *Request) { r.Modified = time.Unix(86400, 0) },
		"setting":        func(r *Request) { r.Settings[0].Value = "U" },
		"its setting":    func(r *Request) { r.Settings = append(r.Settings, Setting{"no-cover", "true"}) },
		"another's part": func(r *Request) { r.Files = append(r.Files, File{}) },
	} {
		r := request()
		change(&r)
		if r.Fingerprint(epub) == base.Fingerprint(epub) {
			t.Errorf("another %s, the same fingerprint", name)
		}
	}
	cover := func(data string) Request {
		r := request()
		r.Files[0].Sidecar.Data = []byte(`cover = "x.png"`)
		r.Files[0].Sidecar.Open = func(string) ([]byte, error) { return []byte(data), nil }
		return r
	}
	if a, b := cover("one"), cover("two"); a.Fingerprint(epub) == b.Fingerprint(epub) {
		t.Error("another picture for the cover, the same fingerprint")
	}
	r := request()
	r.Settings = append(r.Settings, Setting{"page", "a4"})
	if r.Fingerprint(epub) != base.Fingerprint(epub) {
		t.Error("a setting of PDF changes the fingerprint of EPUB")
	}
	if r.Fingerprint(pdf) == base.Fingerprint(pdf) || base.Fingerprint(pdf) == base.Fingerprint(epub) {
		t.Error("PDF's fingerprint does not see its own setting, or not its format")
	}
}

// A request whose files nobody needs any more is let go of, and makes the same books.
func TestLetGo(t *testing.T) {
	r := Request{Formats: []writer.Format{Formats[0], Formats[1]}}
	for _, part := range []string{"Title: The Lamp (1/2)\nAuthor: Annie\n\nIt was late.\n", "Title: The Lamp (2/2)\nAuthor: Annie\n\nAnd later.\n"} {
		r.Files = append(r.Files, File{Name: "lamp.txt", Data: []byte(part)})
	}
	want, err := Story(t.Context(), r)
	if err != nil {
		t.Fatal(err)
	}
	r.LetGo = true
	got, err := Story(t.Context(), r)
	if err != nil {
		t.Fatal(err)
	}
	for i := range want.Books {
		if !bytes.Equal(got.Books[i], want.Books[i]) {
			t.Errorf("%s differs", r.Formats[i].Name)
		}
	}
	for i, f := range r.Files {
		if f.Data != nil {
			t.Errorf("file %d is still held", i+1)
		}
	}
}
