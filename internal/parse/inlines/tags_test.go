package inlines

import "testing"

func TestTagAt(t *testing.T) {
	for s, want := range map[string]int{
		"<i>x": 3, "</i>": 4, "<I>x": 3, "<br />": 6, "<br>": 4, "<p align=center>": 16, "<font color=\"red\">x": 18, "<a href=\"x\">y": 12, "</a>": 4, "[i]x": 3, "[/b]": 4, "[color=red]x": 11, "[quote]": 0, "<em>": 4,
		"<I don't -- look>": 0, "<a>": 0, "[I]": 0, "<b we go>": 0, "<i": 0, "<p you see>": 0, "<g>": 0, "<>": 0, "[p]": 0, "[a]": 0, "<Are you there?>": 0, "<u and I>": 0, "[1]": 0, "<big = small>": 13,
	} {
		if got := TagAt(s, 0).To; got != want {
			t.Errorf("%q: the tag ends at %d, want %d", s, got, want)
		}
	}
}
