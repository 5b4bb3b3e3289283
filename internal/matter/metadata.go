package matter

import (
	"fmt"
	"strings"

	"github.com/gofrs/uuid/v5"

	"storybind/internal/book"
)

// completeMetadata fills in what follows from the header's fields and the text.
// What is there already (from a setting, or because parse knew better) stays.
func completeMetadata(b *book.Book, o Options, w wording) {
	m := &b.Meta
	if m.Title == "" {
		m.Title = w.untitled
		if len(o.Sources) > 0 && o.Sources[0] != "stdin" && o.Sources[0] != "story.txt" { // what came without a file is called so
			m.Filed = withoutExtension(o.Sources[0])
		}
	}
	if m.TitleSort == "" {
		m.TitleSort = titleSort(firstOf(m.Filed, m.Title), m.Language)
	}
	for i := range m.Contributors {
		if c := &m.Contributors[i]; c.FileAs == "" {
			c.FileAs = fileAs(c.Name)
		}
	}
	for _, f := range m.Fields {
		value := strings.TrimSpace(f.Value)
		switch f.Name {
		case "summary":
			m.Description = joinParagraphs(m.Description, value)
		case "disclaimer":
			m.Rights = joinParagraphs(m.Rights, value)
		case "date":
			if m.Published == "" {
				m.Published = value
			}
		case "fandom", "category", "pairing", "characters", "keywords", "rating", "warnings":
			m.Subjects = addSubjects(m.Subjects, f.Name, value)
		}
	}
	for _, f := range m.Fields {
		if publisherLabels[labelKey(f.Label)] {
			m.Publisher = firstOf(m.Publisher, strings.TrimSpace(f.Value))
		}
	}
	m.Source = firstOf(m.Source, sourceOf(m.Fields))
	published, day := dateOf(m.Published)
	m.Published = day
	switch {
	case !o.Modified.IsZero():
		m.Modified = o.Modified
	case !published.IsZero():
		m.Modified = published
	default:
		m.Modified = epoch
	}
	if m.Identifier = o.Identifier; m.Identifier == "" {
		m.Identifier = identifier(b)
	}
}

func joinParagraphs(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + "\n\n" + b
}

// addSubjects splits a field into subjects where its authors list several. A
// rating is one subject; a pairing keeps its slash.
func addSubjects(subjects []string, name, value string) []string {
	separators := ",;\n"
	if name == "rating" {
		separators = "\n"
	}
	for _, s := range strings.FieldsFunc(value, func(r rune) bool { return strings.ContainsRune(separators, r) }) {
		s = strings.Trim(strings.TrimSpace(s), ".")
		if s == "" || strings.EqualFold(s, "none") || strings.EqualFold(s, "n/a") || len(s) > 120 {
			continue
		}
		known := false
		for _, have := range subjects {
			known = known || strings.EqualFold(have, s)
		}
		if !known {
			subjects = append(subjects, s)
		}
	}
	return subjects
}

// namespace is the UUID name space of stories (RFC 9562, section 6.6): itself the
// version 5 UUID of "storybind" in the name space of URLs.
var namespace = uuid.NewV5(uuid.NamespaceURL, "storybind")

// identifier names the story by its text: a version 5 UUID over the letters and
// digits of its body. So a mended quote, another setting or a title given by hand
// leave the identifier, and with it a reader's place in the book, as it was.
func identifier(b *book.Book) string {
	var d book.Digest
	for at, s := range b.Regions() {
		if at.Region == book.BodyMatter {
			book.SectionPieces(s, d.Add)
		}
	}
	return "urn:uuid:" + uuid.NewV5(namespace, fmt.Sprintf("%d letters, %x", d.Letters, d.Sum)).String()
}
