package source

import (
	"slices"
	"testing"
)

func TestLines(t *testing.T) {
	for _, c := range []struct {
		body string
		want []string
	}{
		{"", []string{""}},
		{"a", []string{"a"}},
		{"a\n", []string{"a"}},
		{"a\nb", []string{"a", "b"}},
		{"\n\na\n\n", []string{"", "", "a", ""}},
	} {
		x := New("x.txt", len(c.body), "utf-8", c.body)
		var got []string
		for n := range x.Lines() {
			got = append(got, x.Line(n))
			if x.LineAt(x.LineStart(n)) != n {
				t.Errorf("%q: line %d starts in line %d", c.body, n, x.LineAt(x.LineStart(n)))
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q: lines %q, want %q", c.body, got, c.want)
		}
	}
}

// A text whose lines decoding joined or parted names the file's lines.
func TestFileLine(t *testing.T) {
	x := New("x.txt", 0, "utf-8", "a\nb\nc\nd\n")
	if got := x.Span(6, 7).Line(); got != 4 {
		t.Errorf("line %d, want 4", got)
	}
	x.Renumber([]int32{0, 3, 3})
	for n, want := range []int{1, 4, 4, 5} {
		if got := x.LineSpan(n, n).Line(); got != want {
			t.Errorf("line %d of the body: line %d of the file, want %d", n, got, want)
		}
	}
}
