package matter

import "storybind/internal/book"

// copyrightPage is on the back of the title page, as in printed books: the fields that are
// not on it, and what the header says about rights, whose the characters are and where the
// story may be posted. It is nil when there is nothing of the kind.
func copyrightPage(quiet, rights []book.Field) *book.Section {
	s := &book.Section{ID: "copyright-page", Role: book.CopyrightPage, Unlisted: true}
	for _, fields := range [][]book.Field{quiet, rights} {
		if len(fields) > 0 {
			s.Blocks = append(s.Blocks, &book.FieldList{Fields: fields})
		}
	}
	if s.Blocks == nil {
		return nil
	}
	return s
}
