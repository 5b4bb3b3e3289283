package batch

import (
	"fmt"

	"storybind/internal/diag"
)

// A Remark is a diagnostic whose place is a line and a column: it does not hold
// the story's text.
type Remark struct {
	File     string        `json:"file,omitempty"` // "" when it means the whole story
	Line     int           `json:"line,omitempty"`
	Column   int           `json:"column,omitempty"`
	Severity diag.Severity `json:"-"`
	Word     string        `json:"severity"`
	Code     string        `json:"code"`
	Message  string        `json:"message"`
	Hint     string        `json:"hint,omitempty"`
}

// Remarks notes the places of diagnostics.
func Remarks(ds []diag.Diagnostic) []Remark {
	out := make([]Remark, len(ds))
	for i, d := range ds {
		out[i] = Remark{d.Span.Name(), d.Span.Line(), d.Span.Column(), d.Severity, d.Severity.String(), d.Code, d.Message, d.Hint}
	}
	return out
}

// String is the remark as editors can jump to it (see diag.Diagnostic).
func (r Remark) String() string {
	text := fmt.Sprintf("%s: %s (%s)", r.Severity, r.Message, r.Code)
	switch {
	case r.Line > 0:
		return fmt.Sprintf("%s:%d:%d: %s", r.File, r.Line, r.Column, text)
	case r.File != "":
		return r.File + ": " + text
	}
	return text
}
