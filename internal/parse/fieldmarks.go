package parse

import (
	"strings"

	"storybind/internal/book"
)

// stressFields takes the marks of emphasis out of the header's values: the title page
// shows the stress, the metadata have the words alone.
func (r *reading) stressFields() {
	m := &r.book.Meta
	for i := range m.Fields {
		f := &m.Fields[i]
		switch f.Name {
		case "author", "contributor", "email", "website", "beta", "source": // names are written with such signs
			continue
		}
		if f.Value = r.withoutLabelsMark(f); strings.ContainsAny(f.Value, "_*<[") {
			r.stressField(f)
		}
	}
	for _, s := range [...]*string{&m.Title, &m.Subtitle, &m.Series} {
		if strings.ContainsAny(*s, "_*") && m.TitleFrom != book.FromSetting {
			ins := r.stressed(*s, nil, nil)
			if plain := book.Plain(ins); plain != "" {
				*s = plain
			}
		}
	}
}

// fieldVote is what marks stand for in a header, where there are too few to count.
var fieldVote = func() *markVote {
	v := &markVote{}
	for _, c := range "_*" {
		v.single[strings.IndexRune(markSigns, c)] = emphatic
		v.double[strings.IndexRune(markSigns, c)] = strong
	}
	return v
}()

// stressed reads one paragraph of a field.
func (r *reading) stressed(text string, before, after []openKind) []book.Inline {
	vote := r.layout.marks
	r.layout.marks = fieldVote
	m := r.readMarks(text, -1, before, after)
	r.layout.marks = vote
	return m.inlines()
}

// stressField reads the marks in a field's value. What explains the story's own marks
// keeps them.
func (r *reading) stressField(f *book.Field) {
	low := strings.ToLower(f.Value)
	for _, w := range [...]string{" = ", "denote", "indicate", "asterisk", "underscore", "italic", "thoughts", "emphasis"} {
		if strings.Contains(low, w) {
			return
		}
	}
	paragraphs := strings.Split(f.Value, "\n\n")
	var through []openKind // the one pair of marks round all paragraphs
	if first, last := f.Value[0], f.Value[len(f.Value)-1]; len(paragraphs) > 1 && first == last && (first == '_' || first == '*') && strings.Count(f.Value, string(first)) == 2 {
		through = []openKind{{kind: strings.IndexByte(markSigns, first), mark: string(first)}}
	}
	var text [][]book.Inline
	var plain []string
	any := false
	for i, p := range paragraphs {
		var before, after []openKind
		if i > 0 {
			before = through
		}
		if i < len(paragraphs)-1 {
			after = through
		}
		ins := r.stressed(p, before, after)
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
func (r *reading) withoutLabelsMark(f *book.Field) string {
	if f.Label == "" || f.Span.Start == 0 || f.Value == "" || f.Span.Text != r.src {
		return f.Value
	}
	mark := f.Value[len(f.Value)-1]
	if mark != '_' && mark != '*' || r.src.Body[f.Span.Start-1] != mark || strings.Count(f.Value, string(mark))%2 == 0 && !strings.HasSuffix(f.Value, string(mark)+string(mark)) {
		return f.Value
	}
	return strings.TrimRight(f.Value, string(mark))
}
