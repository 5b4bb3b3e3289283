// Package golden holds the tests that read testdata/cases: one rule, one case.
package golden

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/pflag"
	"golang.org/x/tools/txtar"

	"storybind/internal/decode"
	"storybind/internal/diag"
	"storybind/internal/parse"
	"storybind/internal/typogrify"
)

const cases = "../../testdata/cases/*.txtar"

// TestCases reads each case's story (the file that is not called want.…), with
// the settings that a file called settings gives, one name=value a line, and
// compares what was understood with the case's want.book and what was said with
// its want.diagnostics. STORYBIND_UPDATE=1 writes both anew.
func TestCases(t *testing.T) {
	files, err := filepath.Glob(cases)
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases found at %s: %v", cases, err)
	}
	update := os.Getenv("STORYBIND_UPDATE") != ""
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			a := txtar.Parse(data)
			if len(bytes.TrimSpace(a.Comment)) == 0 {
				t.Error("the case does not begin with its rule in English")
			}
			var name string
			var story, settings []byte
			want := map[string]string{}
			for _, f := range a.Files {
				if strings.HasPrefix(f.Name, "want.") {
					want[f.Name] = string(f.Data)
				} else if f.Name == "settings" {
					settings = f.Data
				} else {
					name, story = f.Name, f.Data
				}
			}
			if name == "" {
				t.Fatal("the case holds no story")
			}
			got := understood(t, name, story, settings)
			if update {
				out := txtar.Archive{Comment: a.Comment, Files: []txtar.File{{Name: name, Data: story}}}
				if settings != nil {
					out.Files = append(out.Files, txtar.File{Name: "settings", Data: settings})
				}
				for _, n := range []string{"want.book", "want.diagnostics"} {
					if got[n] != "" {
						out.Files = append(out.Files, txtar.File{Name: n, Data: []byte(got[n])})
					}
				}
				if err := os.WriteFile(file, txtar.Format(&out), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			for _, n := range []string{"want.book", "want.diagnostics"} {
				if d := cmp.Diff(strings.Split(want[n], "\n"), strings.Split(got[n], "\n")); d != "" {
					t.Errorf("%s differs (-want +got; STORYBIND_UPDATE=1 writes it anew):\n%s", n, d)
				}
			}
		})
	}
}

func understood(t *testing.T, name string, story, settings []byte) map[string]string {
	var o struct {
		decode    decode.Options
		parse     parse.Options
		typogrify typogrify.Options
	}
	fs := pflag.NewFlagSet("settings", pflag.ContinueOnError)
	o.decode.Flags(fs)
	o.parse.Flags(fs)
	o.typogrify.Flags(fs)
	for line := range strings.Lines(string(settings)) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), "=")
		if err := fs.Set(name, value); err != nil {
			t.Fatal(err)
		}
	}
	src, ds, err := decode.Text(name, story, o.decode)
	if err != nil {
		return map[string]string{"want.diagnostics": "error: " + err.Error() + "\n"}
	}
	b, more := parse.Story(src, o.parse)
	ds = append(append(ds, more...), typogrify.Apply(b, o.typogrify)...)
	diag.Sort(ds)
	var said strings.Builder
	for _, d := range ds {
		said.WriteString(d.String() + "\n")
	}
	return map[string]string{"want.book": dump(b), "want.diagnostics": said.String()}
}

var code = regexp.MustCompile(`remark\("([a-z-]+)"|Code: +"([a-z]+/[a-z-]+)"`)

// TestEveryRemarkHasACase looks for the code of every remark that the program
// can make in the cases, the scripts and the tests.
func TestEveryRemarkHasACase(t *testing.T) {
	var said strings.Builder
	codes := map[string]string{}
	for _, glob := range []string{cases, "../../testdata/cli/*.txtar", "../*/*.go", "../*/*/*.go"} {
		files, err := filepath.Glob(glob)
		if err != nil || len(files) == 0 {
			t.Fatalf("nothing found at %s: %v", glob, err)
		}
		for _, f := range files {
			data, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			if !strings.HasSuffix(f, ".go") || strings.HasSuffix(f, "_test.go") {
				said.Write(data)
				continue
			}
			for _, m := range code.FindAllSubmatch(data, -1) {
				if len(m[1]) > 0 {
					codes["parse/"+string(m[1])] = f
				} else {
					codes[string(m[2])] = f
				}
			}
		}
	}
	if len(codes) == 0 {
		t.Fatal("no code found in the program: this test looks in the wrong place")
	}
	for c, f := range codes {
		if !strings.Contains(said.String(), c) {
			t.Errorf("no case shows the remark %s (%s)", c, f)
		}
	}
}
