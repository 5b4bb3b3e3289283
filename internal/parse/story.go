// Package parse reads a plain-text story into a book. It cannot fail: every
// text is some book, and every doubtful guess is a remark.
package parse

import (
	"strings"

	"github.com/spf13/pflag"

	"storybind/internal/book"
	"storybind/internal/diag"
	"storybind/internal/source"
)

// Options are the settings of parse.
type Options struct {
	Title    string
	Authors  []string
	Language string
}

// Flags declares the settings on fs.
func (o *Options) Flags(fs *pflag.FlagSet) {
	fs.StringVar(&o.Title, "title", o.Title, "give the book this `title`")
	fs.StringArrayVar(&o.Authors, "author", o.Authors, "give the book this author; repeat for several")
	fs.StringVar(&o.Language, "language", o.Language, "language of the story as a BCP 47 `tag`, for example en-GB (default: the text decides)")
}

// Story reads a story's text into a book.
func Story(src *source.Text, o Options) (*book.Book, []diag.Diagnostic) {
	b := &book.Book{}
	s := &book.Section{ID: "chapter-1", Role: book.Chapter, Span: src.Span(0, len(src.Body))}
	first := -1
	for n := 0; n <= src.Lines(); n++ {
		blank := n == src.Lines() || strings.TrimSpace(src.Line(n)) == ""
		if !blank && first < 0 {
			first = n
		} else if blank && first >= 0 {
			sp := src.LineSpan(first, n-1)
			s.Blocks = append(s.Blocks, &book.Paragraph{Inlines: []book.Inline{book.Text{Value: strings.Join(strings.Fields(sp.Raw()), " ")}}, Span: sp})
			first = -1
		}
	}
	b.Body = []*book.Section{s}
	b.Meta.Language = "en"
	b.Meta.TitleFrom = book.FromNone
	return b, nil
}
