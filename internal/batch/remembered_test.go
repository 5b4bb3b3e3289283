package batch

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"storybind/internal/convert"
)

// What the books remember of their stories is what reading the stories says; a story,
// a sidecar or a setting that has changed is read again, and so is what no seal holds.
func TestRemembered(t *testing.T) {
	long := strings.Repeat("A very long lamp ", 200)
	files := map[string]string{
		"in/a.txt":      "Title: The Lamp\nAuthor: Annie\nAuthor: Bea\n\nIt was late.",
		"in/b.txt":      "It was nobody's, and it had no name.",
		"in/c.txt":      "Title: " + long + "\nAuthor: Annie\n\nIt was late.",
		"in/d.txt":      "by Carla\n\nIt was \"late\" -- and dark.",
		"in/d.toml":     "title = \"Dark: \\\"and\\\" -- late\"\n",
		"in/Dora/e.txt": "The folder says who wrote it.",
	}
	put(t, files)
	const name = "{author}/{title}"
	o := PlanOptions{Output: "out", Name: name}
	plan := func(o PlanOptions) []string {
		t.Helper()
		p, err := NewPlan(t.Context(), []string{"in"}, o)
		if err != nil {
			t.Fatal(err)
		}
		if sum, err := p.Run(context.Background(), RunOptions{Reading: o.Reading}); err != nil || sum.Failed > 0 {
			t.Fatalf("got %+v, %v", sum, err)
		}
		var out []string
		for _, j := range p.Jobs {
			out = append(out, j.Outputs...)
		}
		return out
	}
	first := plan(o)
	if again := plan(o); !slices.Equal(first, again) {
		t.Errorf("the names are %q, and then %q", first, again)
	}

	known := func(path, name string, o PlanOptions) (convert.InspectedMetadata, bool) {
		t.Helper()
		template, err := parseTemplate(name)
		if err != nil {
			t.Fatal(err)
		}
		req, err := Request(t.Context(), []string{path}, o.Reading)
		if err != nil {
			t.Fatal(err)
		}
		m, ok := remember(nil, template, o, []string{"epub"}).metadata(&req)
		if ok {
			res, err := convert.Inspect(t.Context(), req)
			if want := res.Metadata(); err != nil || m.Title != want.Title || !slices.Equal(m.Authors, want.Authors) {
				t.Errorf("%s: remembered is %q by %q, the story says %q by %q", path, m.Title, m.Authors, want.Title, want.Authors)
			}
		}
		return m, ok
	}
	for path, want := range map[string]bool{
		"in/a.txt": true, "in/b.txt": true, "in/d.txt": true,
		"in/c.txt":      false, // its seal has no room for the title
		"in/Dora/e.txt": false, // the author is a setting of the plan
	} {
		if _, got := known(path, name, o); got != want {
			t.Errorf("%s: remembered is %t", path, got)
		}
	}
	if _, ok := known("in/a.txt", "{author}/{rating}{title}", o); ok {
		t.Error("a seal holds no rating")
	}
	if _, ok := known("in/a.txt", "{title}", o); ok {
		t.Error("folders are looked into that the template does not make")
	}
	set := o
	set.Settings = []convert.Setting{{Name: "title", Value: "Other"}}
	if _, ok := known("in/a.txt", name, set); ok {
		t.Error("a setting does not count")
	}
	for path, text := range map[string]string{"in/a.txt": "Title: The Door\nAuthor: Annie\n\nIt was late.", "in/d.toml": "title = \"Light\"\n"} {
		if err := os.WriteFile(filepath.FromSlash(path), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, path := range []string{"in/a.txt", "in/d.txt"} {
		if _, ok := known(path, name, o); ok {
			t.Errorf("%s has changed, and its old book is believed", path)
		}
	}
	if now := plan(o); !slices.Contains(now, filepath.Join("out", "Annie", "The Door.epub")) || !slices.Contains(now, filepath.Join("out", "Carla", "Light.epub")) {
		t.Errorf("got %q", now)
	}
}
