package internal

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// Every module of go.mod has a row in the README's tables, with size, date, licence
// and reason; a module that is gone has none.
func TestModulesAreExplained(t *testing.T) {
	mod, err := os.ReadFile("../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	required := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?m)^(?:require )?\t?(\S+\.\S+/\S+) v\d`).FindAllStringSubmatch(string(mod), -1) {
		required[m[1]] = true
	}
	if len(required) == 0 {
		t.Fatal("go.mod names no modules: this test looks in the wrong place")
	}
	row := regexp.MustCompile("(?m)^\\| `(\\S+\\.\\S+/\\S+)` \\| [\\d,]+ \\| \\d{4}-\\d\\d \\| [^|]+ \\|.*\\|$")
	for _, m := range row.FindAllStringSubmatch(string(readme), -1) {
		if !required[m[1]] {
			t.Errorf("internal/README.md explains %s, which go.mod does not name", m[1])
		}
		delete(required, m[1])
	}
	for m := range required {
		t.Errorf("internal/README.md has no whole row for %s", m)
	}
	if strings.Contains(string(mod), "\nreplace ") {
		t.Error("go.mod replaces a module: then the program cannot be installed by its name")
	}
}
