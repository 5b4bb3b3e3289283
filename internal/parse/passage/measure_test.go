package passage

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// What eight bytes at a time tell of a line is what byte by byte does.
func TestClasses(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	signs := []string{"a", "b", " ", " ", " ", "\t", "[", "1", "é", "—", "*"}
	for range 20_000 {
		var b strings.Builder
		for range r.IntN(30) {
			b.WriteString(signs[r.IntN(len(signs))])
		}
		s := b.String()
		want := uint8(0)
		for i := range len(s) {
			want |= ByteClass[s[i]]
		}
		most := 1
		for most < 3 && strings.Contains(s, strings.Repeat(" ", most+1)) {
			most++
		}
		if seen, run := classes(s); seen != want || run != most {
			t.Fatalf("%q: classes %b, %d blanks on end; want %b, %d", s, seen, run, want, most)
		}
	}
}
