package parse

import (
	"testing"

	"storybind/internal/book"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/evidence"
	"storybind/internal/parse/outline"
	"storybind/internal/parse/passage"
	"storybind/internal/source"
)

// TestPassagesPartition holds that every line that is not blank lies in exactly one
// passage, and that a row of measures has a name for each.
func TestPassagesPartition(t *testing.T) {
	for _, s := range seeds {
		src := source.New("story.txt", len(s), "utf-8", s)
		r := &desk.Reading{Src: src, Lines: passage.Scan(src), Book: &book.Book{}}
		o := evidence.Look(r.Lines, 0, len(r.Lines), outline.SightSetting(r, nil))
		next := 0
		for i := range o.Passages {
			p := &o.Passages[i]
			for ; next < int(p.From); next++ {
				if !r.Lines[next].Blank() {
					t.Fatalf("line %d of %q lies in no passage", next, s)
				}
			}
			if int(p.From) < next || p.To <= p.From {
				t.Fatalf("passage %d of %q begins in line %d, behind line %d", i, s, p.From, next)
			}
			next = int(p.To)
		}
		for ; next < len(r.Lines); next++ {
			if !r.Lines[next].Blank() {
				t.Fatalf("line %d of %q lies in no passage", next, s)
			}
		}
		for i := range o.Units {
			if n := len(o.Measures(i, nil)); n != len(evidence.HeadingMeasures) {
				t.Fatalf("%d measures for %d names", n, len(evidence.HeadingMeasures))
			}
		}
	}
}
