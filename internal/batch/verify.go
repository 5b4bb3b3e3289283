package batch

import (
	"context"
	"fmt"

	"storybind/internal/convert"
	"storybind/internal/verify"
)

// Verify holds a finished book against the story's files (see verify.Check).
func Verify(ctx context.Context, req convert.Request, encoding, name string, book []byte) (verify.Report, error) {
	var stories []verify.Story
	for _, f := range req.Files {
		stories = append(stories, verify.Story{Name: f.Name, Data: f.Data})
	}
	return verify.Check(ctx, stories, encoding, name, book)
}

// verifySaved reads a task's books again, from where they were saved. Its error is that
// words of the story are not in them, or in another place.
func (r *run) verifySaved(ctx context.Context, t *task) {
	defer t.recover()
	encoding := ""
	for _, s := range t.request.Settings {
		if s.Name == "encoding" {
			encoding = s.Value
		}
	}
	for i, at := range t.places {
		path := t.Outputs[at]
		if path == Stdin || t.request.Formats[i].Wrap {
			continue
		}
		file, err := read(path, nil, 0)
		if err == nil {
			var report verify.Report
			if report, err = Verify(ctx, t.request, encoding, path, file); err == nil && !report.Whole() {
				s := append(report.Lost, report.Moved...)[0]
				err = fmt.Errorf("%s: of the story's %d words %d are not in %s, and %d stand in another place; the first is in line %d: %q; storybind verify lists them",
					t.Input(), report.Words.Source, report.Words.Lost, path, report.Words.Moved, s.Line, s.Text)
			}
		}
		if t.Err = err; err != nil {
			return
		}
	}
}
