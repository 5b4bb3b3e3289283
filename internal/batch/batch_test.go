package batch

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// put writes stories into a new folder and goes there.
func put(t *testing.T, files map[string]string) {
	t.Helper()
	dir := t.TempDir()
	t.Chdir(dir)
	for name, text := range files {
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

func TestPlanNamesBooks(t *testing.T) {
	put(t, map[string]string{"a.txt": "x", "b/c.text": "x", "b/d/e.ASC": "x", "b/f.html": "x", "b/.g/h.txt": "x", "noext": "x"})
	for _, c := range []struct {
		reason  string
		inputs  []string
		options PlanOptions
		want    []string // outputs; or
		wrong   string   // part of the error's text
	}{
		{"beside the story", []string{"a.txt"}, PlanOptions{}, []string{"a.epub"}, ""},
		{"a name without ending", []string{"noext"}, PlanOptions{}, []string{"noext.epub"}, ""},
		{"the ending of -o says the format", []string{"a.txt"}, PlanOptions{Output: "x.PDF"}, []string{"x.PDF"}, ""},
		{"a folder that is there", []string{"a.txt"}, PlanOptions{Output: "b"}, []string{"b/a.epub"}, ""},
		{"a folder that is not there", []string{"a.txt"}, PlanOptions{Output: "out/"}, []string{"out/a.epub"}, ""},
		{"a name without ending is a folder", []string{"a.txt"}, PlanOptions{Output: "out"}, []string{"out/a.epub"}, ""},
		{"a folder's stories in path order", []string{"b"}, PlanOptions{Formats: []string{"pdf"}}, []string{"b/c.pdf", "b/d/e.pdf"}, ""},
		{"a folder's tree is mirrored", []string{"b"}, PlanOptions{Output: "o"}, []string{"o/c.epub", "o/d/e.epub"}, ""},
		{"several formats", []string{"a.txt"}, PlanOptions{Formats: []string{"epub", "pdf"}}, []string{"a.epub", "a.pdf"}, ""},
		{"one file for two stories", []string{"a.txt", "noext"}, PlanOptions{Output: "x.epub"}, nil, "there are 2 stories"},
		{"the same story twice", []string{"a.txt", "./a.txt"}, PlanOptions{}, []string{"a.epub"}, ""},
		{"the book is the story", []string{"a.txt"}, PlanOptions{Output: "a.txt"}, nil, `no book ends in ".txt"`},
		{"no story", nil, PlanOptions{}, nil, "no story is named"},
	} {
		t.Run(c.reason, func(t *testing.T) {
			p, err := NewPlan(t.Context(), c.inputs, c.options)
			if c.wrong != "" {
				if err == nil || !strings.Contains(err.Error(), c.wrong) || !errors.As(err, new(UsageError)) {
					t.Fatalf("got %v, want a usage error with %q", err, c.wrong)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, j := range p.Jobs {
				for _, o := range j.Outputs {
					got = append(got, filepath.ToSlash(o))
				}
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

// One story's failure is its own outcome; nothing half-written stays.
func TestRunGoesOn(t *testing.T) {
	put(t, map[string]string{"1.txt": "One story.", "2.txt": "", "3.txt": strings.Repeat("word ", 500_000), "4.txt": "Four."})
	if err := os.Mkdir("4.epub", 0o777); err != nil { // a folder where the book should be
		t.Fatal(err)
	}
	p, err := NewPlan(t.Context(), []string{"1.txt", "2.txt", "3.txt", "4.txt"}, PlanOptions{})
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	sum, err := p.Run(context.Background(), RunOptions{Reading: Reading{MaxSize: 1 << 20}, Force: true, Done: func(o Outcome) {
		if o.Err != nil {
			said = append(said, o.Input()+": "+o.Err.Error())
		}
	}})
	if err != nil || sum.Done != 1 || sum.Failed != 3 {
		t.Errorf("got %+v, %v", sum, err)
	}
	for i, want := range []string{"2.txt: ", "3.txt: 3.txt has more than 1 MB", "4.txt: 4.epub is a folder; move it away"} {
		if i >= len(said) || !strings.HasPrefix(said[i], want) {
			t.Errorf("failure %d: want %q in %q", i, want, said)
		}
	}
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".storybind") {
			t.Errorf("%s is left behind", e.Name())
		}
	}
}

// A run that is interrupted begins no further story, and tells of all books that
// it has saved.
func TestRunStops(t *testing.T) {
	files := map[string]string{}
	for n := range 100 {
		files[fmt.Sprintf("%02d.txt", n)] = fmt.Sprintf("Story %d.", n)
	}
	put(t, files)
	p, err := NewPlan(t.Context(), []string{"."}, PlanOptions{})
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	told := 0
	sum, err := p.Run(ctx, RunOptions{Workers: 2, Done: func(Outcome) { told++; stop() }})
	books, _ := filepath.Glob("*.epub")
	if !errors.Is(err, context.Canceled) || sum.Done == 0 || sum.Done > 20 || sum.Done != told || sum.Done != len(books) {
		t.Errorf("got %+v, %v; %d told, %d books", sum, err, told, len(books))
	}
}

// A panic in one story is that story's outcome.
func TestRunRecovers(t *testing.T) {
	put(t, map[string]string{"1.txt": "One."})
	p := Plan{Formats: []string{"epub"}, Jobs: []Job{{Inputs: []string{Stdin}, Outputs: []string{Stdin}}, {Inputs: []string{"1.txt"}, Outputs: []string{"1.epub"}}}}
	sum, err := p.Run(context.Background(), RunOptions{}) // standard input without a reader
	if err != nil || sum != (Summary{Done: 1, Failed: 1}) {
		t.Errorf("got %+v, %v", sum, err)
	}
}
