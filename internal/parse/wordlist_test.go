package parse

import (
	"strings"
	"testing"
)

func TestEnglishWord(t *testing.T) {
	for line := range strings.Lines(englishWords) {
		w := strings.TrimSuffix(line, "\n")
		bare := strings.TrimSuffix(w, "*")
		if known, common := englishWord(bare); !known || common != (bare != w) {
			t.Fatalf("%q: %v, %v", w, known, common)
		}
	}
	for _, w := range []string{"", "aa", "secondrate", "zzz", "derful", "breakfas", "~"} {
		if known, _ := englishWord(w); known {
			t.Errorf("%q is known", w)
		}
	}
}
