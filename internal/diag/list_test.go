package diag

import (
	"fmt"
	"strings"
	"testing"
)

// Of each code and severity the first remarks are told, and the others counted; the
// last of a list is told as any other, and bounding twice changes nothing.
func TestBound(t *testing.T) {
	of := func(code string, s Severity, n int) (out []Diagnostic) {
		for i := range n {
			out = append(out, Diagnostic{Code: code, Severity: s, Message: fmt.Sprint(i)})
		}
		return out
	}
	for _, c := range []struct{ n, kept, more int }{{0, 0, 0}, {1, 1, 0}, {Most, Most, 0}, {Most + 1, Most + 1, 1}, {1234 + Most, Most + 1, 1234}, {20_000 + Most, Most + 1, 20_000}} {
		got := Bound(of("a/b", Warning, c.n))
		if len(got) != c.kept {
			t.Fatalf("%d of %d remarks are told", len(got), c.n)
		}
		if c.more == 0 {
			continue
		}
		last := got[len(got)-1]
		if last.More != c.more || last.Severity != Warning || last.Code != "a/b" {
			t.Errorf("%d remarks: the last is %+v", c.n, last)
		}
		if c.more == 1234 && !strings.Contains(last.Message, "and 1,234 more") {
			t.Error(last.Message)
		}
		if again := Bound(append(got, of("a/b", Warning, 3)...)); len(again) != c.kept || again[len(again)-1].More != c.more+3 {
			t.Errorf("of a bounded list and 3 more remarks %d stay, the last %+v", len(again), again[len(again)-1])
		}
	}
	// A problem is not hidden behind notes of its code, nor one code behind another.
	mixed := append(append(of("a/b", Note, 1000), of("a/b", Problem, 1)...), of("c/d", Note, 2)...)
	got := Bound(mixed)
	if len(got) != Most+4 || Worst(got) != Problem {
		t.Errorf("%d remarks, the worst a %v", len(got), Worst(got))
	}
}
