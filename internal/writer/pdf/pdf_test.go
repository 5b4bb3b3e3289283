package pdf

import (
	"bytes"
	"io"
	"os"
	"reflect"
	"testing"

	"github.com/spf13/pflag"

	"storybind/internal/book"
	"storybind/internal/book/booktest"
)

func writeBook(t testing.TB, b *book.Book, settings ...string) ([]byte, map[string]book.Digest) {
	t.Helper()
	w := Format.New()
	fs := pflag.NewFlagSet("pdf", pflag.ContinueOnError)
	w.Flags(fs)
	if err := fs.Parse(settings); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	result, err := w.Write(t.Context(), &out, b)
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes(), result.Drawn
}

// A book goes all the way, in every preset: every word is drawn, the book is not
// changed, and a second time gives the same bytes.
func TestWrite(t *testing.T) {
	for _, page := range []string{"a5", "trade", "letter", "a4", "ereader", "100x150mm"} {
		b := booktest.Every()
		b.Body = append(b.Body, novel(2, 8000).Body...)
		b.Body[2].ID, b.Body[3].ID = "last-1", "last-2"
		first, drawn := writeBook(t, b, "--page", page)
		for _, s := range b.Sections() {
			if got, want := drawn[s.ID], book.Drawn(s); got != want {
				t.Errorf("%s: section %s: drawn %+v, the model has %+v", page, s.ID, got, want)
			}
		}
		again, _ := writeBook(t, b, "--page", page)
		if !bytes.Equal(first, again) {
			t.Errorf("%s: the second time is another file", page)
		}
		fresh := booktest.Every()
		if !reflect.DeepEqual(b.Front, fresh.Front) || !reflect.DeepEqual(b.Back, fresh.Back) || !reflect.DeepEqual(b.Body[:2], fresh.Body) || !reflect.DeepEqual(b.Meta, fresh.Meta) {
			t.Errorf("%s: writing changed the book", page)
		}
		if name := os.Getenv("STORYBIND_KEEP"); name != "" && page == "a5" { // to look at
			os.WriteFile(name, first, 0o644)
		}
	}
}

func BenchmarkWriteStory(b *testing.B) { benchmarkWrite(b, 1, 15_000) }
func BenchmarkWriteNovel(b *testing.B) { benchmarkWrite(b, 40, 1_000_000) }

// The whole way: typeset and drawing.
func benchmarkWrite(b *testing.B, chapters, bytes int) {
	bk := novel(chapters, bytes)
	b.SetBytes(int64(bytes))
	for b.Loop() {
		if _, err := Format.New().Write(b.Context(), io.Discard, bk); err != nil {
			b.Fatal(err)
		}
	}
}
