package batch

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"storybind/internal/convert"
	"storybind/internal/diag"
	"storybind/internal/parallel"
)

// BindOptions say how stories become anthologies.
type BindOptions struct {
	PlanOptions
	Force    bool
	BySeries bool // a book of each series, in the order of its numbers
	Sorted   bool // one book, its stories in the order of series and numbers
}

// A Bound is an anthology that was made, or was there already.
type Bound struct {
	Outcome
	Stories int
	Lacking []error // of stories that cannot be read; then no book is made
}

// Bind makes anthologies of the stories that inputs lead to. done is called for each.
// What cannot be read fails its book: one that lacks a story is not what was asked for.
func Bind(ctx context.Context, inputs []string, o BindOptions, done func(Bound)) (Plan, error) {
	if len(inputs) == 0 {
		return Plan{}, usage("no story is named; say which files or folder")
	}
	if o.Output == "" {
		return Plan{}, usage("where should the book go? -o anthology.epub names it")
	}
	names, asFile, err := destination(o.PlanOptions)
	if err != nil {
		return Plan{}, err
	}
	p := Plan{Formats: names}
	if asFile && len(names) > 1 {
		return p, usage("%s is one file, but several formats are asked for; let -o name a folder", o.Output)
	}
	if err := p.checkSettings(o.Settings); err != nil {
		return p, err
	}
	groups, err := p.groups(ctx, inputs, o.PlanOptions)
	if err != nil {
		return p, err
	}
	p.note(groups)
	books, err := p.anthologies(ctx, groups, o)
	if err != nil {
		return p, err
	}
	if asFile && len(books) > 1 {
		return p, usage("%s is one file, but there are %d series; let -o name a folder", o.Output, len(books))
	}
	if err := p.nameAnthologies(books, o.Output, asFile); err != nil {
		return p, err
	}
	if err := p.guardStories(); err != nil {
		return p, err
	}
	p.leaveOut(inputs, o.PlanOptions)
	r := &run{Plan: p, RunOptions: RunOptions{Reading: o.Reading, Force: o.Force}}
	for i, b := range books {
		done(r.bind(ctx, p.Jobs[i], b))
		if err := ctx.Err(); err != nil {
			return p, err
		}
	}
	return p, nil
}

// An anthology is the stories of one book.
type anthology struct {
	title  string // its series; "" for one that is named otherwise
	groups []group
}

// anthologies shares the stories out to books.
func (p *Plan) anthologies(ctx context.Context, groups []group, o BindOptions) ([]anthology, error) {
	if !o.BySeries && !o.Sorted {
		return []anthology{{groups: groups}}, nil
	}
	read := make([]understood, len(groups))
	parallel.Do(len(groups), o.Workers, func(i int) error {
		read[i] = understandOne(ctx, groups[i], o.Reading, remembered{})
		return nil
	})
	at := make([]int, len(groups))
	for i := range at {
		at[i] = i
	}
	slices.SortStableFunc(at, func(a, b int) int {
		x, y := read[a].metadata.Series, read[b].metadata.Series
		none := func(s string) int { // stories of no series stand behind
			if s == "" {
				return 1
			}
			return 0
		}
		return cmp.Or(none(x.Name)-none(y.Name), strings.Compare(folded(x.Name), folded(y.Name)), natural(x.Index, y.Index))
	})
	if !o.BySeries {
		var sorted []group
		for _, i := range at {
			sorted = append(sorted, groups[i])
		}
		return []anthology{{groups: sorted}}, nil
	}
	var out []anthology
	var alone []string
	for _, i := range at {
		name := read[i].metadata.Series.Name
		switch {
		case name == "":
			alone = append(alone, groups[i].files[0].path)
		case len(out) > 0 && folded(out[len(out)-1].title) == folded(name):
			out[len(out)-1].groups = append(out[len(out)-1].groups, groups[i])
		default:
			out = append(out, anthology{name, []group{groups[i]}})
		}
	}
	if len(out) == 0 {
		return nil, usage("no story says that it belongs to a series; --series beside each in a .toml file would, or bind them without --by")
	}
	if len(alone) > 0 {
		p.Remarks = append(p.Remarks, Remarks([]diag.Diagnostic{{Code: "batch/no-series", Severity: diag.Warning,
			Message: fmt.Sprintf("%d of the stories belong to no series, and are in no book: %s", len(alone), strings.Join(alone[:min(len(alone), 5)], ", ")),
			Hint:    "series = \"NAME\" in a .toml file beside a story says where it belongs"}})...)
	}
	return out, nil
}

// nameAnthologies makes a job of each book.
func (p *Plan) nameAnthologies(books []anthology, output string, asFile bool) error {
	var extensions []string
	for _, n := range p.Formats {
		f, err := convert.Format(n)
		if err != nil {
			return UsageError{err.Error()}
		}
		extensions = append(extensions, f.Extension)
	}
	taken, next := map[string]bool{}, map[string]int{}
	for _, b := range books {
		var j Job
		for _, g := range b.groups {
			one := g.job()
			j.Inputs = append(j.Inputs, one.Inputs...)
			j.size += one.size
		}
		j.Outputs = []string{output}
		if !asFile {
			name := convert.SafeName(b.title)
			if name == "" {
				name = "anthology"
			}
			j.Outputs = unique(filepath.Join(output, name), extensions, taken, next)
		}
		p.Jobs = append(p.Jobs, j)
	}
	return nil
}

// bind makes one anthology, unless it is there already.
func (r *run) bind(ctx context.Context, j Job, a anthology) (out Bound) {
	begun := time.Now()
	t := &task{Outcome: Outcome{Job: j, State: Converted}}
	var lacking []error
	defer func() {
		t.recover()
		t.Took = time.Since(begun)
		out = Bound{t.ended(), len(a.groups), lacking}
	}()
	b := convert.Binding{Title: a.title, Name: asTitle(stem(j.Outputs[0]))}
	b.Request = convert.Request{Settings: r.Settings, Open: open(""), Modified: r.Modified, Version: r.Version}
	for _, g := range a.groups {
		req, err := convert.Request{}, g.files[0].err
		if err == nil {
			req, err = request(g.files, r.Reading)
		}
		if err == nil {
			err = withFolder(g.files[0].path, req.CheckStory())
		}
		if err != nil {
			lacking = append(lacking, err)
		}
		b.Stories = append(b.Stories, req)
	}
	if t.Err = errors.Join(lacking...); t.Err != nil {
		return
	}
	var places []int
	for i, path := range j.Outputs {
		f, err := convert.Format(r.Formats[i])
		if err != nil {
			t.Err = err
			return
		}
		if !r.Force {
			seal, _, err := r.standing(path, b.Fingerprint(f), false)
			if err != nil {
				t.Err = err
				return
			}
			if seal != nil {
				t.Facts = seal.Facts
				continue
			}
		}
		places = append(places, i)
		b.Formats = append(b.Formats, f)
	}
	if len(places) == 0 {
		t.State = Unchanged
		return
	}
	res, err := convert.Bind(ctx, b)
	t.Remarks = Remarks(res.Diagnostics)
	for i := range t.Remarks {
		t.Remarks[i].File = t.path(t.Remarks[i].File)
	}
	t.Facts, t.Err = res.Facts(), err
	if err != nil {
		return
	}
	made := make([][]byte, len(j.Outputs))
	for i, at := range places {
		made[at] = res.Books[i]
	}
	t.Err = r.save(t, made)
	return
}

// asTitle makes a title of a file's name: "winter_tales" is "Winter tales".
func asTitle(name string) string {
	name = strings.Join(strings.FieldsFunc(name, func(r rune) bool { return r == '_' || r == '-' || unicode.IsSpace(r) }), " ")
	first, n := utf8.DecodeRuneInString(name)
	return string(unicode.ToUpper(first)) + name[n:]
}
