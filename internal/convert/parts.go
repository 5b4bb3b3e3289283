package convert

import (
	"fmt"
	"slices"
	"strings"

	"storybind/internal/book"
	"storybind/internal/decode"
	"storybind/internal/diag"
	"storybind/internal/parse"
)

// joinParts makes one book of the parts of a story. Where every part says its
// number ("The Lamp (2/3)"), the numbers are their order; otherwise the order given
// stands. A number that is missing or there twice is told, and if the parts say none,
// those that their files' names say ("lamp-part2.txt") are looked at.
func joinParts(files []File, parts []*book.Book) (*book.Book, []diag.Diagnostic) {
	if len(parts) == 1 {
		return parts[0], nil
	}
	byTitle, byName := map[int][]string{}, map[int][]string{} // part number → files
	titles, names, lastTitle, lastName := true, true, 0, 0
	for i, p := range parts {
		byTitle[p.Meta.Part] = append(byTitle[p.Meta.Part], files[i].Name)
		byName[files[i].Part] = append(byName[files[i].Part], files[i].Name)
		titles, names = titles && p.Meta.Part > 0, names && files[i].Part > 0
		lastTitle, lastName = max(lastTitle, p.Meta.Part, p.Meta.Parts), max(lastName, files[i].Part)
	}
	var ds []diag.Diagnostic
	if d, different := differ(files, parts); different {
		ds = append(ds, d)
	}
	switch {
	case titles:
		slices.SortStableFunc(parts, func(a, b *book.Book) int { return a.Meta.Part - b.Meta.Part })
		ds = append(ds, gaps(byTitle, lastTitle)...)
	case names:
		ds = append(ds, gaps(byName, lastName)...)
	}
	return book.Join(parts), ds
}

// differ tells of parts that say they are different stories: titles or authors that
// their texts give, and no two alike.
func differ(files []File, parts []*book.Book) (diag.Diagnostic, bool) {
	for _, what := range []struct {
		name string
		of   func(m *book.Metadata) string
	}{
		{"titles", func(m *book.Metadata) string {
			if m.TitleFrom != book.FromHeader {
				return ""
			}
			return strings.ToLower(m.Title)
		}},
		{"authors", func(m *book.Metadata) string { return strings.ToLower(strings.Join(m.Authors(), ", ")) }},
	} {
		first := -1
		for i, p := range parts {
			switch said := what.of(&p.Meta); {
			case said == "":
			case first < 0:
				first = i
			case said != what.of(&parts[first].Meta):
				return diag.Diagnostic{Code: "convert/different-stories", Severity: diag.Warning,
					Message: fmt.Sprintf("%s and %s have different %s, and are joined as parts of one story", files[first].Name, files[i].Name, what.name),
					Hint:    "storybind bind makes an anthology of several stories"}, true
			}
		}
	}
	return diag.Diagnostic{}, false
}

// gaps tells which numbers from 1 to last no file has, or several.
func gaps(files map[int][]string, last int) []diag.Diagnostic {
	var ds []diag.Diagnostic
	for n := 1; n <= min(last, maxParts); n++ {
		switch found := files[n]; {
		case len(found) == 0:
			ds = append(ds, diag.Diagnostic{Code: "convert/missing-part", Severity: diag.Warning,
				Message: fmt.Sprintf("part %d of %d is missing", n, last), Hint: "name its file too, and the book will be whole"})
		case len(found) > 1:
			ds = append(ds, diag.Diagnostic{Code: "convert/repeated-part", Severity: diag.Warning,
				Message: fmt.Sprintf("part %d is there %d times: %q", n, len(found), found), Hint: "all are in the book; leave out those that should not be"})
		}
	}
	return ds
}

// ofPart leaves out of the remarks on file i of n what joining the files settles:
// that a later one names no title, that an earlier one goes on elsewhere.
func ofPart(ds []diag.Diagnostic, i, n int) []diag.Diagnostic {
	return slices.DeleteFunc(ds, func(d diag.Diagnostic) bool {
		switch d.Code {
		case "parse/title-from-filename", "parse/no-title", "parse/no-author":
			return i > 0
		case "parse/to-be-continued":
			return i < n-1
		}
		return false
	})
}

// A Part is what a file says about being one part of a longer story.
type Part struct {
	Story      string // names the story: its title and authors, folded
	Number, Of int    // Of is 0 when the file does not say: "The Lamp, Part 2", "(2/?)"
}

// PartOf reads the beginning of a file, and tells which part of which story it
// says that it is: "The Lamp (2/3)" or "The Lamp, Part 2" in its title or its subject.
func PartOf(name string, head []byte) (Part, bool) {
	src, _, err := decode.Text(name, head, decode.Options{})
	if err != nil {
		return Part{}, false
	}
	m := parse.Header(src)
	if m.TitleFrom != book.FromHeader || m.Part == 0 || m.Parts == 1 || m.Parts > maxParts || m.Parts > 0 && m.Part > m.Parts {
		return Part{}, false
	}
	key := strings.ToLower(fmt.Sprintf("%s\x00%s\x00%d", m.Title, strings.Join(m.Authors(), ","), m.Parts))
	return Part{key, m.Part, m.Parts}, true
}
