package golden

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"storybind/internal/convert"
)

// tool finds an outside program; without it the test is skipped, unless
// STORYBIND_TOOLS=required says that it must be there.
func tool(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil && os.Getenv("STORYBIND_TOOLS") == "required" {
		t.Fatal(err)
	} else if err != nil {
		t.Skipf("%s is not on this machine", name)
	}
	return path
}

// stories are the stories of testdata, by name, and those of the folders that
// STORYBIND_STORIES names.
func stories(t *testing.T) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	for _, folder := range append(filepath.SplitList(os.Getenv("STORYBIND_STORIES")), "../../testdata/stories") {
		files, err := filepath.Glob(folder + "/*.txt")
		if err != nil || len(files) == 0 {
			t.Fatalf("no stories found in %s: %v", folder, err)
		}
		for _, f := range files {
			data, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			out[filepath.Base(f)] = data
		}
	}
	return out
}

// TestPDFText reads each story's PDF with pdftotext and looks for the words of
// the book, in order. Heads, folios and the pages that storybind adds stand
// between them.
func TestPDFText(t *testing.T) {
	pdftotext := tool(t, "pdftotext")
	format, err := convert.Format("pdf")
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range stories(t) {
		t.Run(name, func(t *testing.T) {
			req := convert.Request{Files: []convert.File{{Name: name, Data: data}}}
			req.Formats = append(req.Formats, format)
			res, err := convert.Story(context.Background(), req)
			if err != nil {
				t.Fatal(err)
			}
			cmd := exec.Command(pdftotext, "-nopgbrk", "-", "-")
			cmd.Stdin = bytes.NewReader(res.Books[0])
			out, err := cmd.Output()
			if err != nil {
				t.Fatal(err)
			}
			have := words(strings.ReplaceAll(string(out), "\u00AD\n", "")) // a word that hyphenation divided
			// find looks for words in order, from the place on where the search has come to.
			find := func(at int, text string, line int) int {
				for _, w := range words(text) {
					from := at
					for at < len(have) && have[at] != w {
						at++
					}
					if at == len(have) {
						t.Fatalf("%q of line %d is not on the pages after %q", w, line, have[max(0, from-8):from])
					}
					at++
				}
				return at
			}
			at, before := 0, 0
			for _, s := range res.Inspection(true).Sections {
				for _, b := range s.Blocks {
					switch b.Kind {
					case "scene-break":
					case "note": // at the foot of the page that refers to it
						find(before, b.Text, b.Line)
					default:
						before, at = at, find(at, b.Text, b.Line)
					}
				}
			}
		})
	}
}

// words are the runs of letters and digits, case folded.
func words(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
