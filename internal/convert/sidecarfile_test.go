package convert

import (
	"bytes"
	"testing"
)

// What a person sets makes the same book when it is written into a sidecar and that
// lies beside the story.
func TestSidecarFile(t *testing.T) {
	story := File{Name: "lamp.txt", Data: []byte("The Lamp\nby Annie\nRated: G\nNotes: one\n\nChapter One\n\nIt was late.\n\nChapter Two\n\nIt was later.\n")}
	for _, c := range []struct {
		reason   string
		settings []Setting
		sidecar  string
		want     string
	}{
		{"nothing", nil, "", ""},
		{"texts that TOML must quote", []Setting{{"title", "The \"Two\" \\ Lights\tof\u007fday"}}, "", "title = \"The \\\"Two\\\" \\\\ Lights\\u0009of\\u007Fday\"\n"},
		{"lists, switches, fields", []Setting{{"page", "a4"}, {"author", "Ann"}, {"author", "Bo"}, {"set", "rating=R"}, {"set", "notes=a\nb"}, {"set", "notes=c"}, {"set", "disclaimer="}, {"no-typogrify", "true"}, {"heading-lines", "8"}},
			"", "author = [\"Ann\", \"Bo\"]\nheading-lines = \"8\"\nno-typogrify = true\npage = \"a4\"\n\n[fields]\n\"rating\" = \"R\"\n\"notes\" = [\"a\\nb\", \"c\"]\n\"disclaimer\" = \"\"\n"},
		{"over another sidecar", []Setting{{"title", "Mine"}}, "title = \"Theirs\"\nlanguage = \"de\"\n[fields]\nrating = \"R\"\n", "title = \"Mine\"\nlanguage = \"de\"\n\n[fields]\n\"rating\" = \"R\"\n"},
	} {
		r := Request{Files: []File{story}, Settings: c.settings, Formats: Formats}
		if c.sidecar != "" {
			r.Files[0].Sidecar = Sidecar{Name: "lamp.toml", Data: []byte(c.sidecar)}
		}
		got, err := r.SidecarFile()
		if err != nil || string(got) != c.want {
			t.Errorf("%s: %v\n%s\nwant\n%s", c.reason, err, got, c.want)
			continue
		}
		if c.want == "" {
			continue
		}
		beside := Request{Files: []File{story}, Formats: Formats}
		beside.Files[0].Sidecar = Sidecar{Name: "lamp.toml", Data: got}
		again, err := beside.SidecarFile()
		if err != nil || !bytes.Equal(again, got) {
			t.Errorf("%s: written again it is\n%s", c.reason, again)
		}
		one, err := Story(t.Context(), r)
		two, err2 := Story(t.Context(), beside)
		if err != nil || err2 != nil {
			t.Fatal(c.reason, err, err2)
		}
		if one.Facts().Title != two.Facts().Title || one.Words != two.Words || len(one.Facts().Authors) != len(two.Facts().Authors) {
			t.Errorf("%s: %v and %v", c.reason, one.Facts(), two.Facts())
		}
	}
}
