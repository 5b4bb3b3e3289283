package batch

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"

	"storybind/internal/convert"
)

// TestFaults lets every call to the disk fail in turn, in runs of several kinds. After
// each: no panic; every book is whole, and is the one that a run without a fault makes;
// what is told as converted is there; a report is whole or not there; nothing else is
// left behind; and the next run, without a fault, makes the rest. Some of the faults
// are tried; with STORYBIND_FAULTS=all, all of them.
func TestFaults(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("the calls are those of Linux")
	}
	defer func() { disk.ask = nil }()
	step := 23
	if os.Getenv("STORYBIND_FAULTS") == "all" {
		step = 1
	}
	begin := 0
	tried := map[string]int{} // call → times
	for _, s := range faultScenes {
		want := s.play(t, nil)
		if want.err != nil || want.sum.Failed > 0 {
			t.Fatalf("%s, without a fault: %+v, %v", s.name, want.sum, want.err)
		}
		for _, errno := range []error{syscall.EIO, syscall.ENOSPC, syscall.EOPNOTSUPP} {
			begin++
			for n := 1 + begin%step; ; n += step {
				f := &fault{n: n, err: errno, scene: s}
				got := s.play(t, f)
				if f.failed == "" {
					break // the run has fewer calls
				}
				tried[f.failed]++
				where := fmt.Sprintf("%s: call %d, %s %s, fails with %v", s.name, n, f.failed, f.path, errno)
				for _, wrong := range got.wrong(want, f) {
					t.Errorf("%s: %s", where, wrong)
				}
			}
		}
	}
	total := 0
	for _, call := range slices.Sorted(maps.Keys(tried)) {
		t.Logf("%-10s %4d", call, tried[call])
		total += tried[call]
	}
	t.Logf("%d faults", total)
	for _, call := range []string{"open", "stat", "lstat", "fstat", "getdents", "readlink", "read", "pread", "write", "fsync", "ftruncate", "close", "rename", "link", "unlink", "mkdir", "tmpfile", "flock"} {
		if tried[call] == 0 && step == 1 {
			t.Errorf("no run has called %s", call)
		}
	}
}

// A fault lets one call fail, and of calls that a disk may not know, all.
type fault struct {
	n     int
	err   error
	scene faultScene

	lock         sync.Mutex
	count        int
	failed, path string
}

func (f *fault) ask(call, path string) error {
	f.lock.Lock()
	defer f.lock.Unlock()
	if slices.Contains(f.scene.never, call) {
		return syscall.EOPNOTSUPP
	}
	if f.count++; f.count == f.n {
		f.failed, f.path = call, path
		return f.err
	}
	return nil
}

// A faultScene is a kind of run.
type faultScene struct {
	name    string
	never   []string // calls that this disk does not know
	there   func(t *testing.T)
	plan    PlanOptions
	inputs  []string
	reports bool
}

var faultScenes = []faultScene{
	{name: "new books", inputs: []string{"in"}, plan: PlanOptions{Output: "out"}, reports: true},
	{name: "books made again", inputs: []string{"in"}, plan: PlanOptions{Output: "out"}, there: oldBooks},
	{name: "new books with names", inputs: []string{"in"}, plan: PlanOptions{Output: "out"}, never: []string{"tmpfile"}, reports: true},
	{name: "no links, no locks", inputs: []string{"in"}, plan: PlanOptions{Output: "out"}, never: []string{"link", "flock"}, there: oldBooks},
	{name: "named by a template", inputs: []string{"in"}, plan: PlanOptions{Output: "out", Name: "{author}/{title}"}, there: oldBooks},
	{name: "one file", inputs: []string{"in/deep/b.txt"}, plan: PlanOptions{Output: "out/b.epub"}},
	{name: "after a kill", inputs: []string{"in"}, plan: PlanOptions{Output: "out"}, there: deadBook},
}

// oldBooks are those of stories that have changed since.
func oldBooks(t *testing.T) {
	lamp, err := os.ReadFile("in/a.txt")
	if err != nil {
		t.Fatal(err)
	}
	write(t, "in/a.txt", "The Lamp\nby Annie\n\nIt was early.\n")
	p, err := NewPlan(t.Context(), []string{"in"}, PlanOptions{Output: "out", NoJoin: true})
	if err == nil {
		_, err = p.Run(context.Background(), RunOptions{Reading: plainBooks})
	}
	if err != nil {
		t.Fatal(err)
	}
	write(t, "in/a.txt", string(lamp))
}

func deadBook(t *testing.T) { write(t, "out/"+unsavedPrefix+"dead-1-1"+unsavedSuffix, "half a book") }

var plainBooks = Reading{Settings: []convert.Setting{{Name: "no-cover", Value: "true"}, {Name: "no-fonts", Value: "true"}}, Version: "test"}

func write(t *testing.T, path, text string) {
	t.Helper()
	err := os.MkdirAll(filepath.Dir(path), 0o777)
	if err == nil {
		err = os.WriteFile(path, []byte(text), 0o666)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// faultEnd is what a run has left.
type faultEnd struct {
	sum   Summary
	err   error
	outs  []Outcome
	files map[string]string // in the folder for books, by path
	again Summary           // of the next run
	late  map[string]string // files after it
}

func (s faultScene) play(t *testing.T, f *fault) (end faultEnd) {
	t.Helper()
	disk.ask = nil
	dir := t.TempDir()
	t.Chdir(dir)
	write(t, "in/a.txt", "The Lamp\nby Annie\n\nIt was late.\n\nThe keeper slept.\n")
	write(t, "in/a.toml", "title = \"The Green Lamp\"\n")
	write(t, "in/deep/b.txt", "The Gate\nby Bea\n\nIt was shut.\n")
	write(t, "in/p1.txt", "The Road (1/2)\nby Cleo\n\nIt was long.\n")
	write(t, "in/p2.txt", "The Road (2/2)\nby Cleo\n\nIt was longer.\n")
	if err := os.Symlink("deep", "in/link"); err != nil {
		t.Fatal(err)
	}
	if s.there != nil {
		s.there(t)
	}
	run := func() (sum Summary, outs []Outcome, err error) {
		o := s.plan
		o.Reading, o.Workers = plainBooks, 1
		p, err := NewPlan(t.Context(), s.inputs, o)
		if err != nil {
			return sum, nil, err
		}
		var report *Report
		if s.reports {
			if report, err = NewReport("out/list.json"); err != nil {
				return sum, nil, err
			}
		}
		sum, err = p.Run(context.Background(), RunOptions{Reading: plainBooks, Workers: 1, Done: func(out Outcome) { outs = append(outs, out); report.Add(out) }})
		if closed := report.Close(); err == nil {
			err = closed
		}
		return sum, outs, err
	}
	if f != nil {
		disk.ask = f.ask
	} else if s.never != nil {
		disk.ask = (&fault{scene: s}).ask
	}
	end.sum, end.outs, end.err = run()
	end.files = filesIn(t, "out")
	if disk.ask = nil; f == nil {
		return end
	}
	var err error
	if end.again, _, err = run(); err != nil {
		t.Errorf("the run after it: %v", err)
	}
	end.late = filesIn(t, "out")
	return end
}

func filesIn(t *testing.T, dir string) map[string]string {
	files := map[string]string{}
	filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return nil
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		files[path] = string(data)
		return nil
	})
	return files
}

// wrong lists what a fault has broken.
func (e faultEnd) wrong(want faultEnd, f *fault) (out []string) {
	say := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	for path, text := range e.files {
		switch base := filepath.Base(path); {
		case strings.HasPrefix(base, unsavedPrefix):
			if f.failed != "unlink" && !strings.Contains(base, "dead") {
				say("%s is left behind", path)
			}
		case base == "list.json":
			if !json.Valid([]byte(text)) {
				say("half a report")
			}
		default:
			if seal, whole, err := convert.ReadSeal(bytes.NewReader([]byte(text)), int64(len(text))); seal == nil || !whole || err != nil {
				say("%s is no whole book: %v", path, err)
			}
		}
	}
	if f.failed == "fsync" && f.err == syscall.EOPNOTSUPP && (e.err != nil || e.sum.Failed > 0) {
		say("a disk that knows no sync fails the book: %+v, %v", e.sum, e.err)
	}
	told := e.err != nil
	for _, o := range e.outs {
		if o.Err != nil {
			told = true
			if text := o.Err.Error(); strings.Contains(text, "internal error") || strings.Contains(text, unsavedPrefix) {
				say("it says %q", text)
			}
			continue
		}
		for _, path := range o.Outputs {
			if e.files[path] == "" || e.files[path] != want.files[path] {
				say("%s is told as %s, and is not what it should be", path, o.State)
			}
		}
	}
	if e.err != nil && (strings.Contains(e.err.Error(), unsavedPrefix) || errors.As(e.err, new(UsageError)) && f.err == syscall.EIO && !strings.Contains(e.err.Error(), "--report")) {
		say("it says %q", e.err)
	}
	if !told && len(e.outs) != len(want.outs) {
		say("%d stories are told of, not %d, and no error", len(e.outs), len(want.outs))
	}
	for path, text := range want.files {
		if filepath.Base(path) != "list.json" && e.late[path] != text {
			say("the next run does not make %s", path)
		}
	}
	for path := range e.late {
		if strings.HasPrefix(filepath.Base(path), unsavedPrefix) {
			say("%s stays even after the next run", path)
		}
		if want.files[path] == "" {
			say("%s is there after the next run, and should not be", path)
		}
	}
	return out
}
