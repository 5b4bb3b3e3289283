package convert

import (
	"cmp"
	"fmt"
	"strings"

	"storybind/internal/book"
	"storybind/internal/diag"
)

// Untitled is what a story without a title is called.
const Untitled = book.Untitled

// Facts are a story in a few words, as lists of many stories tell it.
type Facts struct {
	Title    string   `json:"title"` // "" when there is none
	Authors  []string `json:"authors"`
	Chapters int      `json:"chapters"`
	Words    int      `json:"words"`
	Notes    int      `json:"notes"`
	Warnings int      `json:"warnings"`
	Problems int      `json:"problems"`

	Confidence float64 `json:"confidence,omitzero"` // 0 to 1: the least of what is said of title, authors and sections; left out of what was not read
}

// Facts tells a story in a few words.
func (r *Result) Facts() Facts {
	if r.book == nil {
		return Facts{}
	}
	m := &r.book.Meta
	f := Facts{Title: m.Title, Authors: append([]string{}, m.Authors()...), Words: r.Words.Book, Confidence: r.confidence()}
	if m.TitleFrom == book.FromNone {
		f.Title = ""
	}
	for at, s := range r.book.Regions() {
		if at.Region == book.BodyMatter && len(s.Sections) == 0 {
			f.Chapters++
		}
	}
	for _, d := range r.Diagnostics {
		f.Count(d)
	}
	return f
}

// Count counts a remark; one that stands for many counts as these.
func (f *Facts) Count(d diag.Diagnostic) {
	n := max(d.More, 1)
	switch d.Severity {
	case diag.Note:
		f.Notes += n
	case diag.Warning:
		f.Warnings += n
	case diag.Problem:
		f.Problems += n
	}
}

// String is "The Lamplighter by Annie; 12 chapters, 34012 words".
func (f Facts) String() string {
	var b strings.Builder
	b.WriteString(cmp.Or(f.Title, book.Untitled))
	if len(f.Authors) > 0 {
		b.WriteString(" by " + strings.Join(f.Authors, ", "))
	}
	fmt.Fprintf(&b, "; %d %s, %d %s", f.Chapters, plural(f.Chapters, "chapter"), f.Words, plural(f.Words, "word"))
	return b.String()
}
