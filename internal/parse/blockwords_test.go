package parse

import "testing"

func TestPageNumber(t *testing.T) {
	for s, want := range map[string]int{"12": 12, "- 12 -": 12, "[12]": 12, "Page 12": 12, "[Pg 12]": 12, "XII": 0, "12th": 0, "": 0, "1999 was": 0, "p. 7": 7} {
		if got := pageNumber(s); got != want {
			t.Errorf("%q: %d, want %d", s, got, want)
		}
	}
}

// TestHard holds that the shapes which invite quadratic work stay fast: each text
// of half a megabyte is read in a moment, where a second pass a line would take minutes.
func TestHard(t *testing.T) {
	if testing.Short() {
		t.Skip("reads large texts")
	}
	for _, unit := range []string{"_a *b /c ~d ", "_*/~", "[", "a_ b* c/ ", "Dear Tom,\n\n", "A: b\n\n", "[1] a\n\n", "[Illustration: x\n", "<i>", "[i][b]", "a-\nb\n", "1\n\n"} {
		text := repeatTo(unit, 1<<19)
		r := readBody(text)
		if why := lost(r); why != "" {
			t.Errorf("%q: %s", unit, why)
		}
	}
}
