package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/spf13/pflag"

	"storybind/fonts"
	"storybind/internal/convert"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"storybind": main})
}

// TestCommandLine runs each script of testdata/cli: one promise of the command
// line, one script. $STORIES is the folder of testdata's stories, $ROOT that of the
// source, where there is a picture to give as a file; "face STYLE FILE" writes a
// bundled font to a file.
func TestCommandLine(t *testing.T) {
	dir := filepath.Join("..", "..", "testdata", "cli")
	if scripts, err := filepath.Glob(filepath.Join(dir, "*.txtar")); err != nil || len(scripts) == 0 {
		t.Fatalf("no scripts found in %s: %v", dir, err)
	}
	stories, err := filepath.Abs(filepath.Join("..", "..", "testdata", "stories"))
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:           dir,
		UpdateScripts: os.Getenv("STORYBIND_UPDATE") != "",
		Setup: func(e *testscript.Env) error {
			e.Setenv("STORIES", stories)
			e.Setenv("ROOT", filepath.Join(stories, "..", ".."))
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"face": func(ts *testscript.TestScript, _ bool, args []string) {
				ts.Check(os.WriteFile(ts.MkAbs(args[1]), fonts.Face("literata", args[0]), 0o644))
			},
		},
	})
}

// TestSharedSettings holds what AddFlagSet would hide: a setting that two
// formats, or a format and the story's floors, share means the same for both.
func TestSharedSettings(t *testing.T) {
	seen := map[string]*pflag.Flag{}
	sets := []*pflag.FlagSet{settingFlags(false)}
	for _, f := range convert.Formats {
		sets = append(sets, convert.FormatFlags(f))
	}
	for _, fs := range sets {
		fs.VisitAll(func(f *pflag.Flag) {
			if o := seen[f.Name]; o != nil && (o.Usage != f.Usage || o.Value.Type() != f.Value.Type() || o.DefValue != f.DefValue) {
				t.Errorf("--%s is %q (%s) in one place and %q (%s) in another", f.Name, o.Usage, o.Value.Type(), f.Usage, f.Value.Type())
			}
			seen[f.Name] = f
		})
	}
}
