package matter

import "storybind/internal/book"

// fewEntries is how many entries a list of contents needs to be worth a page.
const fewEntries = 4

// contentsPage lists the sections, when the list says something: four of them or more,
// one at least with a title of its own. Chapters that are only counted, and the few of a short
// story, are found without it; a reader's side bar lists them all the same.
func contentsPage(b *book.Book, w wording) *book.Section {
	listed, titled := 0, 0
	for at, s := range b.Regions() {
		if s.Unlisted || s.Label == "" && len(s.Title) == 0 {
			continue
		}
		listed++
		if at.Region == book.BodyMatter && len(s.Title) > 0 {
			titled++
		}
	}
	if listed < fewEntries || titled == 0 {
		return nil
	}
	return &book.Section{ID: "contents", Role: book.Contents, Title: text(w.contents), Unlisted: true,
		Blocks: []book.Block{&book.ContentsList{}}}
}
