package internal

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// The README is for readers: short, and every file that it and its neighbours lead
// to is there.
func TestReadme(t *testing.T) {
	pages, err := filepath.Glob("../assets/readme/*.md")
	if err != nil || len(pages) == 0 {
		t.Fatalf("no pages beside the README: %v", err)
	}
	link := regexp.MustCompile(`\]\(([^)]+)\)`)
	for _, page := range append(pages, "../README.md", "README.md") {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		if n := bytes.Count(text, []byte("\n")); page == "../README.md" && n >= 150 {
			t.Errorf("the README has %d lines: what readers do not need stands in assets/readme", n)
		}
		for _, m := range link.FindAllStringSubmatch(string(text), -1) {
			to, _, _ := strings.Cut(m[1], "#")
			if strings.Contains(to, "://") || to == "" {
				continue
			}
			if _, err := os.Stat(filepath.Join(filepath.Dir(page), to)); err != nil {
				t.Errorf("%s leads to %s, which is not there", page, m[1])
			}
		}
	}
}
