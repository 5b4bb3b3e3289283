package evidence

import (
	"testing"

	"storybind/internal/parse/passage"
)

type someRows []passage.Line

func (r someRows) Len() int                { return len(r) }
func (r someRows) Row(i int) *passage.Line { return &r[i] }
func (r someRows) Above(i int) int         { return i % 2 }

// Every run of rows has all measures, wherever it stands.
func TestKind(t *testing.T) {
	var rows someRows
	for _, s := range []string{"The lamp went out", "    and nobody lit it,", "\"Who?\" 12 | 3", "—Nadie", "AND SO.", "x"} {
		var l passage.Line
		passage.Measure(&l, s, 0)
		rows = append(rows, l)
	}
	names := map[string]bool{}
	for _, n := range KindNames {
		if names[n[0]] || n[1] == "" {
			t.Errorf("measure %q stands twice, or says nothing", n[0])
		}
		names[n[0]] = true
	}
	for a := range rows {
		for b := a + 1; b <= len(rows); b++ {
			for _, s := range []KindSetting{{}, {Habits: passage.Habits{Wrap: 40, Gap: 1}, Slack: 3}} {
				out := Kind(make([]int32, 0, len(KindNames)), rows, a, b, &s)
				if len(out) != len(KindNames) {
					t.Fatalf("rows %d to %d: %d measures, %d names", a, b, len(out), len(KindNames))
				}
			}
		}
	}
}
