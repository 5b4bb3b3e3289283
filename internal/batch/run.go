package batch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"time"

	"storybind/internal/convert"
	"storybind/internal/diag"
)

// RunOptions are what a run needs besides its plan.
type RunOptions struct {
	Settings []convert.Setting
	Modified time.Time // see convert.Request
	Version  string
	Force    bool  // replace books that are there already
	Strict   bool  // a story with warnings or problems counts as failed
	Layout   bool  // see convert.Request
	MaxSize  int64 // bytes that a story may have; 0 means no limit
	Stdin    io.Reader
	Stdout   io.Writer
	Done     func(Outcome) // called for each job in the plan's order, from one goroutine
}

// An Outcome is what became of one job.
type Outcome struct {
	Job
	Result convert.Result
	Err    error // nil when every book was saved
}

// A Summary counts the outcomes of a run.
type Summary struct{ Done, Failed int }

// Run converts every story of the plan. One story's failure, even a panic, is
// that job's outcome and never the end of the run; when ctx ends, the jobs not
// begun are left out and ctx's error is returned.
func (p Plan) Run(ctx context.Context, o RunOptions) (Summary, error) {
	var sum Summary
	for _, j := range p.Jobs {
		if err := ctx.Err(); err != nil {
			return sum, err
		}
		out := p.one(ctx, j, o)
		if err := ctx.Err(); err != nil && errors.Is(out.Err, err) {
			return sum, err
		}
		if out.Err == nil {
			sum.Done++
		} else {
			sum.Failed++
		}
		if o.Done != nil {
			o.Done(out)
		}
	}
	return sum, nil
}

// one runs a job from file to files.
func (p Plan) one(ctx context.Context, j Job, o RunOptions) (out Outcome) {
	out.Job = j
	defer func() {
		if r := recover(); r != nil {
			out.Err = fmt.Errorf("internal error while converting %s: %v\n%s", j.Input(), r, debug.Stack())
		}
	}()
	if !o.Force {
		for _, path := range j.Outputs {
			if _, err := os.Lstat(path); path != Stdin && err == nil {
				out.Err = fmt.Errorf("%s is there already; --force replaces it", path)
				return out
			}
		}
	}
	req, err := Request(j.Inputs, o)
	if err != nil {
		out.Err = err
		return out
	}
	for _, n := range p.Formats {
		f, err := convert.Format(n)
		if err != nil {
			out.Err = err
			return out
		}
		req.Formats = append(req.Formats, f)
	}
	out.Result, out.Err = convert.Story(ctx, req)
	if j.Joined {
		out.Result.Diagnostics = append([]diag.Diagnostic{{Code: "batch/joined-parts", Severity: diag.Note,
			Message: fmt.Sprintf("%d files are the parts of one story, and made one book: %s", len(j.Inputs), strings.Join(j.Inputs, ", ")),
			Hint:    "--no-join makes a book of each"}}, out.Result.Diagnostics...)
	}
	if out.Err == nil && o.Strict && diag.Worst(out.Result.Diagnostics) > diag.Note {
		out.Err = errors.New("no book was saved: --strict allows no warning")
	}
	for i := 0; out.Err == nil && i < len(j.Outputs); i++ {
		if j.Outputs[i] == Stdin {
			_, out.Err = o.Stdout.Write(out.Result.Books[i])
		} else {
			out.Err = save(j.Outputs[i], out.Result.Books[i])
		}
	}
	out.Result.Books = nil
	return out
}

// Request reads the files of a story, and the first one's sidecar.
func Request(paths []string, o RunOptions) (convert.Request, error) {
	req := convert.Request{Settings: o.Settings, Modified: o.Modified, Version: o.Version, Layout: o.Layout, Open: open("")}
	for i, path := range paths {
		data, err := read(path, o.Stdin, o.MaxSize)
		if err != nil {
			return req, err
		}
		f := convert.File{Name: storyName(path), Data: data}
		if i == 0 {
			if f.Sidecar, err = sidecar(path); err != nil {
				return req, err
			}
		}
		req.Files = append(req.Files, f)
	}
	return req, nil
}

// sidecar reads the file beside a story that overrules it: NAME.toml beside
// NAME.txt; a story need not have one.
func sidecar(path string) (convert.Sidecar, error) {
	if path == Stdin {
		return convert.Sidecar{}, nil
	}
	name := strings.TrimSuffix(path, filepath.Ext(path)) + ".toml"
	data, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return convert.Sidecar{}, nil
	} else if err != nil {
		return convert.Sidecar{}, fmt.Errorf("read %s: %w", name, err)
	}
	return convert.Sidecar{Name: filepath.Base(name), Data: data, Open: open(filepath.Dir(name))}, nil
}

// read reads a story, and refuses one of more than max bytes (0 means no limit).
func read(path string, stdin io.Reader, max int64) ([]byte, error) {
	if path == Stdin {
		return readAll(path, stdin, max, "; --max-size allows larger stories")
	}
	f, err := openFile(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return readAll(path, f, max, "; --max-size allows larger stories")
}

// open reads the files that settings name: the command line's from where it is
// given, a sidecar's from the folder that it lies in.
func open(folder string) func(name string) ([]byte, error) {
	const most = 64 << 20 // some fonts of Chinese letters have 30 MB
	return func(name string) ([]byte, error) {
		if !filepath.IsAbs(name) {
			name = filepath.Join(folder, name)
		}
		f, err := openFile(name)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		return readAll(name, f, most, "")
	}
}

func openFile(path string) (*os.File, error) {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: there is no such file", path)
	} else if err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	if st, err := f.Stat(); err == nil && st.IsDir() {
		f.Close()
		return nil, fmt.Errorf("%s is a folder, not a file", path)
	}
	return f, nil
}

// readAll reads all of in, and refuses more than max bytes (0 means no limit).
func readAll(path string, in io.Reader, max int64, hint string) ([]byte, error) {
	if max > 0 {
		in = io.LimitReader(in, max+1)
	}
	data, err := io.ReadAll(in)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	if max > 0 && int64(len(data)) > max {
		return nil, fmt.Errorf("%s has more than %d MB%s", path, max>>20, hint)
	}
	return data, nil
}

// storyName is the name by which remarks call a story.
func storyName(path string) string {
	if path == Stdin {
		return "stdin"
	}
	return filepath.Base(path)
}
