package typeset

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"storybind/internal/book"
	"storybind/internal/book/booktest"
)

func pages(t testing.TB, b *book.Book, st Style) *Document {
	t.Helper()
	d, ds, err := Book(context.Background(), b, st)
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range ds {
		t.Log(x)
	}
	checkWords(t, b, d)
	return d
}

// checkWords holds the document to its promise: the letters and digits of each
// section stand on its pages, once and in order; but a note may stand elsewhere.
func checkWords(t testing.TB, b *book.Book, d *Document) {
	t.Helper()
	drawn := map[*book.Section]*book.Digest{}
	glyphs := map[*book.Section]*book.Digest{}
	order := map[book.Block]int{}
	for _, s := range b.Sections() {
		for i, outer := range s.Blocks {
			for bl := range book.Blocks([]book.Block{outer}) {
				order[bl] = i + 1
			}
		}
	}
	lines := map[*book.Section][]*Line{}
	for _, p := range d.Pages {
		for _, l := range p.Lines {
			switch l.Kind {
			case BodyLine, LabelLine, TitleLine, SubtitleLine:
				lines[l.Section] = append(lines[l.Section], l)
			}
		}
	}
	for _, ls := range lines {
		slices.SortStableFunc(ls, func(a, b *Line) int { return order[a.Block] - order[b.Block] })
		for _, l := range ls {
			if drawn[l.Section] == nil {
				drawn[l.Section], glyphs[l.Section] = &book.Digest{}, &book.Digest{}
			}
			for _, r := range l.Runs {
				drawn[l.Section].Add(r.Text)
				for i := range r.Glyphs {
					if r.RightToLeft {
						i = len(r.Glyphs) - 1 - i
					}
					glyphs[l.Section].Add(r.Glyphs[i].Text)
				}
			}
		}
	}
	for _, s := range b.Sections() {
		want := book.Drawn(s)
		got := drawn[s]
		if got == nil {
			got, glyphs[s] = &book.Digest{}, &book.Digest{}
		}
		if *got != want {
			t.Errorf("section %s: %d letters on the pages, %d in the book, or another order", s.ID, got.Letters, want.Letters)
		}
		if *glyphs[s] != want {
			t.Errorf("section %s: glyphs stand for %d letters, the book has %d, or another order", s.ID, glyphs[s].Letters, want.Letters)
		}
	}
}

// TestEvery sets one of each block and inline on every page, and compares two of
// them with the dumps in testdata. STORYBIND_UPDATE=1 writes the dumps anew.
func TestEvery(t *testing.T) {
	for _, name := range PageNames() {
		st := DefaultStyle()
		if err := st.Page.Set(name); err != nil {
			t.Fatal(err)
		}
		got := dump(pages(t, booktest.Every(), st))
		if name != "a5" && name != "ereader" {
			continue
		}
		file := filepath.Join("testdata", "every-"+name+".txt")
		if os.Getenv("STORYBIND_UPDATE") != "" {
			if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
			t.Errorf("%s: the pages have changed (-want +got):\n%s", name, diff)
		}
	}
}
