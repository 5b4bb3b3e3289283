package batch

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
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
	Err      error // nil when every book is there
}

var errTooLong = errors.New("too long")

// convert runs a job from its files to its books, which are not yet saved: nil for
// those that are there already.
func (r *run) convert(ctx context.Context, j Job) (out Outcome, books [][]byte) {
	out = Outcome{Job: j, State: Converted}
	defer func() {
		if p := recover(); p != nil {
			books = nil
			out.Err = fmt.Errorf("internal error while converting %s: %v\n%s", j.Input(), p, debug.Stack())
		}
	}()
	if out.Err = j.Err; out.Err != nil {
		return out, nil
	}
	req, err := Request(j.Inputs, r.Reading)
	if err != nil {
		out.Err = err
		return out, nil
	}
	if j.Author != "" {
		req.Settings = append(slices.Clone(req.Settings), convert.Setting{Name: "author", Value: j.Author})
	}
	req.Layout = r.Layout
	planned := j.remarks()
	if r.Strict && diag.Worst(planned) > diag.Note {
		out.Remarks, out.Err = Remarks(planned), notStrict(j)
		return out, nil
	}
	wanted, err := r.wanted(j, &req, &out)
	if err != nil || len(req.Formats) == 0 {
		out.Err = err
		out.count(planned)
		return out, nil
	}
	if r.DryRun {
		out.State, out.Remarks, out.Err = Planned, Remarks(planned), withFolder(j.Input(), req.Check())
		return out, nil
	}
	if r.Timeout > 0 {
		var stop context.CancelFunc
		ctx, stop = context.WithTimeoutCause(ctx, r.Timeout, errTooLong)
		defer stop()
	}
	res, err := convert.Story(ctx, req)
	if err != nil && context.Cause(ctx) == errTooLong && errors.Is(err, context.DeadlineExceeded) {
		err = fmt.Errorf("%s took longer than %s; --timeout allows more", j.Input(), r.Timeout)
	}
	out.Remarks = Remarks(append(planned, res.Diagnostics...))
	for i := range out.Remarks {
		out.Remarks[i].File = j.path(out.Remarks[i].File)
	}
	out.Facts, out.Layouts, out.Err = res.Facts(), res.Layouts, withFolder(j.Input(), err)
	out.count(planned)
	if out.Err == nil && r.Strict && diag.Worst(res.Diagnostics) > diag.Note {
		out.Err = notStrict(j)
	}
	if out.Err != nil {
		return out, nil
	}
	books = make([][]byte, len(j.Outputs))
	for i, at := range wanted {
		books[at] = res.Books[i]
	}
	return out, books
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

// save puts a job's books where they belong.
func (r *run) save(j Job, books [][]byte) (err error) {
	for i, b := range books {
		switch {
		case b == nil:
		case j.Outputs[i] == Stdin:
			_, err = r.Stdout.Write(b)
		default:
			err = save(j.Outputs[i], b)
		}
		if err != nil {
			return err
		}
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
