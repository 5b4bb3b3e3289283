package matter

import "storybind/internal/book"

// contentsPage lists the sections of a book of more than one chapter; a one-shot
// needs none.
func contentsPage(b *book.Book, w wording) *book.Section {
	listed := 0
	for _, s := range b.Sections() {
		if !s.Unlisted && (s.Label != "" || len(s.Title) > 0) {
			listed++
		}
	}
	if listed < 2 {
		return nil
	}
	return &book.Section{ID: "contents", Role: book.Contents, Title: text(w.contents), Unlisted: true,
		Blocks: []book.Block{&book.ContentsList{}}}
}
