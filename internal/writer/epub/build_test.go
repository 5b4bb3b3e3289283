package epub

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"storybind/internal/book"
	"storybind/internal/book/booktest"
	"storybind/internal/writer"
)

// A book that is built in runs of pages is the book that is built in one: its bytes, the
// faces it carries, and what is said to be drawn.
func TestRuns(t *testing.T) {
	greek := booktest.Every()
	for c := range 12 { // enough of a script that is shaped by the words of the whole book
		s := &book.Section{ID: fmt.Sprintf("chapter-%d", c+100), Role: book.Chapter, Label: fmt.Sprintf("Κεφάλαιο %d", c+1)}
		for range 60 {
			s.Blocks = append(s.Blocks, para(strings.Repeat("Ο φάρος ήταν αναμμένος. ", 4)+strings.Repeat(string(rune('α'+c)), 1+c)))
		}
		greek.Body = append(greek.Body, s)
	}
	long := booktest.Every() // one section of many pages
	s := &book.Section{ID: "chapter-100", Role: book.Chapter}
	for i := range 9000 {
		s.Blocks = append(s.Blocks, para(fmt.Sprintf("It was late. The keeper counted lamp %d.", i)))
	}
	long.Body = append(long.Body, s)
	made := func(b *book.Book, w Writer) ([]byte, writer.Result) {
		var out bytes.Buffer
		res, err := w.Write(t.Context(), io.Writer(&out), b)
		if err != nil {
			t.Fatal(err)
		}
		return out.Bytes(), res
	}
	for name, b := range map[string]*book.Book{"every kind": booktest.Every(), "Greek": greek, "a long section": long} {
		for _, w := range []Writer{{}, {kobo: true, noCover: true}} {
			want, before := made(b, w)
			was := bytesAtOnce
			bytesAtOnce = 100 << 10
			if name == "every kind" {
				bytesAtOnce = 0 // a page a run
			}
			got, after := made(b, w)
			bytesAtOnce = was
			if !bytes.Equal(got, want) {
				t.Errorf("%s, kobo %v: the book differs when it is built in runs: %d bytes and %d", name, w.kobo, len(want), len(got))
			}
			for id, d := range before.Drawn {
				if after.Drawn[id] != d {
					t.Errorf("%s: section %s says that it draws %v and %v", name, id, d, after.Drawn[id])
				}
			}
			if len(after.Drawn) != len(before.Drawn) || len(after.Diagnostics) != len(before.Diagnostics) {
				t.Errorf("%s: %d sections and %d, %d remarks and %d", name, len(before.Drawn), len(after.Drawn), len(before.Diagnostics), len(after.Diagnostics))
			}
		}
	}
}
