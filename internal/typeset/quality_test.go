package typeset

import (
	"context"
	"runtime"
	"strings"
	"testing"

	"storybind/internal/book"
)

// The promises of the pages, on a novel of invented prose, for every page.
func TestQuality(t *testing.T) {
	b := novel(5, 70)
	for _, name := range PageNames() {
		st := DefaultStyle()
		st.Page.Set(name)
		q := Report(pages(t, b, st))
		t.Logf("%s: %+v", name, q)
		if q.Lines < 800 {
			t.Fatalf("%s: the report saw only %d lines", name, q.Lines)
		}
		if q.Overfull > 0 || q.Widows > 0 || q.Orphans > 0 || q.Ladders > 0 || q.Runts*300 > q.Lines {
			t.Errorf("%s: %d over-full, %d widows, %d orphans, %d ladders, %d runts", name, q.Overfull, q.Widows, q.Orphans, q.Ladders, q.Runts)
		}
		if name == "large-print" {
			if q.GapMost != 1000 {
				t.Errorf("%s is not ragged: spaces are up to %d thousandths of the natural ones", name, q.GapMost)
			}
			continue
		}
		if q.SpaceMost > trackMost || q.Spaced*2 < q.Full {
			t.Errorf("%s: letters are moved by up to %d thousandths of an em in %d of %d full lines", name, q.SpaceMost, q.Spaced, q.Full)
		}
		if q.WiderMost > widerMost || q.WiderMost < 7 {
			t.Errorf("%s: letters become wider or narrower by %d thousandths", name, q.WiderMost)
		}
		if name == "ereader" || name == "pocket" { // narrow measures must give somewhere
			continue
		}
		if q.Over15*100 > q.Full*3 || q.Over2*100 > q.Full || q.Over3*1000 > q.Full*2 {
			t.Errorf("%s: of %d full lines, %d have spaces over twice and %d over three times the natural ones", name, q.Full, q.Over2, q.Over3)
		}
		if q.Hyphenated*100 > q.Lines*20 {
			t.Errorf("%s: %d of %d lines end in a hyphen", name, q.Hyphenated, q.Lines)
		}
		if q.HyphenAtFoot > 0 {
			t.Errorf("%s: %d pages end in a hyphen", name, q.HyphenAtFoot)
		}
	}
}

// Front matter of many pages, with contents that list it, loses nothing and keeps
// its numbers.
func TestLongFrontMatter(t *testing.T) {
	for _, where := range []string{book.FrontMatter, book.BackMatter} {
		b := novel(2, 60)
		preface := novel(1, 80).Body[0]
		preface.ID, preface.Label = "preface", "Preface"
		if where == book.BackMatter {
			b.Back, b.Front = b.Front[1:], b.Front[:1:1]
		}
		b.Front = append(b.Front, preface)
		d := pages(t, b, DefaultStyle())
		for _, p := range d.Pages {
			for _, l := range p.Links {
				if l.URL != "" {
					continue
				}
				number := ""
				for _, line := range p.Lines {
					if line.Kind == ContentsLine && line.Y > l.Y && line.Y < l.Y+l.Height {
						number = line.Runs[len(line.Runs)-1].Text
					}
				}
				if want := d.Pages[l.Page].Label; number != want {
					t.Errorf("contents in the %s: an entry says page %q and leads to page %q", where, number, want)
				}
			}
		}
	}
}

// The right edge of every full line is where it should be, to a few thousandths
// of an em.
func TestRightEdge(t *testing.T) {
	d := pages(t, novel(2, 60), DefaultStyle())
	seen := 0
	for i, p := range d.Pages {
		right := d.geo.left(i) + d.geo.measure()
		for _, l := range p.Lines {
			if l.Kind != BodyLine || l.at == l.of-1 {
				continue
			}
			r := &l.Runs[len(l.Runs)-1]
			g := r.Glyphs[len(r.Glyphs)-1]
			last := []rune(g.Text)[len([]rune(g.Text))-1]
			if last == 0xAD {
				last = '-'
			}
			want := right + r.Size*Length(hangRight(last))/1000
			if diff := r.right() - want; diff < -40 || diff > 40 {
				t.Errorf("page %d: %q ends at %d, want %d", i, r.Text, r.right(), want)
			}
			for _, r := range l.Runs {
				if r.Wider != l.Runs[0].Wider {
					t.Errorf("page %d: letters of one line are made wider by %d and %d thousandths", i, l.Runs[0].Wider, r.Wider)
				}
			}
			seen++
		}
		for _, l := range p.Lines {
			if (l.Kind != BodyLine || l.at == l.of-1) && len(l.Runs) > 0 && l.Runs[0].Wider > 0 {
				t.Errorf("page %d: %q need not be full, and its letters are made wider", i, l.Runs[0].Text)
			}
		}
	}
	if seen < 100 {
		t.Fatalf("only %d full lines", seen)
	}
}

// The number of processors does not show.
func TestParallelIsTheSame(t *testing.T) {
	b := novel(3, 450)
	many := dump(pages(t, b, DefaultStyle()))
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	one := dump(pages(t, b, DefaultStyle()))
	if one != many {
		t.Error("one processor sets other pages than many")
	}
}

// Lines keep their distance on the grid, and nothing leaves the text block.
func TestGrid(t *testing.T) {
	d := pages(t, novel(2, 80), DefaultStyle())
	for i, p := range d.Pages {
		for _, l := range p.Lines {
			if l.Kind != BodyLine {
				continue
			}
			if (l.Y-d.geo.head-d.geo.base())%d.geo.leading != 0 {
				t.Errorf("page %d: baseline %d is not on the grid", i, l.Y)
			}
			if l.Y > d.geo.head+d.geo.depth()+d.geo.leading {
				t.Errorf("page %d: a line at %d is below the text block", i, l.Y)
			}
		}
	}
}

func TestPagesAreNumbered(t *testing.T) {
	d := pages(t, novel(3, 10), DefaultStyle())
	var labels []string
	for _, p := range d.Pages {
		labels = append(labels, p.Label)
	}
	if got := strings.Join(labels[:4], " "); got != "i ii 1 2" {
		t.Errorf("labels begin %q", got)
	}
	for _, o := range d.Outline {
		first := ""
		for _, l := range d.Pages[o.Page].Lines {
			if l.Kind == LabelLine {
				first = l.Runs[0].Text
			}
		}
		if !strings.HasPrefix(o.Title, first) || first == "" {
			t.Errorf("outline %q leads to a page that opens with %q", o.Title, first)
		}
	}
	if len(d.Outline) != 3 {
		t.Errorf("%d entries in the outline", len(d.Outline))
	}
	links := 0
	for _, l := range d.Pages[1].Links {
		if l.URL == "" && d.Pages[l.Page].Label != "" {
			links++
		}
	}
	if links < 3 {
		t.Errorf("the contents have %d links", links)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, _, err := Book(ctx, novel(1, 10), DefaultStyle()); err == nil {
		t.Error("a cancelled book was set")
	}
}

// Writers only read.
func TestBookIsNotChanged(t *testing.T) {
	a, b := novel(2, 30), novel(2, 30)
	pages(t, a, DefaultStyle())
	var x, y strings.Builder
	for _, w := range []struct {
		b   *book.Book
		out *strings.Builder
	}{{a, &x}, {b, &y}} {
		for _, s := range w.b.Sections() {
			book.SectionPieces(s, func(text string) { w.out.WriteString(text) })
		}
	}
	if x.String() != y.String() {
		t.Error("setting a book changed it")
	}
}

func BenchmarkNovel(b *testing.B) {
	bk := novel(40, 95)
	n := 0
	for _, s := range bk.Sections() {
		book.SectionPieces(s, func(text string) { n += len(text) })
	}
	b.SetBytes(int64(n))
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := Book(context.Background(), bk, DefaultStyle()); err != nil {
			b.Fatal(err)
		}
	}
}
