package parse

import (
	"slices"
	"testing"

	"storybind/internal/parse/decide"
	"storybind/internal/parse/evidence"
	"storybind/internal/parse/opening"
	"storybind/internal/source"
)

func TestOpeningTrees(t *testing.T) {
	f := opening.OpeningTrees()
	if !slices.Equal(f.Names, evidence.OpeningNames) {
		t.Error("the trees know other measures than evidence has: learn them anew (assets/reading)")
	}
	if !slices.Equal(f.Classes, decide.RoleNames()) {
		t.Error("the trees know other roles than decide has")
	}
	if opening.OpeningSteps()[decide.Roles][decide.Title] == 0 {
		t.Error("no step leads to a title")
	}
	e := openingEvidence(source.New("lamp.txt", 40, "utf-8", "The Lamp\nby Annie\n\nIt was late.\n"))
	if len(e.Rows) != 3 || len(e.Rows[0]) != 2+len(e.Names) {
		t.Errorf("%d rows, %d cells", len(e.Rows), len(e.Rows[0]))
	}
}
