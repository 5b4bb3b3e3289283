package batch

import (
	"errors"
	"testing"

	"storybind/internal/convert"
)

func TestTemplate(t *testing.T) {
	full := convert.InspectedMetadata{Title: "The Lamp/Door", Authors: []string{"Annie Lee", "Bea"}, Language: "en",
		Series: convert.InspectedSeries{Name: "Lights", Index: "2"}, Fields: []convert.InspectedField{{Name: "rating", Value: "PG"}}}
	bare := convert.InspectedMetadata{Title: "Lamp"}
	untitled := convert.InspectedMetadata{Authors: []string{"Annie Lee"}}
	file := found{path: "in/deep_sea/l1.txt", below: "deep_sea/l1.txt"}
	for _, c := range []struct {
		template string
		metadata convert.InspectedMetadata
		want     string
	}{
		{"{author} - {title}", full, "Annie Lee - The Lamp-Door"},
		{"{author} - {title}", bare, "Lamp"},
		{"{title} - {author}", bare, "Lamp"},
		{"{authors}/{series}/{index} {title}", full, "Annie Lee, Bea/Lights/2 The Lamp-Door"},
		{"{authors}/{series}/{index} {title}", bare, "Lamp"},
		{"{title} ({rating}) [{language}]", full, "The Lamp-Door (PG) [en]"},
		{"{title} ({rating}) [{language}]", bare, "Lamp"},
		{"{title} (#{index})", bare, "Lamp"},
		{"{folder}/{file}", bare, "deep sea/l1"},
		{"{series}", bare, "l1"},
		{"{author}/{title}", untitled, "Annie Lee/l1"},
		{"{author}/{series}/{title}", untitled, "Annie Lee/l1"},
		{"con/{title}", bare, "con_/Lamp"},
		{"my books/{title}", bare, "my books/Lamp"},
	} {
		tm, err := parseTemplate(c.template)
		if err != nil {
			t.Fatal(err)
		}
		if got := tm.fill(c.metadata, file); got != c.want {
			t.Errorf("%s: got %q, want %q", c.template, got, c.want)
		}
	}
	for _, wrong := range []string{"{titel}", "{title", "title}", "{}", "/{title}", "../{title}", "a/../{title}"} {
		if _, err := parseTemplate(wrong); !errors.As(err, new(UsageError)) {
			t.Errorf("%q: got %v, want a usage error", wrong, err)
		}
	}
}

// A folder is an author's when its stories allow it.
func TestAuthorsByFolder(t *testing.T) {
	put(t, map[string]string{
		"in/Carla Lee/a.txt": "Title: A\n\nIt was a.", "in/Carla Lee/b.txt": "Title: B\nAuthor: carla lee\n\nIt was b.",
		"in/Fandom/c.txt": "Title: C\n\nIt was c.", "in/Fandom/d.txt": "Title: D\nAuthor: Bea\n\nIt was d.",
		"in/downloads/e.txt": "Title: E\n\nIt was e.", "in/2004/f.txt": "Title: F\n\nIt was f.", "in/g.txt": "Title: G\n\nIt was g.",
	})
	p, err := NewPlan(t.Context(), []string{"in"}, PlanOptions{Output: "out", Name: "{author}/{title}"})
	if err != nil {
		t.Fatal(err)
	}
	authors := map[string]string{}
	for _, j := range p.Jobs {
		if j.Author != "" {
			authors[j.below] = j.Author
		}
	}
	if len(authors) != 1 || authors["Carla Lee/a.txt"] != "Carla Lee" {
		t.Errorf("got %v", authors)
	}
}
