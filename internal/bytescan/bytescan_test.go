package bytescan

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// What eight bytes at a time tell of a text is what byte by byte does.
func TestScan(t *testing.T) {
	class := [256]uint8{'a': 1, ' ': 2, '[': 4, 0xE2: 8, 0x94: 16}
	r := rand.New(rand.NewPCG(1, 2))
	signs := []string{"a", "b", "w", "w", " ", " ", " ", "\t", "[", "1", "é", "—", "*"}
	for range 20_000 {
		var b strings.Builder
		for range r.IntN(30) {
			b.WriteString(signs[r.IntN(len(signs))])
		}
		s := b.String()
		want := uint8(0)
		for i := range len(s) {
			want |= class[s[i]]
		}
		if seen := Classes(s, &class); seen != want {
			t.Fatalf("%q: classes %b, want %b", s, seen, want)
		}
		for _, c := range []string{" ", "w", "*"} {
			most := 1
			for most < 3 && strings.Contains(s, strings.Repeat(c, most+1)) {
				most++
			}
			if run := Run(s, c[0]); run != most {
				t.Fatalf("%q: %d of %q on end, want %d", s, run, c, most)
			}
		}
	}
}
