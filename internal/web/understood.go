package web

import (
	"slices"
	"strings"

	"storybind/internal/convert"
)

// An understood is one story as the page shows it.
type understood struct {
	Prefix   string // before the names of its fields, when there are several stories
	File     string
	Line     string // "12 chapters, 34,012 words"
	About    []entry
	Fields   []entry
	Names    []string // the fields that can be added
	Sections []sectionRow
	Missed   []sectionRow // lines that could be headings
	Was      string       // the lines that were read as headings before anybody ticked
	More     []setting    // settings that are about this story's lines
	Remarks  []remarkRow
	Hidden   int // remarks beyond those shown
	Kept     []keptStory

	LineWrong  string // what is wrong with the number of a heading's line
	Text       string // names the story's text: the same text has the same name
	PartOf     string // names the story that this is a part of; "" when it is none
	PartNumber int
	From, To   int // where it lies in a mailbox that came as one file; To is 0 elsewhere
}

// An entry is a field that can be edited: what it holds, and what the story says.
type entry struct {
	Prefix                  string // see understood
	Name, Label, Value, Was string
	Hint                    string
	Long                    bool
	Wrong                   string // what is wrong with the value
}

// ID names the field's parts on the page.
func (e entry) ID() string { return strings.NewReplacer(":", "-", ".", "-").Replace(e.Prefix + e.Name) }

// A keptStory is a story that a page without script brings back.
type keptStory struct{ Name, Base64 string }

// Short is the field's name as a class of the page's style.
func (e entry) Short() string { return strings.TrimPrefix(e.Name, fieldPrefix) }

// Ticked reports whether there is a heading to tick off.
func (u understood) Ticked() bool {
	return slices.ContainsFunc(u.Sections, func(r sectionRow) bool { return r.Line > 0 })
}

// Title is the title as it stands in the form.
func (u understood) Title() string { return u.About[0].Value }

// Heading names the story.
func (u understood) Heading() string {
	if t := u.Title(); t != "" {
		return t
	}
	return u.File
}

// understand gathers what the page shows of a story.
func understand(s *story, res *convert.Result, wrong wrongFields) understood {
	in := res.Inspection(true)
	m := in.Metadata
	u := understood{File: s.files[0].Name, Names: fieldNames()}
	u.About = []entry{
		s.entry("title", "Title", m.Title),
		s.entry("author", "Author", strings.Join(m.Authors, "; ")),
		s.entry("series", "Series", m.Series.Name),
		s.entry("series-index", "Number in the series", m.Series.Index),
		s.entry("language", "Language", m.Language),
	}
	if m.TitleFrom == "filename" {
		u.About[0].Hint = "From the file's name."
	}
	u.About[1].Hint = "Several: put ; between them."
	u.About[4].Hint = "As a tag: en, en-GB, de, pt-BR."
	u.fields(s, m.Fields)
	u.sections(s, res, in.Sections)
	u.remarks(s, res)
	u.More = wrong.mark(settingsOf(perStory, s.last))
	for _, entries := range [][]entry{u.About, u.Fields} {
		for i := range entries {
			entries[i].Wrong = wrong[entries[i].Name]
		}
	}
	u.LineWrong = wrong["heading-line"]
	u.Text, u.PartOf, u.PartNumber = s.part()
	u.From, u.To = s.message.Start, s.message.End
	facts := res.Facts()
	u.Line = count(facts.Chapters, "chapter") + ", " + count(facts.Words, "word")
	return u
}

// entry is a field with what the story says; what it was at first stays known
// while it is edited.
func (s *story) entry(name, label, value string) entry { return s.entryAt(0, name, label, value) }

// entryAt is the entry of the field's n-th value, n counted from 0.
func (s *story) entryAt(n int, name, label, value string) entry {
	e := entry{Name: name, Label: label, Value: value, Was: value}
	if was := s.all(wasPrefix + name); n < len(was) {
		e.Was = oneParagraph(was[n])
	} else if name == fieldPrefix+s.last("add-field") {
		e.Was = "" // the story has it from the form
	}
	e.Long = max(len(e.Value), len(e.Was)) > 70 || strings.Contains(e.Value+e.Was, "\n")
	return e
}

// fields shows the header's fields, but for those that stand above already. One
// that was emptied is out of the book, but stays on the page, so that it can be
// brought back.
func (u *understood) fields(s *story, fields []convert.InspectedField) {
	next := map[string]int{} // by name: how many values are shown
	emptied := func(name string) {
		for posted := s.all(fieldPrefix + name); next[name] < len(posted) && oneParagraph(posted[next[name]]) == ""; next[name]++ {
			u.Fields = append(u.Fields, s.entryAt(next[name], fieldPrefix+name, humanName(name), ""))
		}
	}
	for _, f := range fields {
		if slices.Contains(about, f.Name) {
			continue
		}
		emptied(f.Name)
		label := f.Label
		if label == "" {
			label = humanName(f.Name)
		}
		e := s.entryAt(next[f.Name], fieldPrefix+f.Name, label, f.Value)
		next[f.Name]++
		u.Fields = append(u.Fields, e)
	}
	for _, name := range s.names() {
		if field, ok := strings.CutPrefix(name, fieldPrefix); ok {
			emptied(field)
		}
	}
}
