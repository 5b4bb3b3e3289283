// Package batch converts files and folders on disk: it plans what will be
// written where, runs the plan, and saves each book whole or not at all. A
// single file is a batch of one.
package batch

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"storybind/internal/convert"
)

// Stdin is the name of standard input as an input, and of standard output as an output.
const Stdin = "-"

// PlanOptions say where books go.
type PlanOptions struct {
	Output  string   // a file, a folder (it exists, or ends in a slash, or has no book's extension), Stdin, or "" for beside the story
	Formats []string // names of formats; empty: by Output's extension, else the default
	Join    bool     // all inputs are the parts of one story
	NoJoin  bool     // leave a folder's stories in parts as they are
}

// A Plan is what will be done: nothing is written while it is made.
type Plan struct {
	Formats []string // the formats of every job
	Jobs    []Job
}

// A Job is one story and the books made from it, one for each of the plan's formats.
type Job struct {
	Inputs  []string // one file; or the parts of one story
	Outputs []string
	Joined  bool // the parts were found by themselves, in a folder
}

// Input names the job in messages: its first file.
func (j Job) Input() string { return j.Inputs[0] }

// A UsageError is a mistake in what was asked for; its text says what to do instead.
type UsageError struct{ Text string }

func (e UsageError) Error() string { return e.Text }

func usage(format string, args ...any) error { return UsageError{fmt.Sprintf(format, args...)} }

// Extensions are the endings by which a folder's stories are known.
var Extensions = []string{".txt", ".text", ".asc"}

// NewPlan names the books that inputs (files, folders, Stdin) lead to, and
// refuses a plan in which two books would be one file or a book would replace
// a story.
func NewPlan(inputs []string, o PlanOptions) (Plan, error) {
	if len(inputs) == 0 {
		return Plan{}, usage("no story is named; say which file or folder")
	}
	names, asFile, err := outputKind(o)
	if err != nil {
		return Plan{}, err
	}
	p := Plan{Formats: names}
	var extensions []string
	for _, n := range names {
		f, err := convert.Format(n)
		if err != nil {
			return Plan{}, UsageError{err.Error()}
		}
		extensions = append(extensions, f.Extension)
	}
	if asFile && len(names) > 1 {
		return Plan{}, usage("%s is one file, but %s are asked for; let -o name a folder", o.Output, strings.Join(names, " and "))
	}
	groups, err := groups(inputs, o)
	if err != nil {
		return Plan{}, err
	}
	for _, g := range groups {
		j := Job{Joined: g.joined}
		for _, f := range g.files {
			j.Inputs = append(j.Inputs, f.path)
		}
		for _, ext := range extensions {
			out, err := output(g, ext, o.Output, asFile)
			if err != nil {
				return Plan{}, err
			}
			j.Outputs = append(j.Outputs, out)
		}
		p.Jobs = append(p.Jobs, j)
	}
	if asFile && len(p.Jobs) > 1 {
		return Plan{}, usage("%s is one file, but there are %d stories; let -o name a folder", o.Output, len(p.Jobs))
	}
	return p, p.collisions()
}

// outputKind settles the formats, and whether Output is a file.
func outputKind(o PlanOptions) (formats []string, asFile bool, err error) {
	formats = o.Formats
	var byName string
	for _, f := range convert.Formats {
		if strings.HasSuffix(strings.ToLower(o.Output), f.Extension) && len(f.Extension) > len(byName) {
			byName = f.Extension
			if len(o.Formats) == 0 {
				formats = []string{f.Name}
			}
		}
	}
	if len(formats) == 0 {
		formats = []string{convert.Formats[0].Name}
	}
	if o.Output == "" || strings.HasSuffix(o.Output, "/") || strings.HasSuffix(o.Output, string(filepath.Separator)) {
		return formats, false, nil
	}
	if st, err := os.Stat(o.Output); err == nil && st.IsDir() {
		if len(o.Formats) == 0 {
			formats = []string{convert.Formats[0].Name}
		}
		return formats, false, nil
	}
	if o.Output == Stdin {
		return formats, true, nil
	}
	if byName == "" {
		if ext := filepath.Ext(o.Output); ext != "" {
			var all []string
			for _, f := range convert.Formats {
				all = append(all, f.Extension)
			}
			return nil, false, usage("%s: no book ends in %q; use %s, or a folder", o.Output, ext, strings.Join(all, " or "))
		}
		return formats, false, nil
	}
	if len(o.Formats) == 1 {
		f, err := convert.Format(o.Formats[0])
		if err == nil && f.Extension != byName {
			return nil, false, usage("%s ends in %s, but the format asked for is %s", o.Output, byName, f.Name)
		}
	}
	return formats, true, nil
}

// A found is a story and its path below the folder that was named.
type found struct{ path, below string }

// expand lists the stories that an input leads to, in path order.
func expand(in string) ([]found, error) {
	if in == Stdin {
		return []found{{Stdin, "story"}}, nil
	}
	st, err := os.Stat(in)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, usage("%s: there is no such file or folder", in)
	} else if err != nil {
		return nil, fmt.Errorf("look at %s: %w", in, err)
	}
	if !st.IsDir() {
		return []found{{in, filepath.Base(in)}}, nil
	}
	var out []found
	err = filepath.WalkDir(in, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return fmt.Errorf("look through %s: %w", path, err)
		}
		if path != in && strings.HasPrefix(d.Name(), ".") {
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if !d.IsDir() && slices.Contains(Extensions, strings.ToLower(filepath.Ext(path))) {
			below, err := filepath.Rel(in, path)
			if err != nil {
				return err
			}
			out = append(out, found{path, below})
		}
		return nil
	})
	if err == nil && len(out) == 0 {
		err = usage("%s: the folder holds no story (%s)", in, strings.Join(Extensions, ", "))
	}
	return out, err
}

// groups lists the stories that the inputs lead to, each with its files.
func groups(inputs []string, o PlanOptions) ([]group, error) {
	var all []found
	var out []group
	for _, in := range inputs {
		files, err := expand(in)
		if err != nil {
			return nil, err
		}
		all = append(all, files...)
		if st, err := os.Stat(in); err == nil && st.IsDir() && !o.NoJoin {
			out = append(out, gather(files)...)
		} else {
			out = append(out, one(files)...)
		}
	}
	if o.Join {
		return together(all), nil
	}
	return out, nil
}

// output names the book of one story.
func output(g group, ext, out string, asFile bool) (string, error) {
	switch {
	case asFile:
		return out, nil
	case out != "":
		return filepath.Join(out, g.name()+ext), nil
	case g.files[0].path == Stdin:
		return "", usage("a story from standard input needs -o FILE (or -o - for standard output)")
	}
	return filepath.Join(filepath.Dir(g.files[0].path), filepath.Base(g.name())+ext), nil
}

// collisions finds two books of one name, and a book that would replace a story.
func (p Plan) collisions() error {
	stories, books := map[string]bool{}, map[string]string{}
	for _, j := range p.Jobs {
		for _, in := range j.Inputs {
			stories[filepath.Clean(in)] = true
		}
	}
	for _, j := range p.Jobs {
		for _, out := range j.Outputs {
			if out == Stdin {
				continue
			}
			out = filepath.Clean(out)
			if stories[out] || slices.ContainsFunc(j.Inputs, func(in string) bool { return sameFile(out, in) }) {
				return usage("%s would be replaced by the book made from %s; choose another place with -o", out, j.Input())
			}
			if other, taken := books[out]; taken {
				return usage("%s and %s would both become %s; give each its own -o", other, j.Input(), out)
			}
			books[out] = j.Input()
		}
	}
	return nil
}

// sameFile reports whether two names are one existing file.
func sameFile(a, b string) bool {
	sa, errA := os.Stat(a)
	sb, errB := os.Stat(b)
	return errA == nil && errB == nil && os.SameFile(sa, sb)
}
