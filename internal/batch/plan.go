// Package batch converts files and folders on disk: it plans what will be
// written where, runs the plan on all cores, and saves each book whole or not at
// all. A single file is a batch of one.
package batch

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"

	"storybind/internal/convert"
)

// Stdin is the name of standard input as an input, and of standard output as an output.
const Stdin = "-"

// PlanOptions say which files are stories and where their books go.
type PlanOptions struct {
	Reading
	Output      string                 // a file, a folder (it exists, or ends in a slash, or has no book's extension), Stdin, or "" for beside the story
	Formats     []string               // names of formats; empty: by Output's extension, else the default
	Name        string                 // a template for the books' names, see Template; "" names them as their stories
	Include     []string               // in folders, only these (see patterns)
	Exclude     []string               // in folders, not these
	NoExtension bool                   // in folders, files without extension are stories too
	Join        bool                   // all inputs are the parts of one story
	NoJoin      bool                   // leave a folder's stories in parts as they are
	Shard       Shard                  // the share of the plan that is wanted
	Moving      func(path string) bool // of stories in folders: this one may be written still, and is left for the next run
	Report      string                 // the report that will be written, which is no file of the person's
	Workers     int                    // how many stories may be read at the same time; 0 means one a core
}

// A Plan is what will be done: nothing is written while it is made.
type Plan struct {
	Formats []string // the formats of every job
	Jobs    []Job
	Remarks []Remark  // about the folders and settings
	LeftOut []LeftOut // the files in the folders that are no stories, in the order of the walk

	waiting []string        // stories in the folders that are written still
	stories map[string]bool // the names of all stories of the plan, shards not asked for included
}

// A Job is one story and the books made from it, one for each of the plan's formats.
type Job struct {
	Inputs  []string // one file; or the parts of one story
	Outputs []string
	Joined  bool     // the parts were found by themselves, in a folder
	Same    []string // other files that hold the same text, and get no books of their own
	Author  string   // taken from the folder's name, because the story names none
	Err     error    // why the story cannot be converted: it was found, but not readable

	files []found
	below string // the first file's path below the folder that was named, with slashes
	size  int64  // of the files together, in bytes
}

// Input names the job in messages: its first file.
func (j Job) Input() string { return j.Inputs[0] }

// A UsageError is a mistake in what was asked for; its text says what to do instead.
type UsageError struct{ Text string }

func (e UsageError) Error() string { return e.Text }

func usage(format string, args ...any) error { return UsageError{fmt.Sprintf(format, args...)} }

// NewPlan names the books that inputs (files, folders, Stdin) lead to. It refuses
// a plan in which a book would replace a story. What cannot be read becomes a job
// that fails; the same inputs give the same plan, whatever books are there already.
func NewPlan(ctx context.Context, inputs []string, o PlanOptions) (Plan, error) {
	if len(inputs) == 0 {
		return Plan{}, usage("no story is named; say which file or folder")
	}
	names, asFile, err := destination(o)
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
		return Plan{}, usage("%s is one file, but several formats are asked for; let -o name a folder", o.Output)
	}
	template, err := parseTemplate(o.Name)
	if err != nil {
		return Plan{}, err
	}
	if asFile && o.Name != "" {
		return Plan{}, usage("-o %s names the book, and so does --name; let -o name a folder", o.Output)
	}
	if err := p.checkSettings(o.Settings); err != nil {
		return Plan{}, err
	}
	groups, err := p.groups(ctx, inputs, o)
	if err != nil {
		return Plan{}, err
	}
	if asFile && len(groups) > 1 {
		return Plan{}, usage("%s is one file, but there are %d stories; let -o name a folder", o.Output, len(groups))
	}
	p.note(groups)
	if template != nil {
		if groups, err = understand(ctx, groups, template, o, names); err != nil {
			return Plan{}, err
		}
	}
	if err := p.name(groups, extensions, o.Output, asFile); err != nil {
		return Plan{}, err
	}
	if err := p.guardStories(); err != nil {
		return Plan{}, err
	}
	p.leaveOut(inputs, o)
	p.Jobs = shared(o.Shard, p.Jobs, func(j Job) string { return j.below })
	p.LeftOut = shared(o.Shard, p.LeftOut, func(l LeftOut) string { return l.below })
	return p, nil
}

// note keeps the names of all stories, by which a book is known as one of theirs.
func (p *Plan) note(groups []group) {
	p.stories = map[string]bool{}
	for _, g := range groups {
		for _, f := range g.files {
			p.stories[storyName(f.path)] = true
		}
	}
}

// job makes the job of a group; its outputs are named later.
func (g group) job() Job {
	j := Job{files: g.files, Joined: g.joined, Same: g.same, Author: g.author, Err: g.files[0].err, below: filepath.ToSlash(g.files[0].below)}
	for _, f := range g.files {
		j.Inputs = append(j.Inputs, f.path)
		j.size += f.size
	}
	return j
}

// groups lists the stories that the inputs lead to, each with its files.
func (p *Plan) groups(ctx context.Context, inputs []string, o PlanOptions) ([]group, error) {
	var all []found
	var out []group
	seen := map[string]bool{}
	for _, in := range inputs {
		files, folder, err := p.expand(in, o)
		if err != nil {
			return nil, err
		}
		files = slices.DeleteFunc(files, func(f found) bool { // a story that is named twice is one story
			path := filepath.Clean(f.path)
			defer func() { seen[path] = true }()
			return seen[path]
		})
		named := len(files)
		if !folder || o.NoJoin || o.Join { // else gather does it
			files = unboxed(files, o.MaxSize)
		}
		all = append(all, files...)
		if (folder || len(files) > named) && !o.NoJoin && !o.Join { // a mailbox is a folder, too
			out = append(out, gather(files, o.Workers, o.MaxSize)...)
		} else {
			out = append(out, one(files)...)
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
	}
	if o.Join {
		return together(all), nil
	}
	return out, nil
}
