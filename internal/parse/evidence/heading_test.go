package evidence

import (
	"fmt"
	"strings"
	"testing"

	"storybind/internal/parse/passage"
	"storybind/internal/source"
)

// look is a look at a text that is wrapped at 60 columns.
func look(text string) *Sight {
	lines := passage.Scan(source.New("story.txt", len(text), "utf-8", text))
	return Look(lines, 0, len(lines), SightSetting{Habits: passage.Habits{Wrap: 60, Gap: 1}})
}

// unitOf is the unit that begins with some words.
func unitOf(t *testing.T, o *Sight, words string) int {
	for i := range o.Units {
		if strings.HasPrefix(o.lines[o.Units[i].Line].Text, words) {
			return i
		}
	}
	t.Fatalf("no unit begins with %q", words)
	return 0
}

const prose = "The ferry came in late, and nobody on the quay said anything\nabout it. She folded the map in four and put it by the bread.\n\n"

// TestBeginsAnew: what goes on with no heading, whatever the trees say.
func TestBeginsAnew(t *testing.T) {
	o := look("CHAPTER I.\n\n\n\"Since I can do no good because a woman,\nReach constantly at something near it.\"\n\n" + prose +
		"CHAPTER II.\n\n\n\"THE NEAR THING\nAND THE FAR\"\n\n" + prose + "ACT ONE\n\nINT. MILL - NIGHT\n\n" + prose + "CHAPTER III.\n\nThe Bread\n\n" + prose)
	for words, want := range map[string]bool{"\"Since": true, "\"THE NEAR": false, "INT.": true, "The Bread": false, "CHAPTER II": true} {
		if got := o.beginsAnew(unitOf(t, o, words)); got != want {
			t.Errorf("%q: %v", words, got)
		}
	}
}

// TestNamesBehind: names that stand only behind the last number, above little text, are a
// list; those above as much text as chapters have are not, nor those that stood before.
func TestNamesBehind(t *testing.T) {
	chapters := func(form string) (s string) {
		for i := 1; i < 7; i++ {
			s += fmt.Sprintf("\n\n"+form+"\n\n", i) + strings.Repeat(prose, 12)
		}
		return s
	}
	list := func(form string, long int) (s string) {
		for _, x := range []string{"The Goat", "The Chair", "The Town", "The Rope", "The Salt", "The Horse", "The Gate"} {
			s += "\n\n" + fmt.Sprintf(form, x) + "\n\n" + strings.Repeat(prose, long)
		}
		return s
	}
	for name, c := range map[string]struct {
		text string
		want bool
	}{
		"titles between signs": {chapters("CHAPTER %d") + list("=%s=", 1), true},
		"titles in capitals":   {chapters("%d.") + list("THE LIST OF %s", 1), true},
		"below the end":        {chapters("Part %d") + "\n\nTHE END\n\n" + list("%s", 2), true},
		"as long as chapters":  {chapters("CHAPTER %d") + list("=%s=", 10), false},
		"before as well":       {list("=%s=", 1) + chapters("CHAPTER %d") + list("=%s=", 1), false},
	} {
		o := look(c.text)
		out := make([]Role, len(o.Units))
		for i := range o.Units {
			if u := &o.Units[i]; o.proseBelow(i) && int(o.Passages[u.At].Before) > 1 || u.At == 0 {
				out[i] = HeadsSection
			}
		}
		none := map[*alike]bool{}
		o.namesBehind(out, none)
		if (len(none) > 0) != c.want {
			t.Errorf("%s: %d forms", name, len(none))
		}
	}
}
