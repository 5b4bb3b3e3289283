package opening

import (
	"strings"

	"storybind/internal/book"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/inlines"
)

// StressFields takes the marks of emphasis out of the header's values: the title page
// shows the stress, the metadata have the words alone.
func StressFields(r *desk.Reading) {
	m := &r.Book.Meta
	for i := range m.Fields {
		f := &m.Fields[i]
		switch f.Name {
		case "author", "contributor", "email", "website", "beta", "source": // names are written with such signs
			continue
		}
		if f.Value = withoutLabelsMark(r, f); strings.ContainsAny(f.Value, "_*<[") {
			stressField(r, f)
		}
	}
	for _, s := range [...]*string{&m.Title, &m.Subtitle, &m.Series} {
		if strings.ContainsAny(*s, "_*") && m.TitleFrom != book.FromSetting {
			ins := stressed(r, *s, nil, nil)
			if plain := book.Plain(ins); plain != "" {
				*s = plain
			}
		}
	}
}

// stressed reads one paragraph of a field.
func stressed(r *desk.Reading, text string, before, after []inlines.OpenKind) []book.Inline {
	vote := r.Layout.Marks
	r.Layout.Marks = inlines.FieldVote
	m := r.ReadMarks(text, -1, before, after)
	r.Layout.Marks = vote
	return m.Inlines()
}

// stressField reads the marks in a field's value. What explains the story's own marks
// keeps them.
func stressField(r *desk.Reading, f *book.Field) {
	low := strings.ToLower(f.Value)
	for _, w := range [...]string{" = ", "denote", "indicate", "asterisk", "underscore", "italic", "thoughts", "emphasis"} {
		if strings.Contains(low, w) {
			return
		}
	}
	paragraphs := strings.Split(f.Value, "\n\n")
	var through []inlines.OpenKind // the one pair of marks round all paragraphs
	if first, last := f.Value[0], f.Value[len(f.Value)-1]; len(paragraphs) > 1 && first == last && (first == '_' || first == '*') && strings.Count(f.Value, string(first)) == 2 {
		through = []inlines.OpenKind{{Kind: strings.IndexByte(inlines.MarkSigns, first), Mark: string(first)}}
	}
	var text [][]book.Inline
	var plain []string
	any := false
	for i, p := range paragraphs {
		var before, after []inlines.OpenKind
		if i > 0 {
			before = through
		}
		if i < len(paragraphs)-1 {
			after = through
		}
		ins := stressed(r, p, before, after)
		_, isText := ins[0].(book.Text)
		any = any || len(ins) > 1 || !isText
		text = append(text, ins)
		plain = append(plain, book.Plain(ins))
	}
	if any {
		f.Text, f.Value = text, strings.Join(plain, "\n\n")
	}
}

// withoutLabelsMark is a field's value without the mark at its end that belongs to one
// before its label: "_Notes: The kiln stands no more._".
func withoutLabelsMark(r *desk.Reading, f *book.Field) string {
	if f.Label == "" || f.Span.Start == 0 || f.Value == "" || f.Span.Text != r.Src {
		return f.Value
	}
	mark := f.Value[len(f.Value)-1]
	if mark != '_' && mark != '*' || r.Src.Body[f.Span.Start-1] != mark || strings.Count(f.Value, string(mark))%2 == 0 && !strings.HasSuffix(f.Value, string(mark)+string(mark)) {
		return f.Value
	}
	return strings.TrimRight(f.Value, string(mark))
}
