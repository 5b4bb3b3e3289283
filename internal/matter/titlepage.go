package matter

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/book"
)

// longField is the number of characters above which a field's text crowds a
// title page and moves to the notes.
const longField = 240

// shareFields shares the header's fields out to the title page, the copyright page
// and the notes. A title or author field whose words the title page prints anyway
// is on none.
func shareFields(b *book.Book) (short, rights, long []book.Field) {
	for _, f := range b.Meta.Fields {
		switch f.Name {
		case "title", "subtitle":
			if letters(f.Value) == letters(b.Meta.Title) || letters(f.Value) == letters(b.Meta.Subtitle) {
				continue
			}
		case "author":
			if namesOnly(f.Value, b.Meta.Contributors) {
				continue
			}
		case "contributor", "rating", "summary":
		case "disclaimer", "archive":
			rights = append(rights, f)
			continue
		default:
			if utf8.RuneCountInString(f.Value) > longField || strings.Contains(f.Value, "\n\n") {
				long = append(long, f)
				continue
			}
		}
		short = append(short, f)
	}
	return short, rights, long
}

// titlePage sets the title, who wrote it, the rating, the summary, and the other
// fields as a quiet list.
func titlePage(b *book.Book, fields []book.Field, w wording) *book.Section {
	s := &book.Section{ID: "title-page", Role: book.TitlePage, Title: text(b.Meta.Title), Unlisted: true}
	if b.Meta.Subtitle != "" {
		s.Subtitle = text(b.Meta.Subtitle)
	}
	if names := b.Meta.Authors(); len(names) > 0 {
		s.Blocks = append(s.Blocks, &book.Byline{Inlines: text(w.by + w.list(names))})
	}
	for _, want := range []func(string) bool{
		func(name string) bool { return name == "rating" },
		func(name string) bool { return name == "summary" },
		func(name string) bool { return name != "rating" && name != "summary" },
	} {
		var list []book.Field
		for _, f := range fields {
			if want(f.Name) {
				list = append(list, f)
			}
		}
		if len(list) > 0 {
			s.Blocks = append(s.Blocks, &book.FieldList{Fields: list})
		}
	}
	return s
}

// namesOnly reports whether an author field says nothing but the credited names
// and the words that join them.
func namesOnly(value string, credited []book.Contributor) bool {
	rest := strings.Join(strings.Fields(value), " ")
	for _, c := range credited {
		rest = strings.ReplaceAll(rest, c.Name, " ")
		rest = strings.ReplaceAll(rest, c.FileAs, " ")
	}
	for _, word := range strings.FieldsFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		switch strings.ToLower(word) {
		case "by", "and", "with", "und", "et", "y", "e", "written", "von", "par", "por", "di", "av", "door", "kirj":
		default:
			return false
		}
	}
	return true
}

// letters is the fingerprint of a text's letters and digits.
func letters(s string) book.Digest {
	var d book.Digest
	d.Add(s)
	return d
}
