package golden

import (
	"path/filepath"
	"testing"

	"golang.org/x/tools/txtar"

	"storybind/internal/convert"
)

// TestDrawn makes every case's story into every format that holds it: each section of the
// book holds just the text that was understood, as the check of every conversion says.
func TestDrawn(t *testing.T) {
	files, err := filepath.Glob(cases)
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases found at %s: %v", cases, err)
	}
	made := 0
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		story := a.Files[0]
		res, err := convert.Story(t.Context(), convert.Request{
			Files: []convert.File{{Name: story.Name, Data: story.Data}}, Formats: convert.BookFormats(),
			Settings: []convert.Setting{{Name: "no-cover", Value: "true"}}})
		if err != nil {
			continue // the case is about what is no story
		}
		made++
		for _, d := range res.Diagnostics {
			if d.Code == "convert/words-not-drawn" {
				t.Errorf("%s: %s", filepath.Base(file), d.Message)
			}
		}
	}
	if made*10 < len(files)*9 {
		t.Errorf("only %d of %d cases became books", made, len(files))
	}
}
