package convert

import (
	"context"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/pflag"
)

// The README shows one sidecar with every key that there is, and it works.
func TestReadmeSidecar(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	var example strings.Builder
	inside := false
	keys := map[string]bool{}
	key := regexp.MustCompile(`^(?:# )?([a-z-]+) = `)
	for line := range strings.Lines(string(readme)) {
		code, ok := strings.CutPrefix(line, "    ")
		switch {
		case ok && strings.HasPrefix(code, "title = "):
			inside = true
		case !ok && strings.TrimSpace(line) != "":
			inside = false
		}
		if inside && ok {
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
			t.Errorf("the README's sidecar does not show %q", f.Name)
		}
	})
	r := Request{Formats: Formats, Files: []File{{Name: "story.txt", Data: []byte(strings.Repeat("The rain came down.\n\n", 99)),
		Sidecar: Sidecar{Name: "story.toml", Data: []byte(example.String())}}}}
	res, err := Story(context.Background(), r)
	if err != nil {
		t.Fatalf("%v, in\n%s", err, example.String())
	}
	if m := res.Inspection(false).Metadata; m.Title != "The Two Lights" || len(m.Authors) != 2 || m.Series.Index != "2" {
		t.Errorf("the README's sidecar gives %+v", m)
	}
}

// A date without quotes is the text that a person means.
func TestSidecarDate(t *testing.T) {
	got, err := Sidecar{Name: "story.toml", Data: []byte("[fields]\ndate = 2001-02-03\n")}.settings()
	if err != nil || len(got) != 1 || got[0] != (Setting{"set", "date=2001-02-03"}) {
		t.Errorf("got %v, %v", got, err)
	}
}
