package typogrify

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// What eight bytes at a time show of a text is what byte by byte does.
func TestGlance(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	signs := []string{"a", "b", "w", "w", " ", " ", ".", "-", "@", "é", "’", "\""}
	for range 20_000 {
		var b strings.Builder
		for range r.IntN(30) {
			b.WriteString(signs[r.IntN(len(signs))])
		}
		s := b.String()
		want := sight{blanks: strings.Contains(s, "  "), dots: strings.Contains(s, "..") || strings.Contains(s, ". ."), www: strings.Contains(s, "ww")}
		for i := range len(s) {
			want.seen |= sights[s[i]]
		}
		if got := glance(s); got != want {
			t.Fatalf("%q: %+v, want %+v", s, got, want)
		}
	}
}
