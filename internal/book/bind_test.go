package book

import (
	"slices"
	"testing"
)

func TestBind(t *testing.T) {
	story := func(title, author, language, text string) *Book {
		par := &Paragraph{Inlines: []Inline{Text{text}, NoteRef{ID: "note-1"}}}
		return &Book{Meta: Metadata{Title: title, Language: language, Series: "S", Published: "2001", Subjects: []string{"PG"}, Contributors: []Contributor{{Name: author, Role: "aut"}, {Name: "Ed", Role: "edt"}}},
			Front: []*Section{{ID: "dedication", Role: Dedication, Title: []Inline{Text{"To"}}}},
			Body:  []*Section{{ID: "chapter-1", Role: Chapter, Blocks: []Block{par}}},
			Back:  []*Section{{ID: "endnotes", Role: Endnotes, Title: []Inline{Text{"Notes"}}, Blocks: []Block{&Note{ID: "note-1"}}}}}
	}
	stories := []*Book{story("Eins", "Bea", "de", "kurz"), story("One", "Annie", "en", "much longer than that"), story("Two", "Bea", "en", "two")}
	var parts []*Section
	for _, s := range stories {
		parts = append(parts, &Section{ID: "title-page", Role: Part, Title: []Inline{Text{s.Meta.Title}}})
	}
	b := Bind("All", stories, parts)
	var ids []string
	for _, s := range b.Sections() {
		ids = append(ids, s.ID)
		if s.Story == nil {
			t.Errorf("%s belongs to no story", s.ID)
		}
	}
	if want := []string{"story-1", "story-1-dedication", "story-1-chapter-1", "story-1-endnotes", "story-2", "story-2-dedication", "story-2-chapter-1", "story-2-endnotes", "story-3", "story-3-dedication", "story-3-chapter-1", "story-3-endnotes"}; !slices.Equal(ids, want) {
		t.Errorf("sections %q", ids)
	}
	chapter := b.Body[1].Sections[1]
	if !chapter.Unlisted || chapter.Story.Language != "en" || chapter.Blocks[0].(*Paragraph).Inlines[1].(NoteRef).ID != "story-2-note-1" || b.Body[1].Sections[2].Blocks[0].(*Note).ID != "story-2-note-1" {
		t.Errorf("the second story's chapter is %+v", chapter)
	}
	if by := b.Bylines(); len(by) != 3 || by[b.Body[0]] != "Bea" || by[b.Body[1]] != "Annie" || b.Body[1].Story.Page != b.Body[1] {
		t.Errorf("written by %v", by)
	}
	alone := []*Book{story("One", "Annie", "en", "one"), story("Two", "Annie", "en", "two")}
	if by := Bind("Hers", alone, []*Section{{Role: Part}, {Role: Part}}).Bylines(); by != nil {
		t.Errorf("the contents of one author's stories name %v", by)
	}
	m := b.Meta
	if m.Title != "All" || m.Language != "en" || !slices.Equal(m.Languages, []string{"de"}) || !slices.Equal(m.Authors(), []string{"Bea", "Annie"}) || len(m.Contributors) != 3 || m.Series != "S" || m.Published != "2001" || len(m.Subjects) != 1 {
		t.Errorf("%+v", m)
	}
}
