package typeset

import (
	"context"
	"strings"
	"testing"

	"storybind/internal/book"
)

// Folded sheets, laid inside each other and signature behind signature, have the pages in
// their order: fronts and backs meet.
func TestImpose(t *testing.T) {
	for _, n := range []int{1, 2, 4, 7, 12, 46, 48, 49, 120, 333} {
		sides := impose(n, false)
		size := signature
		if n <= oneBooklet {
			size = (n + 3) / 4 * 4
		}
		var read []int
		for from := 0; from < len(sides); from += size / 2 {
			sheets := sides[from : from+size/2] // front, back, front, back: the outermost first
			// Leaves from the outermost sheet's right half inwards, then outwards again.
			for k := 0; k < len(sheets); k += 2 {
				read = append(read, sheets[k][1], sheets[k+1][0])
			}
			for k := len(sheets) - 2; k >= 0; k -= 2 {
				read = append(read, sheets[k+1][1], sheets[k][0])
			}
		}
		for i, page := range read {
			if want := i; page != want && !(page == -1 && i >= n) {
				t.Fatalf("%d pages: the %dth to be read is %d: %v", n, i+1, page+1, read)
			}
		}
		if len(read) < n {
			t.Errorf("%d pages: only %d are read", n, len(read))
		}
	}
}

// For a printer the inner margin grows with the pages, of which there is an even number; all is
// black, and nothing leads anywhere.
func TestPrint(t *testing.T) {
	last := Length(0)
	for _, paragraphs := range []int{20, 1300, 3000} {
		var blocks []book.Block
		for range paragraphs {
			blocks = append(blocks, words(strings.Repeat("The lamp was lit, and the sea was loud. ", 12)))
		}
		st := DefaultStyle()
		st.Page.Set("5x8")
		st.Print.Set("kdp")
		d, ds, err := Book(context.Background(), oneChapter(blocks...), st)
		if err != nil {
			t.Fatal(err)
		}
		n := len(d.Pages)
		if n%2 != 0 || !d.Trimmed || d.geo.width != 5*inch || d.geo.height != 8*inch {
			t.Errorf("%d pages of %d by %d", n, d.geo.width, d.geo.height)
		}
		least := map[bool]Length{true: inch * 3 / 8, false: inch / 2}[n <= 150]
		if d.geo.inner < least || d.geo.inner <= last || d.geo.outer < inch/4 {
			t.Errorf("%d pages: inner margin %d, outer %d, before %d", n, d.geo.inner, d.geo.outer, last)
		}
		last = d.geo.inner
		if x := code(ds, "typeset/print-pages"); (x != nil) != (n < 24 || n > 828) {
			t.Errorf("%d pages: %v", n, ds)
		}
		if code(ds, "typeset/print") == nil {
			t.Error("no remark for the printer")
		}
		for _, p := range d.Pages {
			for _, l := range p.Lines {
				for _, r := range l.Runs {
					if r.Grey != 0 {
						t.Fatal("grey type")
					}
				}
			}
		}
	}
}

// A booklet has every word, on sheets twice as wide.
func TestBooklet(t *testing.T) {
	var blocks []book.Block
	for range 60 {
		blocks = append(blocks, words(strings.Repeat("The lamp was lit, and the sea was loud. ", 12)))
	}
	st := DefaultStyle()
	st.Booklet = true
	d, _, err := Book(context.Background(), oneChapter(blocks...), st)
	if err != nil {
		t.Fatal(err)
	}
	if !d.Sheets || len(d.Pages)%2 != 0 || d.Pages[0].Width != 2*d.geo.width {
		t.Errorf("%d sides of %d", len(d.Pages), d.Pages[0].Width)
	}
}

// Each printer's narrowest inner margin holds up to the pages that it names, and not for one more.
func TestGutters(t *testing.T) {
	for name, steps := range map[string][]gutter{
		"kdp":    {{150, 27}, {151, 36}, {300, 36}, {301, 45}, {500, 45}, {501, 54}, {700, 54}, {701, 63}},
		"ingram": {{400, 45}, {401, 54}, {600, 54}, {601, 63}},
		"bod":    {{150, 36}, {151, 45}, {400, 45}, {401, 54}},
	} {
		p := Printer(name)
		for _, s := range steps {
			var g geometry
			p.limits().gutter(&g, geometry{}, s.pages)
			if g.inner != s.width*Point {
				t.Errorf("%s: %d pages have an inner margin of %d, want %d points", name, s.pages, g.inner, s.width)
			}
		}
	}
}
