package says

import (
	"slices"
	"strings"
	"testing"
)

// TestGivenNames holds that names are found in the list wherever they stand, which needs
// its lines to be in order.
func TestGivenNames(t *testing.T) {
	lines := strings.Split(strings.TrimSuffix(givenText, "\n"), "\n")
	bare := func(s string) string { return strings.TrimSuffix(s, "*") }
	if !slices.IsSortedFunc(lines, func(a, b string) int { return strings.Compare(bare(a), bare(b)) }) {
		t.Fatal("the names are not in the order of their bytes")
	}
	for _, line := range lines {
		if given, family := GivenName(bare(line)); !given || family != strings.HasSuffix(line, "*") {
			t.Errorf("%q: given %v, family %v", line, given, family)
		}
	}
	for _, none := range []string{"", "aaaaaaa", "lampwick", "żzzz"} {
		if given, _ := GivenName(none); given {
			t.Errorf("%q is a given name", none)
		}
	}
}
