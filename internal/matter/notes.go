package matter

import "storybind/internal/book"

// notesPage holds the fields that are too long for the title page: the author's
// notes, a disclaimer, thanks. It is nil when there are none.
func notesPage(fields []book.Field, w wording) *book.Section {
	if len(fields) == 0 {
		return nil
	}
	return &book.Section{ID: "header-notes", Role: book.Notes, Title: text(w.notes), Unlisted: true,
		Blocks: []book.Block{&book.FieldList{Fields: fields}}}
}
