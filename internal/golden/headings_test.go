package golden

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"storybind/internal/book"
	"storybind/internal/decode"
	"storybind/internal/parse"
)

// TestHeadings reads the stories of testdata/headings, each a way in which stories head
// their sections, and compares the headings found with the file's want.headings: a
// heading a line, behind its level, and before that its region if it is not the body.
// No letter may be lost.
func TestHeadings(t *testing.T) {
	files, err := filepath.Glob("../../testdata/headings/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no stories found: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			a := txtar.Parse(data)
			if len(a.Files) != 2 || a.Files[1].Name != "want.headings" {
				t.Fatal("not a story and its want.headings")
			}
			src, _, err := decode.Text(a.Files[0].Name, a.Files[0].Data, decode.Options{})
			if err != nil {
				t.Fatal(err)
			}
			b, _ := parse.Story(src, parse.Options{})
			if want, got := strings.TrimSpace(string(a.Files[1].Data)), strings.TrimSpace(outline(b)); want != got {
				t.Errorf("want\n%s\n\ngot\n%s", want, got)
			}
		})
	}
}

// outline lists a book's headed sections: region, level and heading.
func outline(b *book.Book) string {
	var out strings.Builder
	for at, s := range b.Regions() {
		if s.Heading == "" {
			continue
		}
		region := ""
		if at.Region != book.BodyMatter {
			region = at.Region + " "
		}
		fmt.Fprintf(&out, "%s%d %s\n", region, at.Level, s.Heading)
	}
	return out.String()
}
