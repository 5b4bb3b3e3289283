package convert

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"storybind/internal/book"
	"storybind/internal/diag"
	"storybind/internal/matter"
	"storybind/internal/parallel"
	"storybind/internal/writer"
)

// A Binding is several stories that become one book, an anthology.
type Binding struct {
	Request           // what is wanted of the book; its Files are not looked at
	Title   string    // of the anthology, when no setting gives one; "" for what the stories have in common
	Name    string    // its title when they have nothing in common
	Stories []Request // each story's files, with its sidecar, in the order in which they stand
}

// aboutBook are the settings that speak of the anthology and not of its stories.
var aboutBook = []string{"title", "author", "language", "series", "series-index", "identifier"}

// Bind makes an anthology: each story is a part with its own title page, in its own
// language. A text that stands there twice is taken once. A story that cannot be read
// is an error: a book that lacks it would not be the one asked for.
func Bind(ctx context.Context, b Binding) (Result, error) {
	if len(b.Stories) == 0 {
		return Result{}, fmt.Errorf("an anthology needs stories")
	}
	b.Files = []File{{Name: b.Stories[0].Files[0].Name}}
	for _, s := range b.Settings {
		if s.Name == "set" {
			return Result{}, SettingError{s, fmt.Errorf("a field is of one story; give it in a .toml file beside the story")}
		}
	}
	o, writers, _, err := b.settle()
	if err != nil {
		return Result{}, err
	}
	res := Result{}
	stories := res.once(b.Stories)
	read := make([]Result, len(stories))
	err = parallel.Do(len(stories), 0, func(i int) (err error) {
		read[i], err = b.readStory(ctx, stories[i])
		return err
	})
	var books []*book.Book
	var parts []*book.Section
	var encodings []string
	for i := range read {
		one := &read[i]
		res.Diagnostics = append(res.Diagnostics, one.Diagnostics...)
		if one.book == nil {
			continue
		}
		res.Words.add(one.Words)
		res.sources = append(res.sources, one.sources...)
		books = append(books, one.book)
		parts = append(parts, matter.Part(one.book, matter.Options{Sources: one.names()}))
		for _, s := range one.sources {
			if !slices.Contains(encodings, s.Encoding) {
				encodings = append(encodings, s.Encoding)
			}
		}
	}
	if err != nil {
		return res, err
	}
	title := b.Title
	if title == "" {
		title = b.commonTitle(books)
	}
	res.book = book.Bind(title, books, parts)
	b.describe(&res.book.Meta)
	o.matter.Modified, o.matter.Version = b.Modified, b.Version
	o.matter.Sources, o.matter.Encoding, o.matter.Words = res.names(), strings.Join(encodings, ", "), res.Words.Book
	res.Diagnostics = append(res.Diagnostics, matter.Apply(res.book, o.matter)...)
	return res.finish(ctx, &b.Request, writers, b.Fingerprint)
}

// once leaves out the stories whose text an earlier one has.
func (res *Result) once(stories []Request) []Request {
	first := map[[sha256.Size]byte]string{}
	var out []Request
	for _, s := range stories {
		sum := sha256.New()
		for _, f := range s.Files {
			one := sha256.Sum256(f.Data)
			sum.Write(one[:])
		}
		key := [sha256.Size]byte(sum.Sum(nil))
		if have := first[key]; have != "" {
			res.Diagnostics = append(res.Diagnostics, diag.Diagnostic{Code: "convert/same-text", Severity: diag.Warning,
				Message: fmt.Sprintf("%s holds the text of %s; it is in the book once", s.Files[0].Name, have)})
			continue
		}
		first[key] = s.Files[0].Name
		out = append(out, s)
	}
	return out
}

// readStory reads one story, with those of the settings that are for every story.
func (b *Binding) readStory(ctx context.Context, s Request) (Result, error) {
	s.Settings, s.Open, s.Formats = nil, b.Open, nil
	for _, c := range b.Settings {
		if !slices.Contains(aboutBook, c.Name) {
			s.Settings = append(s.Settings, c)
		}
	}
	o, _, choices, err := s.settle()
	if err != nil {
		return Result{}, err
	}
	res := Result{}
	if beside := overruled(choices); beside != "" {
		res.Diagnostics = append(res.Diagnostics, besideStory(s.Files[0].Sidecar.Name, beside))
	}
	_, err = res.read(ctx, &s, &o)
	return res, err
}

// describe lets the settings speak that are about the anthology.
func (b *Binding) describe(m *book.Metadata) {
	var authors []book.Contributor
	for _, s := range b.Settings {
		switch s.Name {
		case "title":
			m.Title = s.Value
		case "author":
			authors = append(authors, book.Contributor{Name: s.Value, Role: "aut"})
		case "language":
			m.Language = s.Value
		case "series":
			m.Series = s.Value
		case "series-index":
			m.SeriesIndex = s.Value
		}
	}
	if authors != nil {
		m.Contributors = authors
	}
}

// commonTitle is a title for an anthology that nobody has named: the series of all its
// stories, or the name of its file.
func (b *Binding) commonTitle(books []*book.Book) string {
	series := books[0].Meta.Series
	for _, s := range books {
		if s.Meta.Series != series {
			series = ""
		}
	}
	switch {
	case series != "":
		return series
	case b.Name != "":
		return b.Name
	}
	return "Stories"
}

// Fingerprint is a digest of all that the anthology in this format is made from (see
// Request.Fingerprint).
func (b *Binding) Fingerprint(f writer.Format) string {
	p := print{sha256.New()}
	whole := b.Request
	whole.Files = []File{{}}
	p.text("bind", b.Title, b.Name, whole.Fingerprint(f))
	for _, s := range b.Stories {
		p.text(s.Fingerprint(f))
	}
	return hex.EncodeToString(p.Sum(nil)[:16])
}
