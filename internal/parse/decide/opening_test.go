package decide

import "testing"

func TestOpening(t *testing.T) {
	var steps Steps
	for p := range steps {
		for r := range steps[p] {
			steps[p][r] = -1000
		}
	}
	steps[Roles][Title], steps[Title][Author], steps[Author][Text], steps[Text][Text] = 0, 0, 0, 0
	row := func(a, b Role, lead int32) []int32 {
		out := make([]int32, Roles)
		for i := range out {
			out[i] = -5000
		}
		out[a], out[b] = lead, 0
		return out
	}
	got := Opening([][]int32{row(Title, Text, 500), row(Title, Author, 500), row(Text, Title, 10), row(Text, Title, -10)}, &steps)
	for i, want := range []Role{Title, Author, Text, Text} { // what stands around outweighs the second line's own score
		if got[i] != want {
			t.Errorf("line %d is %v, want %v", i, got[i], want)
		}
	}
	if Opening(nil, &steps) != nil {
		t.Error("nothing has roles")
	}
}
