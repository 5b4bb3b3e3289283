package batch

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"storybind/internal/convert"
)

// A story's own name stays in a folder of books, but for what some system cannot
// take: too long, a device, the same but for the letters' cases.
func TestNamesOfAFolder(t *testing.T) {
	long := strings.Repeat("k", 250)
	kanji := strings.Repeat("灯", 83) + "xy" // 251 bytes
	put(t, map[string]string{"in/" + long + "a.txt": "x", "in/" + long + "b.txt": "x", "in/" + kanji + ".txt": "x",
		"in/aux/nul.txt": "x", "in/dots....txt": "x", "in/100% #1.txt": "x", "in/Lamp.txt": "x", "in/lamp.asc": "x", "in/lamp (2).txt": "x"})
	p, err := NewPlan(t.Context(), []string{"in"}, PlanOptions{Output: "out", Formats: []string{"kepub", "pdf"}, NoJoin: true})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, j := range p.Jobs {
		got = append(got, strings.TrimSuffix(filepath.ToSlash(j.Outputs[1]), ".pdf"))
		if j.Outputs[0] != strings.TrimSuffix(j.Outputs[1], ".pdf")+".kepub.epub" {
			t.Errorf("one story, two names: %q", j.Outputs)
		}
		if name := filepath.Base(j.Outputs[0]); len(name) > 255 {
			t.Errorf("%s has %d bytes", name, len(name))
		}
	}
	k := strings.Repeat("k", convert.LongestName)
	want := []string{"out/100% #1", "out/Lamp", "out/aux_/nul_", "out/dots...", "out/" + k, "out/" + k + " (2)", "out/lamp (2)", "out/lamp (3)",
		"out/" + strings.Repeat("灯", convert.LongestName/3)}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}
