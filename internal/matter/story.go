package matter

import "storybind/internal/book"

// Part makes the page that opens a story in an anthology, in the story's own language:
// its title and authors, and every field of its header. Long notes follow as a section
// of their own. b's metadata is completed as that of a book is.
func Part(b *book.Book, o Options) *book.Section {
	w := wordingOf(b.Meta.Language)
	completeMetadata(b, o, w)
	sh := shareFields(b)
	part := titlePage(b, append(sh.title, sh.summaries...), w)
	part.Role, part.Unlisted = book.Part, false
	if quiet := append(sh.quiet, sh.rights...); len(quiet) > 0 { // at the foot: there is no back of it
		part.Blocks = append(part.Blocks, &book.FieldList{Fields: quiet})
	}
	if n := notesPage(sh.long, w); n != nil {
		n.Unlisted = true
		part.Sections = append(part.Sections, n)
	}
	return part
}
