package decode

import (
	"strings"
	"testing"
)

// A run of blank lines is kept up to a thousand, whatever stands in them, and the
// lines behind it keep the file's numbers.
func TestBlankRuns(t *testing.T) {
	for _, blank := range []string{"\n", " \n", "\t \n"} {
		for lines, want := range map[int]int{1: 1, 999: 999, 1000: 1000, 1001: 1000, 1500: 1000, 100_000: 1000} {
			story := "One.\n" + strings.Repeat(blank, lines) + "  Two.\n"
			text, ds, err := Text("x.txt", []byte(story+story), Options{})
			if err != nil {
				t.Fatal(err)
			}
			if got, want := text.Lines(), 2*(want+2); got != want {
				t.Errorf("%d lines of %q: %d lines are kept, want %d", lines, blank, got, want)
			}
			if want, got := 2*(lines+2), text.FileLine(text.Lines()-1)+1; got != want {
				t.Errorf("%d lines of %q: the last line is line %d of the file, want %d", lines, blank, got, want)
			}
			if !strings.HasSuffix(text.Body, "\n  Two.\n") {
				t.Errorf("%d lines of %q: the indent behind them is lost", lines, blank)
			}
			if told := len(ds) == 1 && ds[0].Code == "decode/blank-lines" && ds[0].Span.Line() > 2; told != (lines > 1000) {
				t.Errorf("%d lines of %q: %v", lines, blank, ds)
			}
		}
	}
}

// A list of numbers is no story; a long poem is one.
func TestCrowded(t *testing.T) {
	if _, _, err := Text("x.txt", []byte(strings.Repeat("17\n", manyLines+1)), Options{}); err == nil {
		t.Error("half a million lines of two digits are taken for a story")
	}
	for _, s := range []string{strings.Repeat("17\n", manyLines), strings.Repeat("The lamp is out,\nthe tide is in,\n\n", manyLines/3+1)} {
		if _, _, err := Text("x.txt", []byte(s), Options{}); err != nil {
			t.Error(err)
		}
	}
}
