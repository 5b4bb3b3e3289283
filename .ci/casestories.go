//go:build ignore

// Casestories unpacks the stories of testdata's cases into a folder: casestories
// TESTDATA FOLDER. Those that no book can be made of are left out: they hold no word.
package main

import (
	"log"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/tools/txtar"
)

func main() {
	log.SetFlags(0)
	files, err := filepath.Glob(filepath.Join(os.Args[1], "cases", "*.txtar"))
	if err != nil || len(files) == 0 {
		log.Fatalf("no cases found in %s: %v", os.Args[1], err)
	}
	if err := os.MkdirAll(os.Args[2], 0o777); err != nil {
		log.Fatal(err)
	}
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			log.Fatal(err)
		}
		refused := false
		for _, f := range a.Files {
			refused = refused || f.Name == "want.diagnostics" && strings.HasPrefix(string(f.Data), "error: ")
		}
		for _, f := range a.Files {
			if refused || strings.HasPrefix(f.Name, "want.") {
				continue
			}
			name := strings.TrimSuffix(filepath.Base(file), ".txtar") + "-" + filepath.Base(f.Name)
			if err := os.WriteFile(filepath.Join(os.Args[2], name), f.Data, 0o666); err != nil {
				log.Fatal(err)
			}
		}
	}
}
