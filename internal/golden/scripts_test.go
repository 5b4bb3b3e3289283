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

// TestPDFScripts reads the PDFs of short stories in many scripts with pdftotext, and looks for
// the letters and marks of each paragraph, one behind the other: in reading order whichever
// way they run, however the shaping joined, moved or piled them; once in the face that storybind
// chooses, once in another. Scripts of which only a word stands in a story may lack a face; one remark
// says so.
func TestPDFScripts(t *testing.T) {
	pdftotext := tool(t, "pdftotext")
	format, err := convert.Format("pdf")
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("../../testdata/scripts/*.txt")
	if err != nil || len(files) < 30 {
		t.Fatalf("%d stories, %v", len(files), err)
	}
	faceless := map[string]bool{"am.txt": true, "bn.txt": true, "bo.txt": true, "chr.txt": true, "km.txt": true, "lo.txt": true, "my.txt": true, "ta.txt": true}
	for i := range 2 * len(files) {
		file, font := files[i/2], []string{"", "Literata"}[i%2]
		name := filepath.Base(file)
		t.Run(name+font, func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			req := convert.Request{Files: []convert.File{{Name: name, Data: data}}}
			req.Formats = append(req.Formats, format)
			if font != "" {
				req.Settings = append(req.Settings, convert.Setting{Name: "font", Value: font})
			}
			res, err := convert.Story(context.Background(), req)
			if err != nil {
				t.Fatal(err)
			}
			remarks := 0
			for _, d := range res.Diagnostics {
				if !strings.HasPrefix(d.Code, "typeset/") {
					continue
				}
				if remarks++; !faceless[name] || remarks > 1 {
					t.Errorf("%s (%s)", d.Message, d.Code)
				}
			}
			if faceless[name] && remarks == 0 {
				t.Error("boxes without a remark")
			}
			cmd := exec.Command(pdftotext, "-nopgbrk", "-", "-")
			cmd.Stdin = bytes.NewReader(res.Books[0])
			out, err := cmd.Output()
			if err != nil {
				t.Fatal(err)
			}
			have := solid(strings.ReplaceAll(string(out), "\u00AD\n", ""))
			for _, s := range res.Inspection(true).Sections {
				for _, b := range s.Blocks {
					if !strings.Contains(have, solid(b.Text)) {
						t.Errorf("the pages do not have, letter for letter: %s\nbut: %s", solid(b.Text), have)
					}
				}
			}
		})
	}
}

// solid are the letters, digits and marks of a text, without what stands between them.
func solid(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.In(r, unicode.L, unicode.M, unicode.N) {
			return r
		}
		return -1
	}, s)
}
