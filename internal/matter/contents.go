package matter

import "storybind/internal/book"

// fewEntries is how many entries a list of contents needs to be worth a page.
const fewEntries = 4

// fewPages is how many characters of text an opening's two pages hold, and not much more: what
// stands on them is seen at once.
const fewPages = 4500

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
	if listed < fewEntries || titled == 0 || shorter(b, fewPages) {
		return nil
	}
	return &book.Section{ID: "contents", Role: book.Contents, Title: text(w.contents), Unlisted: true,
		Blocks: []book.Block{&book.ContentsList{}}}
}

// shorter reports whether the sections of the body have fewer than so many characters.
func shorter(b *book.Book, characters int) bool {
	for at, s := range b.Regions() {
		if at.Region == book.BodyMatter {
			book.SectionPieces(s, func(text string) { characters -= len(text) })
		}
		if characters <= 0 {
			return false
		}
	}
	return true
}
