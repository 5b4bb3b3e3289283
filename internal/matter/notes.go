package matter

import (
	"slices"
	"strings"

	"storybind/internal/book"
)

// notesPage holds the fields that are too long for the title page and its back: the
// author's notes, thanks. It is nil when there are none.
func notesPage(fields []book.Field, w wording) *book.Section {
	return pageOf("header-notes", w.notes, fields)
}

// summaryPage holds a summary that is too long for the title page.
func summaryPage(fields []book.Field) *book.Section {
	if len(fields) == 0 {
		return nil
	}
	return pageOf("summary", fields[0].Label, fields)
}

// pageOf is a page of fields under a heading. What one field alone is called is the
// heading, and no label says it again.
func pageOf(id, heading string, fields []book.Field) *book.Section {
	if len(fields) == 0 {
		return nil
	}
	list := &book.FieldList{Fields: append([]book.Field(nil), fields...)}
	if len(list.Fields) == 1 && list.Fields[0].Label != "" {
		heading = list.Fields[0].Label
	}
	for i := range list.Fields {
		if label := list.Fields[i].Label; strings.EqualFold(strings.TrimRight(label, ":"), strings.TrimRight(heading, ":")) {
			list.Fields[i].Label = ""
		}
	}
	s := &book.Section{ID: id, Role: book.Notes, Unlisted: true, Blocks: []book.Block{list}}
	if heading != "" {
		s.Title = text(strings.TrimRight(heading, ":"))
	}
	return s
}

// dedicationPage takes the dedication that stands among a title page's lines, under no label, from the
// quiet fields: it has a page of its own.
func dedicationPage(sh *share) *book.Section {
	at := slices.IndexFunc(sh.quiet, func(f book.Field) bool { return f.Name == "dedication" && f.Label == "" })
	if at < 0 {
		return nil
	}
	f := sh.quiet[at]
	sh.quiet = slices.Delete(slices.Clone(sh.quiet), at, at+1)
	s := &book.Section{ID: "header-dedication", Role: book.Dedication, Unlisted: true}
	for _, p := range f.Text {
		s.Blocks = append(s.Blocks, &book.Paragraph{Inlines: p})
	}
	if len(f.Text) == 0 {
		s.Blocks = []book.Block{&book.Paragraph{Inlines: text(f.Value)}}
	}
	return s
}
