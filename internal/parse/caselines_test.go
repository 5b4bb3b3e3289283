package parse

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// FuzzCaseLines shuffles the lines of all cases: what no fuzzing of letters hits upon in
// years, a box without words above a byline without a name. Texts that it finds are kept as
// seeds of FuzzStory, because the lines change with the cases.
func FuzzCaseLines(f *testing.F) {
	lines := caseLines(f)
	f.Add([]byte{0, 1, 0, 2, 0, 0, 3, 4})
	f.Add([]byte{0, 0, 9, 8, 0, 0, 7, 7, 1, 2, 3, 4, 5, 6})
	f.Fuzz(func(t *testing.T, picks []byte) {
		var s strings.Builder
		for i := 0; i+1 < min(len(picks), 80); i += 2 {
			at := int(picks[i])<<8 | int(picks[i+1])
			if at%4 != 0 { // a quarter is blank
				s.WriteString(lines[at%len(lines)])
			}
			s.WriteByte('\n')
		}
		b, _ := read(s.String())
		if want, got := letters(s.String(), b); missing(want, got) {
			t.Errorf("the book does not hold all of\n%q", s.String())
		}
	})
}

// missing reports whether the letters of a do not stand in b, in order. More may: a note's
// bracket that a tag closes is counted with both.
func missing(a, b string) bool {
	rest := []rune(b)
	for _, c := range a {
		at := slices.Index(rest, c)
		if at < 0 {
			return true
		}
		rest = rest[at+1:]
	}
	return false
}

// caseLines are the lines of all cases' stories, each once.
func caseLines(f *testing.F) []string {
	files, err := filepath.Glob("../../testdata/cases/*.txtar")
	if err != nil || len(files) == 0 {
		f.Fatalf("no cases: %v", err)
	}
	var out []string
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		story := false
		for line := range strings.SplitSeq(string(data), "\n") {
			if strings.HasPrefix(line, "-- ") && strings.HasSuffix(line, " --") {
				story = strings.HasSuffix(line, ".txt --")
			} else if line = strings.TrimRight(line, "\r"); story && line != "" && len(line) < 100 {
				out = append(out, line)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
