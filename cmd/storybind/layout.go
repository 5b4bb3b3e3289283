package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"

	"storybind/internal/batch"
)

// A layoutReport is the file of --report-layout: for each PDF a line of JSON that
// says how well its lines and pages are set (see typeset.Quality).
type layoutReport struct {
	path string
	text bytes.Buffer
	err  error
}

// wanted reports whether there is anything to measure.
func (l *layoutReport) wanted(formats []string) (bool, error) {
	if l.path != "" && !slices.Contains(formats, "pdf") {
		return false, batch.UsageError{Text: "--report-layout measures the pages of a PDF; add --to pdf"}
	}
	return l.path != "", nil
}

func (l *layoutReport) add(out batch.Outcome) {
	if l.path == "" || out.Err != nil || l.err != nil {
		return
	}
	for i, layout := range out.Layouts {
		if layout == nil {
			continue
		}
		line, err := json.Marshal(struct {
			Book   string          `json:"book"`
			Layout json.RawMessage `json:"layout"`
		}{out.Outputs[i], layout})
		if err != nil {
			l.err = err
			return
		}
		l.text.Write(append(line, '\n'))
	}
}

func (l *layoutReport) save() error {
	if l.path == "" || l.err != nil {
		return l.err
	}
	if err := batch.SaveFile(l.path, l.text.Bytes()); err != nil {
		return fmt.Errorf("save the layout report: %w", err)
	}
	return nil
}
