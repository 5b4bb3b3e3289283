package typeset

import "testing"

func TestDescribe(t *testing.T) {
	for name, want := range map[string]string{"a5": "A5, 148 × 210 mm", "a4": "A4, 210 × 297 mm", "trade": "Trade paperback, 5.5 × 8.5 in", "letter": "Letter, 8.5 × 11 in", "ereader": "E-reader, 90 × 122 mm", "none": ""} {
		if got := new(PageSize).Describe(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	for _, name := range PageNames() {
		if new(PageSize).Describe(name) == "" {
			t.Errorf("%s has no description", name)
		}
	}
}
