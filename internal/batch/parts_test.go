package batch

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A folder's parts of one story are one job, in the order of their numbers.
func TestPlanGathersParts(t *testing.T) {
	headed := func(part string) string { return "The Lamp (" + part + ")\nby Annie\n\nIt was late.\n" }
	for _, c := range []struct {
		reason string
		files  map[string]string
		noJoin bool
		want   []string // "inputs -> output"
	}{
		{"by their names", map[string]string{"lamp-part10.txt": "x", "lamp-part2.txt": "x", "other.txt": "x"}, false,
			[]string{"lamp-part2.txt+lamp-part10.txt -> lamp.epub", "other.txt -> other.epub"}},
		{"of so many", map[string]string{"Lamp (1 of 2).txt": "x", "Lamp (2 of 2).txt": "x"}, false,
			[]string{"Lamp (1 of 2).txt+Lamp (2 of 2).txt -> Lamp.epub"}},
		{"chapters", map[string]string{"Lamp - Chapter 2.txt": "x", "Lamp - Chapter 10.txt": "x", "door_ch1.txt": "x", "door_ch2.txt": "x"}, false,
			[]string{"Lamp - Chapter 2.txt+Lamp - Chapter 10.txt -> Lamp.epub", "door_ch1.txt+door_ch2.txt -> door.epub"}},
		{"a capital begins the word", map[string]string{"LampPart1.txt": "x", "LampPart2.txt": "x", "Pt 1.txt": "x", "Pt 2.txt": "x"}, false,
			[]string{"LampPart1.txt+LampPart2.txt -> Lamp.epub", "Pt 1.txt+Pt 2.txt -> Pt.epub"}},
		{"the end of a word is no part", map[string]string{"Prompt 1.txt": "x", "Prompt 2.txt": "x", "rampart1.txt": "x", "rampart2.txt": "x", "March 1.txt": "x", "March 2.txt": "x"}, false,
			[]string{"March 1.txt -> March 1.epub", "March 2.txt -> March 2.epub", "Prompt 1.txt -> Prompt 1.epub", "Prompt 2.txt -> Prompt 2.epub",
				"rampart1.txt -> rampart1.epub", "rampart2.txt -> rampart2.epub"}},
		{"parts and chapters are told apart", map[string]string{"Lamp part 1.txt": "x", "Lamp part 2.txt": "x", "Lamp chapter 3.txt": "x"}, false,
			[]string{"Lamp chapter 3.txt -> Lamp chapter 3.epub", "Lamp part 1.txt+Lamp part 2.txt -> Lamp.epub"}},
		{"by their titles", map[string]string{"a1.txt": headed("2/3"), "a2.txt": headed("1/3"), "b.txt": headed("3/3")}, false,
			[]string{"a2.txt+a1.txt+b.txt -> a.epub"}},
		{"by their titles, that do not say how many", map[string]string{"a.txt": "The Road, Part 2\nby Annie\n\nIt was late.\n", "b.txt": "The Road, Part 1\nby Annie\n\nIt was early.\n", "c.txt": "The Road\nby Annie\n\nAll of it.\n"}, false,
			[]string{"b.txt+a.txt -> b.epub", "c.txt -> c.epub"}},
		{"of a story not finished", map[string]string{"a.txt": headed("1/?"), "b.txt": headed("2/?")}, false,
			[]string{"a.txt+b.txt -> a.epub"}},
		{"a number alone may be a sequel", map[string]string{"lamp1.txt": "x", "lamp2.txt": "x"}, false,
			[]string{"lamp1.txt -> lamp1.epub", "lamp2.txt -> lamp2.epub"}},
		{"two versions of one part", map[string]string{"a.txt": headed("1/2"), "b.txt": headed("1/2"), "c.txt": headed("2/2")}, false,
			[]string{"a.txt -> a.epub", "b.txt -> b.epub", "c.txt -> c.epub"}},
		{"told not to", map[string]string{"lamp-part1.txt": "x", "lamp-part2.txt": "x"}, true,
			[]string{"lamp-part1.txt -> lamp-part1.epub", "lamp-part2.txt -> lamp-part2.epub"}},
	} {
		t.Run(c.reason, func(t *testing.T) {
			put(t, c.files)
			p, err := NewPlan(t.Context(), []string{"."}, PlanOptions{NoJoin: c.noJoin})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, j := range p.Jobs {
				got = append(got, fmt.Sprintf("%s -> %s", strings.Join(j.Inputs, "+"), filepath.ToSlash(j.Outputs[0])))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestNatural(t *testing.T) {
	names := []string{"b", "a10", "a2", "A1", "a02b", "a2b", ""}
	slices.SortFunc(names, natural)
	if want := []string{"", "A1", "a2", "a02b", "a2b", "a10", "b"}; !slices.Equal(names, want) {
		t.Errorf("got %q, want %q", names, want)
	}
}
