// Package matter adds the pages a publisher would add before and after the
// story, and completes what the book says about itself. After it nobody changes
// the book.
//
// The front matter's order is that of printed books: title page, its back, a long summary,
// dedication, epigraph, contents, notes, foreword.
//
// One page, one file: titlepage.go, story.go (a story's page in an anthology), copyrightpage.go, contents.go, notes.go, colophon.go;
// metadata.go, fileas.go and date.go complete the metadata; wording.go holds
// what the pages say in each language.
package matter

import (
	"time"

	"github.com/spf13/pflag"

	"storybind/internal/book"
	"storybind/internal/diag"
)

// Options are the settings of matter, and what only the caller knows.
type Options struct {
	Identifier string // overrules the identifier made from the text
	NoColophon bool
	NoContents bool

	Modified time.Time // when the book says it was made; zero for the story's own date
	Sources  []string  // the names of the story's files, for the colophon
	Encoding string    // what the first was read as
	Words    int       // how many words of the story are in the book
	Version  string    // storybind's own version
}

// Flags declares the settings on fs.
func (o *Options) Flags(fs *pflag.FlagSet) {
	fs.StringVar(&o.Identifier, "identifier", o.Identifier, "give the book this `identifier`, for example urn:isbn:9780000000000 (default: made from the text)")
	fs.BoolVar(&o.NoContents, "no-contents", o.NoContents, "leave out the contents page")
	fs.BoolVar(&o.NoColophon, "no-colophon", o.NoColophon, "leave out the page about this book at the end")
}

// Apply adds the pages in place, and fills in the metadata that follows from the
// fields. Every field of the header is on one of the pages.
func Apply(b *book.Book, o Options) []diag.Diagnostic {
	w := wordingOf(b.Meta.Language)
	completeMetadata(b, o, w)
	sh := shareFields(b)
	front := []*book.Section{titlePage(b, sh.title, w)}
	add := func(s *book.Section) {
		if s != nil {
			front = append(front, s)
		}
	}
	if length(sh.long)+length(sh.rights) <= sharedPage {
		sh.rights, sh.long = append(sh.long, sh.rights...), nil
	}
	dedication := dedicationPage(&sh)
	add(copyrightPage(sh.quiet, sh.rights))
	add(summaryPage(sh.summaries))
	add(dedication)
	own := b.Front
	for _, role := range []book.Role{book.Dedication, book.Epigraph} { // stand before the contents
		for len(own) > 0 && own[0].Role == role {
			add(own[0])
			own = own[1:]
		}
	}
	if !o.NoContents {
		add(contentsPage(b, w))
	}
	add(notesPage(sh.long, w))
	b.Front = append(front, own...)
	if !o.NoColophon {
		b.Back = append(b.Back, colophon(b, o, w))
	}
	return nil
}

func text(s string) []book.Inline { return []book.Inline{book.Text{Value: s}} }
