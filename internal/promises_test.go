package internal

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// Whatever the table of promises and the list of limits name, tests and files, is there.
func TestPromises(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, text, _ := strings.Cut(string(readme), "\n## Promises\n")
	text, _, ok := strings.Cut(text, "\n## The modules\n")
	if !ok {
		t.Fatal("README.md has no promises")
	}
	var tests strings.Builder
	for _, root := range []string{".", "../cmd"} {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, "_test.go") {
				return err
			}
			data, err := os.ReadFile(path)
			tests.Write(data)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	named := 0
	for _, m := range regexp.MustCompile("`([^`]+)`").FindAllStringSubmatch(text, -1) {
		name, _, _ := strings.Cut(m[1], " ") // ".ci/fuzz SECONDS"
		switch {
		case regexp.MustCompile("^(Test|Fuzz)[A-Za-z]+$").MatchString(name):
			if !strings.Contains(tests.String(), "\nfunc "+name+"(") {
				t.Errorf("there is no %s", name)
			}
		case regexp.MustCompile(`^(Test|Fuzz)[A-Za-z]+…$`).MatchString(name):
			if !strings.Contains(tests.String(), "\nfunc "+strings.TrimSuffix(name, "…")) {
				t.Errorf("there is no %s", name)
			}
		case strings.Contains(name, "/"):
			_, here := os.Stat(name)
			if _, above := os.Stat(filepath.Join("..", name)); here != nil && above != nil {
				t.Errorf("there is no file %s", name)
			}
		default:
			continue
		}
		named++
	}
	if named < 40 {
		t.Errorf("only %d tests and files are named", named)
	}
}
