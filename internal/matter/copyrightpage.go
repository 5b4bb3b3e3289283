package matter

import "storybind/internal/book"

// copyrightPage holds what the header says about rights: whose the characters are,
// where the story may be posted. It follows the title page, as in printed books,
// where it is on the back of it. It is nil when the header says nothing of the kind.
func copyrightPage(fields []book.Field) *book.Section {
	if len(fields) == 0 {
		return nil
	}
	return &book.Section{ID: "copyright-page", Role: book.CopyrightPage, Unlisted: true,
		Blocks: []book.Block{&book.FieldList{Fields: fields}}}
}
