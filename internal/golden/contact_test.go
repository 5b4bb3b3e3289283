package golden

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// With --no-contact no case's book holds an e-mail address.
func TestNoContact(t *testing.T) {
	files, err := filepath.Glob(cases)
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases found at %s: %v", cases, err)
	}
	address := regexp.MustCompile(`[\w.+-]+@[\w-]+\.[\w.-]*\w`)
	met := 0
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range txtar.Parse(data).Files {
			if strings.HasPrefix(f.Name, "want.") || f.Name == "settings" || !address.Match(f.Data) {
				continue
			}
			met++
			aside := false
			for line := range strings.Lines(understood(t, f.Name, f.Data, []byte("no-contact=true"))["want.book"]) {
				aside = strings.HasPrefix(line, "set aside") || aside && strings.HasPrefix(line, "  | ")
				if !aside && address.MatchString(line) {
					t.Errorf("%s: %s", filepath.Base(file), line)
				}
			}
		}
	}
	if met == 0 {
		t.Error("no case holds an address")
	}
}
