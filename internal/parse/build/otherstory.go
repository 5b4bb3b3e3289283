package build

import (
	"fmt"
	"strings"

	"storybind/internal/book"
	"storybind/internal/diag"
	"storybind/internal/parse/opening"
	"storybind/internal/parse/wording"
)

// ownStory opens a section for the file's first story, headed by its title, when
// others follow it, and tells of them.
func (b *binding) ownStory(from int) *book.Section {
	others := 0
	var titles strings.Builder
	for i := range b.Heads {
		if h := &b.Heads[i]; h.Style&wording.OfStory != 0 {
			if others++; others <= 3 {
				fmt.Fprintf(&titles, ", %q", strings.TrimSpace(b.Lines[h.Line].Text[h.Open:]))
			}
		}
	}
	if b.several = others > 0; !b.several {
		return nil
	}
	if others > 3 {
		fmt.Fprintf(&titles, " and %d more", others-3)
	}
	first := 0
	for b.Heads[first].Style&wording.OfStory == 0 {
		first++
	}
	n := int(b.Heads[first].Line)
	b.Remark("several-stories", diag.Warning, n, n+1, "the file holds several texts under titles of their own: "+titles.String()[2:]+"; each is a section, and what its header says stands in it",
		"the title and the author of the book are those of the file's beginning; give others with --title and --author")
	at := b.titleSaid()
	if first == 0 && opening.NextText(b.Scheme.Reading, from, b.To) >= int(b.Heads[0].From) || b.Book.Meta.Title == "" || at < 0 {
		return nil
	}
	s := &book.Section{Role: book.Part, Title: b.InlinesOf(b.Book.Meta.Title), Heading: b.Book.Meta.Title, Span: b.Src.Span(at, b.Span(from, int(b.Heads[first].From)).End)}
	if first == 0 {
		s.Role = book.Chapter
	}
	s.ID = b.id(string(s.Role), "")
	b.Book.Body = append(b.Book.Body, s)
	b.body = true
	b.open, b.level = append(b.open, s), append(b.level, 1)
	return s
}

// titleSaid is the byte at which the file says its own title: in a field, or in a
// message's header or a licence text that was set aside; -1 when it does not.
func (b *binding) titleSaid() int {
	for i := range b.Book.Meta.Fields {
		if f := &b.Book.Meta.Fields[i]; f.Name == "title" {
			return f.Span.Start
		}
	}
	if b.Book.Meta.TitleFrom == book.FromHeader && len(b.Book.SetAside) > 0 {
		return b.Book.SetAside[0].Span.Start
	}
	return -1
}
