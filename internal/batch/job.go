package batch

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"storybind/internal/convert"
	"storybind/internal/diag"
)

// A State says what became of a story.
type State string

// The states of a story.
const (
	Converted State = "converted"
	Unchanged State = "unchanged" // its books were made from just this, and nobody has altered them
	Failed    State = "failed"
	Planned   State = "planned" // in a dry run: it would be converted

	// In reports only, of files whose text is in the book of the row above:
	JoinedTo State = "joined"    // a later part of that story
	SameText State = "same-text" // it holds the same text
	NoStory  State = "left-out"  // a file in the folder that is no story by its name; the column error says why
)

// An Outcome is what became of one job.
type Outcome struct {
	Job
	State    State
	Facts    convert.Facts
	Remarks  []Remark          // none for a story whose books are unchanged
	Layouts  []json.RawMessage // see convert.Result
	Replaces int               // how many books were there before
	Took     time.Duration
	Saved    []string // of its Outputs, those that were saved in this run, also when the story failed later
	Err      error    // nil when every book is there
}

var errTooLong = errors.New("too long")

// A task is a job under way.
type task struct {
	Outcome
	request convert.Request // for the books that have to be made
	places  []int           // theirs among the job's outputs
	before  []fs.FileInfo   // what stood there when it was looked at
	planned []diag.Diagnostic
}

// look reads a job's story, and what is there already where its books should be.
// It sets State to Planned when books have to be made; otherwise the job is done.
func (r *run) look(ctx context.Context, j Job) (t *task) {
	t = &task{Outcome: Outcome{Job: j}, planned: j.remarks()}
	defer t.recover()
	if t.Err = j.Err; t.Err != nil {
		return t
	}
	ctx, stop := r.limited(ctx, 0)
	defer stop()
	t.request, t.Err = within(ctx, func() (convert.Request, error) {
		if j.files == nil { // a job that no plan has made
			return requestOf(j.Inputs, r.Reading)
		}
		return request(j.files, r.Reading)
	})
	if t.Err = r.timely(ctx, t, t.Err); t.Err != nil {
		return t
	}
	if j.Author != "" {
		t.request.Settings = append(slices.Clone(t.request.Settings), convert.Setting{Name: "author", Value: j.Author})
	}
	t.request.Layout, t.request.LetGo = r.Layout, !r.Verify
	if r.Strict && diag.Worst(t.planned) > diag.Note {
		t.Remarks, t.Err = Remarks(t.planned), notStrict(j)
		return t
	}
	if r.want(ctx, t); t.Err != nil || len(t.places) == 0 {
		t.count(t.planned)
		return t
	}
	t.State = Planned
	t.before = t.stands()
	if r.DryRun {
		t.Remarks, t.Err = Remarks(t.planned), withFolder(j.Input(), t.request.CheckStory())
	}
	return t
}

// want settles which books of a task have to be made (see wanted).
func (r *run) want(ctx context.Context, t *task) {
	type answer struct {
		places  []int
		request convert.Request
		outcome Outcome
	}
	t.request.Formats, t.Replaces = nil, 0
	// Copies: when time is over the task goes on while the work still runs.
	job, begun := t.Job, answer{request: t.request, outcome: t.Outcome}
	a, err := within(ctx, func() (answer, error) { // its settings may name a file that never ends
		a := begun
		var err error
		a.places, err = r.wanted(job, &a.request, &a.outcome)
		return a, err
	})
	if t.Err = r.timely(ctx, t, err); t.Err == nil {
		t.places, t.request, t.Outcome = a.places, a.request, a.outcome
	}
}

// lookAgain looks once more what has to be made, after somebody else has saved a book
// of the task; false means that nothing is left to do.
func (r *run) lookAgain(ctx context.Context, t *task) bool {
	defer t.recover()
	ctx, stop := r.limited(ctx, t.Took)
	defer stop()
	r.want(ctx, t)
	t.before = t.stands()
	if t.Err != nil || len(t.places) == 0 {
		t.count(t.planned)
		return false
	}
	return true
}

// convert makes the books of a task, which are not yet saved: nil for those that
// are there already.
func (r *run) convert(ctx context.Context, t *task) (books [][]byte) {
	defer t.recover()
	t.State = Converted
	ctx, stop := r.limited(ctx, t.Took)
	defer stop()
	res, err := convert.Story(ctx, t.request)
	err = r.timely(ctx, t, err)
	t.Remarks = Remarks(append(t.planned, res.Diagnostics...))
	for i := range t.Remarks {
		t.Remarks[i].File = t.path(t.Remarks[i].File)
	}
	t.Facts, t.Layouts, t.Err = res.Facts(), res.Layouts, withFolder(t.Input(), err)
	t.count(t.planned)
	if t.Err == nil && r.Strict && diag.Worst(res.Diagnostics) > diag.Note {
		t.Err = notStrict(t.Job)
	}
	if t.Err != nil {
		return nil
	}
	books = make([][]byte, len(t.Outputs))
	for i, at := range t.places {
		books[at] = res.Books[i]
	}
	return books
}

// recover makes a panic the job's outcome.
func (t *task) recover() {
	if p := recover(); p != nil {
		t.State, t.Err = Failed, InternalError("converting "+t.Input(), p)
	}
}

// InternalError is the error that a recovered panic is told as, with the place where
// it happened.
func InternalError(while string, panicked any) error {
	return fmt.Errorf("internal error while %s: %v\n%s", while, panicked, debug.Stack())
}

// count adds the plan's remarks to a story's facts: its seal holds the story's own.
func (o *Outcome) count(planned []diag.Diagnostic) {
	for _, d := range planned {
		o.Facts.Count(d)
	}
}

func notStrict(j Job) error {
	return fmt.Errorf("%s: no book was saved: --strict allows no warning", j.Input())
}

// withFolder is an error that begins with the name of a story or its sidecar, with
// the folder before it, so that editors can jump there.
func withFolder(path string, err error) error {
	dir, ok := strings.CutSuffix(path, storyName(path))
	if !ok || err == nil { // standard input lies in no folder
		return err
	}
	if text := err.Error(); strings.HasPrefix(text, storyName(path)+":") || strings.HasPrefix(text, stem(path)+".toml:") {
		return fmt.Errorf("%s%w", dir, err)
	}
	return err
}

// wanted settles which books have to be made: req gets their formats, and the
// result is their places among the job's outputs. An untouched book that was made
// from just this is kept; anything else in the way is an error.
func (r *run) wanted(j Job, req *convert.Request, out *Outcome) (places []int, err error) {
	for i, path := range j.Outputs {
		f, err := convert.Format(r.Formats[i])
		if err != nil {
			return nil, err
		}
		if !r.Force {
			seal, there, err := r.standing(path, req.Fingerprint(f), r.Strict)
			if err != nil {
				return nil, err
			}
			if there {
				out.Replaces++
			}
			if seal != nil && !r.Layout {
				out.Facts = seal.Facts
				continue
			}
		}
		places = append(places, i)
		req.Formats = append(req.Formats, f)
	}
	if len(places) == 0 {
		out.State = Unchanged
	}
	return places, nil
}

// save puts a task's books where they belong.
func (r *run) save(t *task, books [][]byte) (err error) {
	for i, b := range books {
		if b == nil {
			continue
		}
		if t.Outputs[i] == Stdin {
			_, err = r.Stdout.Write(b)
		} else {
			err = r.saved.save(t.Outputs[i], b)
		}
		if err != nil {
			return err
		}
		t.Saved = append(t.Saved, t.Outputs[i])
	}
	return nil
}

// path finds the file that a remark names, with its folder.
func (j Job) path(name string) string {
	for _, in := range j.Inputs {
		if storyName(in) == name && in != Stdin {
			return in
		}
	}
	return name
}

// remarks tells what the plan has decided about the story.
func (j Job) remarks() []diag.Diagnostic {
	var out []diag.Diagnostic
	if j.Joined {
		out = append(out, diag.Diagnostic{Code: "batch/joined-parts", Severity: diag.Note,
			Message: fmt.Sprintf("%d files are the parts of one story, and made one book: %s", len(j.Inputs), strings.Join(j.Inputs, ", ")),
			Hint:    "--no-join makes a book of each"})
	}
	if len(j.Same) > 0 {
		out = append(out, diag.Diagnostic{Code: "batch/same-text", Severity: diag.Note,
			Message: fmt.Sprintf("the same text stands in %s; it is one book", strings.Join(j.Same, ", "))})
	}
	if j.Author != "" {
		out = append(out, diag.Diagnostic{Code: "batch/author-from-folder", Severity: diag.Warning,
			Message: fmt.Sprintf("the story names no author; %q is the name of its folder", j.Author),
			Hint:    "--author, or a .toml file beside the story, says who wrote it"})
	}
	return out
}
