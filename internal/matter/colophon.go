package matter

import (
	"fmt"
	"strings"

	"storybind/internal/book"
)

// colophon says what the book was made from, and what was left out of it.
func colophon(b *book.Book, o Options, w wording) *book.Section {
	chapters := 0
	for at, s := range b.Regions() {
		if at.Region == book.BodyMatter && len(s.Sections) == 0 {
			chapters++
		}
	}
	fields := []book.Field{
		{Name: "source", Label: w.source, Value: strings.Join(o.Sources, ", ")},
		{Name: "other", Label: w.encoding, Value: o.Encoding},
		{Name: "words", Label: w.words, Value: fmt.Sprint(o.Words)},
		{Name: "other", Label: w.chapters, Value: fmt.Sprint(chapters)},
	}
	if b.Meta.TitleFrom == book.FromFilename {
		fields = append(fields, book.Field{Name: "other", Label: w.title, Value: w.fromFile})
	}
	if left := setAside(b); left != "" {
		fields = append(fields, book.Field{Name: "other", Label: w.setAside, Value: left})
	}
	fields = append(fields, book.Field{Name: "other", Label: w.made, Value: strings.TrimSpace("storybind " + o.Version)})
	return &book.Section{ID: "colophon", Role: book.Colophon, Title: text(w.about), Unlisted: true,
		Blocks: []book.Block{&book.FieldList{Fields: fields}}}
}

// setAside names what was left out of the book, each reason once, with its lines.
func setAside(b *book.Book) string {
	const shown = 4 // stretches of one reason that are listed line by line
	var reasons []string
	lines := map[string][]string{}
	for _, s := range b.SetAside {
		if lines[s.Reason] == nil {
			reasons = append(reasons, s.Reason)
		}
		lines[s.Reason] = append(lines[s.Reason], fmt.Sprint(s.Span.Line()))
	}
	var out []string
	for _, r := range reasons {
		switch n := len(lines[r]); {
		case n == 1:
			out = append(out, fmt.Sprintf("%s (line %s)", r, lines[r][0]))
		case n <= shown:
			out = append(out, fmt.Sprintf("%s (lines %s)", r, strings.Join(lines[r], ", ")))
		default:
			out = append(out, fmt.Sprintf("%s (%d times, first in line %s)", r, n, lines[r][0]))
		}
	}
	return strings.Join(out, "; ")
}
