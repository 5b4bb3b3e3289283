package xhtml

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/book"
)

// fields writes fields of the header in their order: labelled ones in
// description lists, lines without a label as paragraphs between them. A list of
// one field has the field's name as a class, one without any label "unlabelled".
func (r *Renderer) fields(l *book.FieldList) {
	if len(l.Fields) == 0 {
		return
	}
	if r.ornament { // between the names and the rest of a title page
		r.ornament = false
		r.raw("<hr/>\n")
	}
	r.raw(`<div class="fields`)
	if name := l.Fields[0].Name; len(l.Fields) == 1 && IsName(name) {
		r.raw(" " + name)
	}
	if !slices.ContainsFunc(l.Fields, func(f book.Field) bool { return f.Label != "" }) {
		r.raw(" unlabelled")
	}
	r.raw(`">` + "\n")
	open := false
	for _, f := range l.Fields {
		labelled := f.Label != ""
		if open && (!labelled || r.each) {
			r.raw("</dl>\n")
			open = false
		}
		if labelled && !open {
			r.raw("<dl>\n")
			open = true
		}
		if f.Label == "" {
			r.paragraphs(&f)
			continue
		}
		r.raw("<dt>")
		r.text(f.Label)
		if last, _ := utf8.DecodeLastRuneInString(f.Label); unicode.IsLetter(last) || unicode.IsDigit(last) || last == ')' {
			r.raw(":")
		}
		r.raw("</dt>\n<dd>")
		if strings.Contains(f.Value, "\n\n") {
			r.raw("\n")
			r.paragraphs(&f)
		} else {
			for _, p := range f.Paragraphs() {
				r.fieldText(p)
			}
		}
		r.raw("</dd>\n")
	}
	if open {
		r.raw("</dl>\n")
	}
	r.raw("</div>\n")
}

// paragraphs writes a field's paragraphs.
func (r *Renderer) paragraphs(f *book.Field) {
	for _, p := range f.Paragraphs() {
		r.raw("<p>")
		r.fieldText(p)
		r.raw("</p>\n")
	}
}

// fieldText writes a paragraph of a field, whose dashes stand as they are.
func (r *Renderer) fieldText(ins []book.Inline) {
	if len(ins) == 1 {
		if t, ok := ins[0].(book.Text); ok {
			r.text(t.Value)
			return
		}
	}
	r.inlines(ins)
}
