package parse

import (
	"slices"
	"testing"

	"storybind/internal/book"
	"storybind/internal/parse/passage"
	"storybind/internal/source"
)

// TestForestNames holds the trees and the measures together: trees that were learned
// from other measures, or in another order, would weigh nonsense.
func TestForestNames(t *testing.T) {
	var first, second []string
	for _, m := range headingMeasures {
		first = append(first, m[0])
	}
	second = slices.Clone(first)
	for _, m := range sectionMeasures {
		second = append(second, m[0])
	}
	for name, c := range map[string]struct{ learned, measured []string }{
		"headings": {headingForest().Names, first}, "sections": {sectionForest().Names, second}, "levels": {levelForest().Names, levelMeasures[:]},
	} {
		if !slices.Equal(c.learned, c.measured) {
			t.Errorf("%s.trees were learned from other measures: train anew (assets/reading/README.md)", name)
		}
	}
}

// TestPassagesPartition holds that every line that is not blank lies in exactly one
// passage, and that a row of measures has a name for each.
func TestPassagesPartition(t *testing.T) {
	for _, s := range seeds {
		src := source.New("story.txt", len(s), "utf-8", s)
		r := &reading{src: src, lines: passage.Scan(src), book: &book.Book{}}
		o := look(r.lines, 0, len(r.lines), r.sightSetting(nil))
		next := 0
		for i := range o.passages {
			p := &o.passages[i]
			for ; next < int(p.From); next++ {
				if !r.lines[next].Blank() {
					t.Fatalf("line %d of %q lies in no passage", next, s)
				}
			}
			if int(p.From) < next || p.To <= p.From {
				t.Fatalf("passage %d of %q begins in line %d, behind line %d", i, s, p.From, next)
			}
			next = int(p.To)
		}
		for ; next < len(r.lines); next++ {
			if !r.lines[next].Blank() {
				t.Fatalf("line %d of %q lies in no passage", next, s)
			}
		}
		for i := range o.units {
			if n := len(o.measures(i, nil)); n != len(headingMeasures) {
				t.Fatalf("%d measures for %d names", n, len(headingMeasures))
			}
		}
	}
}
