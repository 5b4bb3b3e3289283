package weigh

import (
	"os"
	"testing"
)

func readTrees(b *testing.B, name string) []byte {
	data, err := os.ReadFile("../../../assets/reading/" + name + ".trees")
	if err != nil {
		b.Fatal(err)
	}
	return data
}

// BenchmarkWeigh weighs a line of an opening.
func BenchmarkWeigh(b *testing.B) {
	f, err := Load(readTrees(b, "opening"))
	if err != nil {
		b.Fatal(err)
	}
	measures, out := make([]int32, len(f.Names)), make([]int32, len(f.Classes))
	for i := range measures {
		measures[i] = int32(i * 7 % 11)
	}
	for b.Loop() {
		f.Weigh(measures, out)
	}
}

// BenchmarkLoad loads all trees, for which the first story of a process waits.
func BenchmarkLoad(b *testing.B) {
	var all [][]byte
	for _, name := range []string{"headings", "kinds", "levels", "opening", "sections"} {
		all = append(all, readTrees(b, name))
	}
	for b.Loop() {
		for _, data := range all {
			if _, err := Load(data); err != nil {
				b.Fatal(err)
			}
		}
	}
}
