package build

import (
	"testing"

	"storybind/internal/parse/evidence"
)

// The trees were learned from the measures that are taken, in their order.
func TestKindForest(t *testing.T) {
	f := kindForest()
	if len(f.Names) != len(evidence.KindNames) {
		t.Fatalf("the trees know %d measures, %d are taken: learn kinds.trees anew", len(f.Names), len(evidence.KindNames))
	}
	for i, n := range evidence.KindNames {
		if f.Names[i] != n[0] {
			t.Errorf("measure %d is %q, the trees know %q: learn kinds.trees anew", i, n[0], f.Names[i])
		}
	}
	if len(f.Classes) != weighedKinds || f.Classes[weighsProse] != "prose" || f.Classes[weighsVerse] != "verse" || f.Classes[weighsQuote] != "quote" {
		t.Errorf("the trees tell %v apart", f.Classes)
	}
}
