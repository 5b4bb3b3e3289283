package convert

import (
	"context"
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/pflag"
)

// The list of settings shows one sidecar with every key that there is. Copied whole it
// takes nothing from a story but its title and authors; with its lines made to count, all
// but those that exclude one another, it works.
func TestListedSidecar(t *testing.T) {
	list, err := os.ReadFile("../../assets/readme/settings.md")
	if err != nil {
		t.Fatal(err)
	}
	var example, whole strings.Builder
	excludes := map[string]bool{"cover": true, "recto": true, "print": true, "paper": true, "booklet": true}
	inside := false
	keys := map[string]bool{}
	key := regexp.MustCompile(`^(?:# )?([a-z-]+) = `)
	for line := range strings.Lines(string(list)) {
		code, ok := strings.CutPrefix(line, "    ")
		switch {
		case ok && strings.HasPrefix(code, "title = "):
			inside = true
		case !ok && strings.TrimSpace(line) != "":
			inside = false
		}
		if inside && ok {
			whole.WriteString(code)
			if m := key.FindStringSubmatch(code); m != nil && !excludes[m[1]] || strings.HasPrefix(code, "# [fields]") {
				code = strings.TrimPrefix(code, "# ")
			}
			example.WriteString(code)
			if m := key.FindStringSubmatch(code); m != nil {
				keys[m[1]] = true
			}
		}
	}
	all := pflag.NewFlagSet("all", pflag.ContinueOnError)
	StoryFlags(all)
	for _, f := range Formats {
		all.AddFlagSet(FormatFlags(f))
	}
	all.VisitAll(func(f *pflag.Flag) {
		if f.Name != "set" && !keys[f.Name] {
			t.Errorf("the list's sidecar does not show %q", f.Name)
		}
	})
	r := Request{Formats: Formats, Files: []File{{Name: "story.txt", Data: []byte(strings.Repeat("The rain came down.\n\n", 99)),
		Sidecar: Sidecar{Name: "story.toml", Data: []byte(example.String())}}}}
	res, err := Story(context.Background(), r)
	if err != nil {
		t.Fatalf("%v, in\n%s", err, example.String())
	}
	if m := res.Inspection(false).Metadata; m.Title != "The Two Lights" || len(m.Authors) != 2 || m.Series.Index != "2" {
		t.Errorf("the list's sidecar gives %+v", m)
	}
	r.Files[0].Data = []byte("The Lamp\nby Annie\n\nDisclaimer: none\nRated: G\n\n" + strings.Repeat("Chapter One\n\nlater\n\nThe rain came down.\n\n", 99))
	r.Files[0].Sidecar.Data = nil
	want, err := Story(context.Background(), r)
	if err != nil {
		t.Fatal(err)
	}
	r.Files[0].Sidecar.Data = []byte(whole.String())
	got, err := Story(context.Background(), r)
	if err != nil {
		t.Fatalf("copied whole: %v", err)
	}
	text := func(res Result) string {
		in := res.Inspection(true)
		out, _ := json.MarshalIndent([]any{in.Sections, slices.DeleteFunc(in.Metadata.Fields, func(f InspectedField) bool { return f.Name == "title" || f.Name == "author" })}, "", " ")
		return string(out)
	}
	if m := got.Inspection(false).Metadata; m.Title != "The Two Lights" || len(m.Authors) != 2 {
		t.Errorf("copied whole the list's sidecar gives %+v", m)
	}
	if diff := cmp.Diff(text(want), text(got)); diff != "" {
		t.Errorf("copied whole the list's sidecar changes more than title and authors: %s", diff)
	}
}

// A date without quotes is the text that a person means.
func TestSidecarDate(t *testing.T) {
	got, err := Sidecar{Name: "story.toml", Data: []byte("[fields]\ndate = 2001-02-03\n")}.settings()
	if err != nil || len(got) != 1 || got[0] != (Setting{"set", "date=2001-02-03"}) {
		t.Errorf("got %v, %v", got, err)
	}
}

// However a sidecar is built, refusing it or reading it takes no time to speak of: its
// size and nesting are bounded before the parser, whose time grows with the cube of both.
func TestSidecarBounds(t *testing.T) {
	many := func(s string) string { return strings.Repeat(s, MaxSidecar/len(s)) }
	for what, c := range map[string]struct{ text, says string }{
		"too large":                {strings.Repeat("# lamp\n", MaxSidecar/7+1), "has more than 64 KB"},
		"tables in tables":         {many("a={"), ":1: brackets or dotted names are nested"},
		"lists in lists":           {"\ntags = " + strings.Repeat("[", 30_000), ":2: brackets or dotted names are nested"},
		"closed lists in lists":    {"a = " + strings.Repeat("[", 9) + strings.Repeat("]", 9), ":1: brackets or dotted names are nested"},
		"dots":                     {many("a."), ":1: brackets or dotted names are nested"},
		"dots in a table's name":   {"x = 1\n[a.b.c.d.e]\n", ":2: brackets or dotted names are nested"},
		"behind a string":          {"x = '[[[[['\ny = {a={b={c={d={}}}}}\n", ":2: brackets or dotted names are nested"},
		"behind lines of text":     {"x = \"\"\"\n[[[[[[\n\"\"\"\ny = [[[[[[]]]]]]\n", ":4: brackets or dotted names are nested"},
		"a string without end":     {"x = \"[[[[[[\ny = [[[[[[]]]]]]\n", "story.toml:"},
		"many keys":                {many("a1 = 1\n"), "story.toml:"},
		"many tables":              {many("[a]\n"), "story.toml:"},
		"many lists of tables":     {many("[[a]]\n"), "story.toml"},
		"one name, many levels":    {many("a.b.c.d=1\n"), "story.toml:"},
		"a list as long as it may": {"tags = [" + strings.Repeat("1,", MaxSidecar/2-20) + "]", ""},
		"a table of tables":        {"a = {" + strings.Repeat("b={c={}},", 7000) + "d=1}", "story.toml"},
	} {
		done := make(chan error, 1)
		go func() {
			_, err := Sidecar{Name: "story.toml", Data: []byte(c.text)}.settings()
			done <- err
		}()
		select {
		case err := <-done:
			if c.says == "" && err != nil || c.says != "" && (err == nil || !strings.Contains(err.Error(), c.says)) {
				t.Errorf("%s: got %v, want %q", what, err, c.says)
			}
		case <-time.After(20 * time.Second):
			t.Fatalf("%s: it takes more than 20 s", what)
		}
	}
	// What settings need is far from the bounds.
	for _, text := range []string{"", "title = \"a.b.c.d.e.f [[[[[[\"", "title = 'it''s'", "# [[[[[[ a.b.c.d.e.f\ntitle = 'x'", "tags = [\n  'a.b.c.d.e.f', # [[[[[\n  \"b\\\"[[[[[\",\n]\nsize = 11.5\n[fields]\ndate = 2001-02-03"} {
		if err := (&Sidecar{Name: "story.toml", Data: []byte(text)}).bounded(); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	}
}
