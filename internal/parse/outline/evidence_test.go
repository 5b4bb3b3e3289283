package outline

import (
	"slices"
	"testing"

	"storybind/internal/parse/evidence"
)

// TestForestNames holds the trees and the measures together: trees that were learned
// from other measures, or in another order, would weigh nonsense.
func TestForestNames(t *testing.T) {
	var first, second []string
	for _, m := range evidence.HeadingMeasures {
		first = append(first, m[0])
	}
	second = slices.Clone(first)
	for _, m := range evidence.SectionMeasures {
		second = append(second, m[0])
	}
	for name, c := range map[string]struct{ learned, measured []string }{
		"headings": {evidence.HeadingForest().Names, first}, "sections": {evidence.SectionForest().Names, second}, "levels": {levelForest().Names, LevelMeasures[:]},
	} {
		if !slices.Equal(c.learned, c.measured) {
			t.Errorf("%s.trees were learned from other measures: train anew (assets/reading/README.md)", name)
		}
	}
}
