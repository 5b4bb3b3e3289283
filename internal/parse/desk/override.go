package desk

import (
	"fmt"
	"slices"
	"strings"

	"storybind/internal/book"
	"storybind/internal/diag"
	"storybind/internal/parse/says"
)

// Overrule puts what a person says over what was read. A field that is replaced
// leaves the book: its words are set aside, and a remark names it.
func (r *Reading) Overrule() {
	m := &r.Book.Meta
	title, authors, language := r.Opts.Title, r.Opts.Authors, r.Opts.Language
	var names []string
	for _, f := range r.Opts.Fields {
		switch f.Name {
		case "title":
			title = f.Value
		case "author":
			authors = append(slices.Clone(authors), f.Value)
		case "language":
			language = f.Value
		default:
			if !slices.Contains(names, f.Name) {
				names = append(names, f.Name)
			}
		}
	}
	for _, name := range names {
		var values []string
		for _, f := range r.Opts.Fields {
			if f.Name == name {
				values = append(values, f.Value)
			}
		}
		r.replaceFields(name, values...)
	}
	if title != "" {
		r.replaceFields("title")
		m.Title, m.TitleFrom, m.TitleSure, m.TitleBecause = title, book.FromSetting, 1000, []string{"setting"}
	}
	if len(authors) > 0 {
		r.replaceFields("author")
		others := slices.DeleteFunc(m.Contributors, func(c book.Contributor) bool { return c.Role == "aut" })
		m.Contributors = nil
		for _, names := range authors {
			m.Contributors = says.AddPeople(m.Contributors, says.PeopleSet(names)...)
		}
		m.Contributors = append(m.Contributors, others...)
		m.AuthorsSure = 1000
	}
	if language != "" {
		m.Language = language
	}
	if r.Opts.Series != "" {
		r.replaceFields("series")
		m.Series, m.SeriesIndex = r.Opts.Series, ""
	}
	if r.Opts.SeriesIndex != "" {
		m.SeriesIndex = r.Opts.SeriesIndex
	}
}

// replaceFields takes the header's fields of one name out of the book, and puts
// values in their places: the first where the first stood, with its label, and so
// on; values beyond them follow, and an empty one leaves its place empty.
func (r *Reading) replaceFields(name string, values ...string) {
	m := &r.Book.Meta
	out := make([]book.Field, 0, len(m.Fields)+len(values))
	put := func(at int, label string) int {
		if len(values) > 0 {
			if values[0] != "" {
				out = slices.Insert(out, at, book.Field{Name: name, Label: label, Value: values[0]})
				at++
			}
			values = values[1:]
		}
		return at
	}
	last := -1
	for _, f := range m.Fields {
		if f.Name != name {
			out = append(out, f)
			continue
		}
		if !f.Span.IsZero() {
			r.Book.SetAside = append(r.Book.SetAside, book.SetAside{Reason: "overruled", Span: f.Span})
			r.Diags = append(r.Diags, diag.Diagnostic{Code: "parse/overruled", Severity: diag.Note, Span: f.Span,
				Message: fmt.Sprintf("the story's own %s is overruled by a setting; set aside", name)})
		}
		last = put(len(out), f.Label)
	}
	if last < 0 {
		last = len(out)
	}
	for len(values) > 0 {
		last = put(last, strings.ToUpper(name[:1])+name[1:])
	}
	m.Fields = out
}

// FieldNames lists the canonical names of a header's fields.
func FieldNames() []string { return slices.Clone(fieldNames) }

// fieldNames are the canonical names of a header's fields.
var fieldNames = strings.Fields(`title subtitle author contributor email website fandom series rating warnings category pairing
	characters keywords spoilers timeline summary disclaimer archive feedback notes thanks beta dedication challenge status date
	words format language source other`)

// fieldValues is the value of --set: fields of the header, as "rating=PG". An
// empty value takes the field out of the book.
type fieldValues []book.Field

func (v *fieldValues) Type() string { return "name=value" }

func (v *fieldValues) String() string { return strings.Join(v.GetSlice(), ", ") }

func (v *fieldValues) Set(s string) error {
	name, value, ok := strings.Cut(s, "=")
	name = strings.ToLower(strings.TrimSpace(name))
	if !ok || !slices.Contains(fieldNames, name) {
		return fmt.Errorf("%q is not name=value with one of the names %s", s, strings.Join(fieldNames, ", "))
	}
	*v = append(*v, book.Field{Name: name, Value: strings.TrimSpace(value)})
	return nil
}

// Append, Replace and GetSlice make it a pflag.SliceValue.
func (v *fieldValues) Append(s string) error { return v.Set(s) }

func (v *fieldValues) Replace(all []string) error {
	*v = nil
	return setAll(v, all)
}

func (v *fieldValues) GetSlice() []string {
	var out []string
	for _, f := range *v {
		out = append(out, f.Name+"="+f.Value)
	}
	return out
}
