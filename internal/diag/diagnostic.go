// Package diag holds what storybind has to say about a story.
//
// Remarks are plain return values: testable, sortable, safe in parallel. The
// code of a remark begins with the folder that makes it ("parse/no-title"), so
// whoever sees it knows where its rule lives.
package diag

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"storybind/internal/source"
)

// A Severity says how much a remark matters.
type Severity int

const (
	Note    Severity = iota // a decision worth knowing
	Warning                 // a doubtful guess, or something odd in the story
	Problem                 // the book was made, but something was lost
)

// String is the word that messages use: "note", "warning" or "problem".
func (s Severity) String() string {
	return [...]string{"note", "warning", "problem"}[s]
}

// A Diagnostic is one remark about a story.
type Diagnostic struct {
	Code     string // folder and rule: "parse/empty-chapter"
	Severity Severity
	Span     source.Span // the place it speaks of; zero when it means the whole story
	Message  string      // what was seen or decided; no capital, no full stop
	Hint     string      // what the reader can do about it; may be empty
	More     int         // for how many remarks this one stands, see [List]; 0 is one
}

// String is the remark as editors can jump to it:
// "story.txt:12:1: warning: chapter "Three" has no text (parse/empty-chapter)".
func (d Diagnostic) String() string {
	var b strings.Builder
	if !d.Span.IsZero() {
		fmt.Fprintf(&b, "%s:%d:%d: ", d.Span.Name(), d.Span.Line(), d.Span.Column())
	}
	fmt.Fprintf(&b, "%s: %s (%s)", d.Severity, d.Message, d.Code)
	return b.String()
}

// Sort puts remarks in the order of their places in the story; remarks about
// the whole story come first, and remarks on one place keep their order.
func Sort(ds []Diagnostic) {
	slices.SortStableFunc(ds, func(a, b Diagnostic) int {
		return cmp.Or(cmp.Compare(a.Span.Name(), b.Span.Name()), cmp.Compare(a.Span.Start, b.Span.Start))
	})
}

// Worst is the highest severity among the remarks; Note when there are none.
func Worst(ds []Diagnostic) Severity {
	worst := Note
	for _, d := range ds {
		worst = max(worst, d.Severity)
	}
	return worst
}
