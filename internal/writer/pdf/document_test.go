package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/signintech/gopdf"

	"storybind/internal/book"
	"storybind/internal/book/booktest"
	"storybind/internal/face"
)

func checkDrawn(t *testing.T, b *book.Book, drawn map[string]book.Digest) {
	t.Helper()
	for _, s := range b.Sections() {
		if got, want := drawn[s.ID], book.Drawn(s); got != want {
			t.Errorf("section %s: drawn %+v, the model has %+v", s.ID, got, want)
		}
	}
}

func TestEveryKind(t *testing.T) {
	b := booktest.Every()
	f := writePages(t, newHand(t).book(b), b)
	for _, d := range f.result.Diagnostics {
		t.Error(d)
	}
	checkDrawn(t, b, f.result.Drawn)
}

// The same book is the same bytes, however many cores draw it.
func TestSameBytes(t *testing.T) {
	b := novel(3, 300_000)
	doc := newHand(t).book(b)
	if len(doc.Pages) <= perSheet {
		t.Fatalf("%d pages are drawn in one go: this test needs more", len(doc.Pages))
	}
	var first []byte
	for _, cores := range []int{1, 2, 2} {
		before := runtime.GOMAXPROCS(cores)
		f := writePages(t, doc, b)
		runtime.GOMAXPROCS(before)
		checkDrawn(t, b, f.result.Drawn)
		if first == nil {
			first = f.bytes
		} else if !bytes.Equal(first, f.bytes) {
			t.Fatalf("with %d cores the file is another one", cores)
		}
	}
}

type failing struct{ after int }

func (w *failing) Write(p []byte) (int, error) {
	if len(p) > w.after {
		return w.after, errors.New("the disk is full")
	}
	w.after -= len(p)
	return len(p), nil
}

type lazy struct{}

func (lazy) Write(p []byte) (int, error) { return len(p) / 2, nil }

func TestFailingWriter(t *testing.T) {
	b := booktest.Every()
	doc := newHand(t).book(b)
	for _, w := range []io.Writer{&failing{0}, &failing{100}, lazy{}} {
		if _, err := write(context.Background(), w, doc, b, false); err == nil {
			t.Errorf("%T failed and nobody heard", w)
		} else if !strings.HasPrefix(err.Error(), "write the PDF: ") {
			t.Errorf("%T: %v", w, err)
		}
	}
}

func TestCancel(t *testing.T) {
	b := booktest.Every()
	doc := newHand(t).book(b)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := write(ctx, io.Discard, doc, b, false); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// typeset measures with face.Advance and gopdf places with its own widths: they
// must be the same for every glyph.
func TestAdvancesAreGopdfs(t *testing.T) {
	faces := []*face.Face{face.Symbols()}
	for _, name := range face.BundledNames() {
		family, err := face.Bundled(name)
		if err != nil {
			t.Fatal(err)
		}
		faces = append(faces, family.Faces[:]...)
	}
	for _, f := range faces {
		if f == nil {
			continue
		}
		var theirs gopdf.SubsetFontObj
		if err := theirs.SetTTFData(f.TTF()); err != nil {
			t.Fatalf("%s: %v", f.Name(), err)
		}
		for g := range f.NumGlyphs() {
			if ours, w := f.Advance(uint16(g)), theirs.GlyphIndexToPdfWidth(uint(g)); int(ours) != int(w) {
				t.Fatalf("%s: glyph %d is %d wide for us and %d for gopdf", f.Name(), g, ours, w)
			}
		}
	}
}

// The file as other programs see it.
func TestTools(t *testing.T) {
	b := booktest.Every()
	b.Meta.Title = "Every Kind – 日本 🎈"
	long := novel(1, 20_000)
	b.Body = append(b.Body, long.Body...)
	long.Body[0].ID = "long"
	name := filepath.Join(t.TempDir(), "every.pdf")
	if err := os.WriteFile(name, writePages(t, newHand(t).book(b), b).bytes, 0o644); err != nil {
		t.Fatal(err)
	}
	run := func(t *testing.T, command string, arguments ...string) string {
		t.Helper()
		path, err := exec.LookPath(command)
		if err != nil {
			t.Skipf("%s is not on this machine", command)
		}
		out, err := exec.Command(path, arguments...).CombinedOutput()
		if err != nil {
			t.Errorf("%s: %v\n%s", command, err, out)
		}
		return string(out)
	}
	t.Run("qpdf", func(t *testing.T) {
		if out := run(t, "qpdf", "--check", name); !strings.Contains(out, "No syntax or stream encoding errors") {
			t.Error(out)
		}
	})
	t.Run("pdffonts", func(t *testing.T) {
		lines := strings.Split(strings.TrimSpace(run(t, "pdffonts", name)), "\n")
		if len(lines) < 4 {
			t.Error("too few fonts")
		}
		for _, l := range lines[2:] {
			if !strings.Contains(l, "yes yes yes") || !strings.Contains(l, "+") {
				t.Errorf("not embedded, not a subset, or without its texts: %s", l)
			}
		}
	})
	t.Run("pdfinfo", func(t *testing.T) {
		out := run(t, "pdfinfo", name)
		for _, want := range []string{"Every Kind – 日本 🎈\n", "Author:          Annie Lee\n", "Tagged:          yes\n", "PDF version:     1.7\n"} {
			if !strings.Contains(out, want) {
				t.Errorf("%q is missing in\n%s", want, out)
			}
		}
	})
	t.Run("pdftotext", func(t *testing.T) {
		out := run(t, "pdftotext", "-raw", name, "-")
		out = strings.ReplaceAll(out, "\u00AD\n", "") // a word divided at a line's end
		var want, got strings.Builder
		book.SectionPieces(long.Body[0], func(text string) { fmt.Fprintln(&want, text) })
		_, out, _ = strings.Cut(out, "\nOf the Shore\n")
		for l := range strings.Lines(out) {
			if l = strings.Trim(l, "\f"); l != "The running head\n" && strings.Trim(l, "0123456789") != "\n" {
				got.WriteString(l)
			}
		}
		_, wanted, _ := strings.Cut(want.String(), "Of the Shore\n")
		words := strings.Fields(got.String())
		for i, w := range strings.Fields(wanted) {
			if i >= len(words) || words[i] != w {
				t.Fatalf("word %d should be %q: %q", i, w, words[i:min(i+10, len(words))])
			}
		}
	})
}
