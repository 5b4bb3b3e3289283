package typeset

import (
	"context"
	"slices"
	"strings"
	"testing"

	"storybind/internal/book"
)

// onPage is what a reader sees from left to right: each glyph's text, by its place.
func onPage(l *Line) string {
	runs := slices.Clone(l.Runs)
	slices.SortFunc(runs, func(a, b Run) int { return int(a.X - b.X) })
	var out strings.Builder
	for i := range runs {
		for _, g := range runs[i].Glyphs {
			out.WriteString(g.Text)
		}
	}
	return out.String()
}

// Words, numbers and brackets stand where Unicode Annex 9 puts them. Capitals of a
// case's text stand for Hebrew letters.
func TestDirections(t *testing.T) {
	for _, c := range []struct{ text, seen string }{
		{"he said ABC DEF, twice", "he said FED CBA, twice"},
		{"the year ABC 1924 DEF it", "the year FED 1924 CBA it"},
		{"a phrase ABC DEF (1924) once", "a phrase (1924) FED CBA once"},
		{"a phrase (ABC DEF) once", "a phrase )FED CBA( once"}, // the brackets run with the paragraph
		{"ABC abc DEF.", ".FED abc CBA"},
		{"ABC (abc, 12) DEF", "FED )abc, 12( CBA"},
		{"ABC 37.5 DEF", "FED 37.5 CBA"},
		{"ABC \"abc.\"", "\".abc\" CBA"},
		{"ABC 10% 5-7 D", "D 5-7 10% CBA"},
		{"plain words only (1924).", "plain words only (1924)."},
	} {
		hebrew := func(s string) string {
			return strings.Map(func(r rune) rune {
				if r >= 'A' && r <= 'Z' {
					return 'א' + r - 'A'
				}
				return r
			}, s)
		}
		d, _, err := Book(context.Background(), oneChapter(words("x"), &book.SceneBreak{}, words(hebrew(c.text))), DefaultStyle())
		if err != nil {
			t.Fatal(err)
		}
		var got string
		for _, l := range d.Pages[0].Lines {
			if l.Kind == BodyLine {
				got = onPage(l)
			}
		}
		// A bracket's text is the character of the story; what is seen is its mirror
		// image where it runs from right to left.
		want := hebrew(c.seen)
		if plain(got) != plain(want) {
			t.Errorf("%q is seen as %q, want %q", c.text, got, want)
		}
	}
}

// plain leaves out which way a bracket opens.
func plain(s string) string { return strings.NewReplacer("(", "|", ")", "|").Replace(s) }

// The lines of a paragraph from right to left end at the left edge, begin at the right one,
// and keep every word in the order of reading.
func TestRightToLeftParagraph(t *testing.T) {
	text := strings.Repeat(scripts["he"]+" ", 8)
	for _, language := range []string{"he", "en"} {
		p := &book.Paragraph{Inlines: []book.Inline{book.Text{Value: text}}}
		b := oneChapter(p, p)
		b.Meta.Language = language
		if language == "he" {
			b.Meta.Progression = book.RightToLeft
		}
		st := DefaultStyle()
		st.NoHyphens = true
		d, _, err := Book(context.Background(), b, st)
		if err != nil {
			t.Fatal(err)
		}
		checkWords(t, b, d)
		if q := Report(d); q.Overfull > 0 || q.Full < 10 {
			t.Errorf("%s: %+v", language, q)
		}
		indented := 0
		for i, pg := range d.Pages {
			left := d.geo.left(i)
			right := left + d.geo.measure()
			for _, l := range pg.Lines {
				if l.Kind != BodyLine {
					continue
				}
				l0, r0 := l.extent()
				if near := r0 - right; l.at > 0 && (near < -10 || near > d.geo.size/5) {
					t.Errorf("%s, page %d: a line begins %s mm from the right edge", language, i, Millimetres(near))
				}
				if l.at == 0 && r0 < right-d.geo.size/2 {
					indented++
				}
				if near := left - l0; l.at < l.of-1 && (near < -300 || near > d.geo.size/5) {
					t.Errorf("%s, page %d: a line ends %s mm from the left edge", language, i, Millimetres(near))
				}
			}
		}
		if indented != 1 {
			t.Errorf("%s: %d first lines are indented, want the second paragraph's", language, indented)
		}
		if language == "he" && (d.geo.left(0) != d.geo.outer || d.geo.left(1) != d.geo.inner) {
			t.Error("the first page of a book from right to left is a left-hand page")
		}
	}
}
