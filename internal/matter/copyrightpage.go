package matter

import "storybind/internal/book"

// copyrightPage is on the back of the title page, as in printed books: the short fields that
// are not on it, then as text the author's notes if there is room, and what the header says
// about rights, whose the characters are and where the story may be posted. It is nil when
// there is nothing of the kind.
func copyrightPage(quiet, text []book.Field) *book.Section {
	s := &book.Section{ID: "copyright-page", Role: book.CopyrightPage, Unlisted: true}
	for _, fields := range [][]book.Field{quiet, text} {
		if len(fields) > 0 {
			s.Blocks = append(s.Blocks, &book.FieldList{Fields: fields})
		}
	}
	if s.Blocks == nil {
		return nil
	}
	return s
}
