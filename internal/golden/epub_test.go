package golden

import (
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"storybind/internal/convert"
	"storybind/internal/writer"
)

// TestEPUBText reads each story's EPUB with pandoc and looks for the words of the
// book, in order: every section's label and title, then its blocks. The contents and
// the pages that storybind adds stand between them.
func TestEPUBText(t *testing.T) {
	pandoc := tool(t, "pandoc")
	for _, format := range []string{"epub", "kepub"} {
		f, err := convert.Format(format)
		if err != nil {
			t.Fatal(err)
		}
		for name, data := range stories(t) {
			t.Run(format+"/"+name, func(t *testing.T) {
				res, err := convert.Story(context.Background(), convert.Request{
					Files: []convert.File{{Name: name, Data: data}}, Formats: []writer.Format{f}})
				if err != nil {
					t.Fatal(err)
				}
				file := filepath.Join(t.TempDir(), "book.epub")
				if err := os.WriteFile(file, res.Books[0], 0o600); err != nil {
					t.Fatal(err)
				}
				// Notes stay where they stand instead of being gathered at the end.
				out, err := exec.Command(pandoc, "-f", "epub-epub_html_exts", "-t", "json", file).Output()
				if err != nil {
					t.Fatal(err)
				}
				var doc struct{ Blocks any }
				if err := json.Unmarshal(out, &doc); err != nil {
					t.Fatal(err)
				}
				var text strings.Builder
				read(&text, doc.Blocks)
				have := words(text.String())
				at, count := 0, 0
				find := func(piece string, line int) {
					for _, w := range words(piece) {
						count++
						from := at
						for at < len(have) && have[at] != w {
							at++
						}
						if at == len(have) {
							t.Fatalf("%q of line %d is not in the book after %q", w, line, have[max(0, from-8):from])
						}
						at++
					}
				}
				for _, s := range res.Inspection(true).Sections {
					find(s.Label, s.Line)
					find(s.Title, s.Line)
					for _, b := range s.Blocks {
						if b.Kind != "scene-break" {
							find(b.Text, b.Line)
						}
					}
				}
				t.Logf("%d words, each in its place", count)
			})
		}
	}
}

// read writes the text of a part of pandoc's document: elements are objects with a
// name "t" and a content "c"; other strings are addresses and the like.
func read(to *strings.Builder, part any) {
	switch p := part.(type) {
	case []any:
		for _, e := range p {
			read(to, e)
		}
	case map[string]any:
		switch p["t"] {
		case "Str":
			to.WriteString(p["c"].(string))
		case "Code":
			to.WriteString(p["c"].([]any)[1].(string))
		case "CodeBlock":
			to.WriteString(p["c"].([]any)[1].(string) + "\n")
		case "Emph", "Strong", "Span", "SmallCaps", "Superscript", "Subscript", "Link", "Underline":
			read(to, p["c"])
			return // no space: they may stand inside a word
		default:
			read(to, p["c"])
			to.WriteByte('\n')
		}
	}
}
