package lexicon

import (
	"strings"
	"testing"
)

func TestEnglishWord(t *testing.T) {
	for line := range strings.Lines(englishWords()) {
		w := strings.TrimSuffix(line, "\n")
		bare := strings.TrimSuffix(w, "*")
		if known, common := EnglishWord(bare); !known || common != (bare != w) {
			t.Fatalf("%q: %v, %v", w, known, common)
		}
	}
	for _, w := range []string{"", "aa", "secondrate", "zzz", "derful", "breakfas", "~"} {
		if known, _ := EnglishWord(w); known {
			t.Errorf("%q is known", w)
		}
	}
}
