package book

import (
	"strconv"
	"strings"
)

// Bind makes an anthology of stories: each is a part, made by matter, that holds the
// story's sections. parts and stories belong together by their places. The metadata is
// what the stories have in common and all that they credit; the title is given. The
// stories must not be used afterwards.
func Bind(title string, stories []*Book, parts []*Section) *Book {
	b := &Book{Meta: Metadata{Title: title, TitleFrom: FromSetting}}
	words := map[string]int{} // language → letters
	for i, s := range stories {
		id := "story-" + strconv.Itoa(i+1)
		part := parts[i]
		part.ID = id
		of := &Story{Title: s.Meta.Title, Authors: s.Meta.Authors(), Language: s.Meta.Language, Page: part, Header: s.Meta}
		for _, region := range [][]*Section{s.Front, s.Body, s.Back} {
			part.Sections = append(part.Sections, region...)
		}
		walk([]*Section{part}, 1, func(_ int, sec *Section) bool {
			sec.Story = of
			if sec != part {
				sec.Unlisted = sec.Unlisted || sec.Label == "" && len(sec.Title) == 0 // the contents name the story
				sec.ID = id + "-" + sec.ID
				renameNotes(sec.Blocks, id+"-")
			}
			SectionPieces(sec, func(t string) { words[of.Language] += len(t) })
			return true
		})
		b.Body = append(b.Body, part)
		b.Images = append(b.Images, s.Images...)
		b.SetAside = append(b.SetAside, s.SetAside...)
		b.credit(&s.Meta)
		b.common(&s.Meta, i == 0)
	}
	for _, s := range stories { // the first of those with the most text is the book's
		if l := s.Meta.Language; words[l] > words[b.Meta.Language] {
			b.Meta.Language = l
		}
	}
	for _, s := range stories {
		if l := s.Meta.Language; l != "" && l != b.Meta.Language && !has(b.Meta.Languages, l) {
			b.Meta.Languages = append(b.Meta.Languages, l)
		}
	}
	return b
}

// Between stands between a story's title and who wrote it, where a line names both.
const Between = " \u00b7 "

// Bylines says who wrote which story of an anthology, by the part that opens it, for its
// contents; nil where the same wrote them all, whom the title page names.
func (b *Book) Bylines() map[*Section]string {
	names := map[*Section]string{}
	differ := false
	for _, s := range b.Body {
		if s.Story == nil {
			return nil
		}
		names[s] = strings.Join(s.Story.Authors, ", ")
		differ = differ || names[s] != names[b.Body[0]]
	}
	if !differ {
		return nil
	}
	return names
}

// credit names everybody once, in the order of the stories.
func (b *Book) credit(m *Metadata) {
next:
	for _, c := range m.Contributors {
		for _, have := range b.Meta.Contributors {
			if have.Name == c.Name && have.Role == c.Role {
				continue next
			}
		}
		b.Meta.Contributors = append(b.Meta.Contributors, c)
	}
	for _, s := range m.Subjects {
		if !has(b.Meta.Subjects, s) {
			b.Meta.Subjects = append(b.Meta.Subjects, s)
		}
	}
}

// common keeps what all stories say alike: the series, the direction of pages; of their
// dates the last.
func (b *Book) common(m *Metadata, first bool) {
	if first {
		b.Meta.Series, b.Meta.Progression = m.Series, m.Progression
	}
	if b.Meta.Series != m.Series {
		b.Meta.Series = ""
	}
	if b.Meta.Progression != m.Progression {
		b.Meta.Progression = LeftToRight
	}
	b.Meta.Published = max(b.Meta.Published, m.Published)
}

func has(all []string, one string) bool {
	for _, s := range all {
		if s == one {
			return true
		}
	}
	return false
}
