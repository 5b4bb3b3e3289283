// Package epub writes EPUB 3.3, made to work on old reading systems too.
//
// One book, one path: plan.go shares the book out to pages, package xhtml writes
// their bodies, container.go lets go-epub build a container around them, and
// finish.go makes an EPUB of it: our package document, nav document and NCX, our
// order, our times, faces and pictures copied in as they are. readback.go then
// opens the finished file and reads what it really says.
package epub

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/pflag"

	"storybind/internal/book"
	"storybind/internal/cover"
	"storybind/internal/diag"
	"storybind/internal/face"
	"storybind/internal/parallel"
	"storybind/internal/writer"
	"storybind/internal/xhtml"
)

// Format is EPUB's row in the register of formats.
var Format = writer.Format{
	Name:      "epub",
	Extension: ".epub",
	MediaType: "application/epub+zip",
	Summary:   "EPUB 3 for e-readers and reading apps",
	New:       func() writer.Writer { return &Writer{} },
	Memory:    9,
	Seal:      seal,
}

// Kepub is the row of EPUB as Kobo's e-readers like it best: by the ending of the
// file's name they know that it is for their newer reading system.
var Kepub = writer.Format{
	Name:      "kepub",
	Extension: ".kepub.epub",
	MediaType: "application/epub+zip",
	Summary:   "EPUB 3 with Kobo's spans, for Kobo e-readers",
	New:       func() writer.Writer { return &Writer{kobo: true} },
	Memory:    9,
	Seal:      seal,
}

// A Writer writes one EPUB.
type Writer struct {
	kobo    bool // with Kobo's spans
	font    face.Choice
	noFonts bool
	cover   cover.Picture
	noCover bool
}

// Flags declares the settings of this format.
func (w *Writer) Flags(fs *pflag.FlagSet) {
	fs.Var(&w.font, "font", face.FontHelp())
	fs.BoolVar(&w.noFonts, "no-fonts", w.noFonts, "embed no fonts: the e-reader's own are used")
	fs.Var(&w.cover, "cover", cover.PictureHelp)
	fs.BoolVar(&w.noCover, "no-cover", w.noCover, "the book has no cover")
}

// limit is the length in bytes above which a section is split into several
// pages: old reading systems slow down or give up at 260 KB.
const limit = 230_000

// Write writes the book (see [writer.Writer]).
func (w *Writer) Write(ctx context.Context, dst io.Writer, b *book.Book) (writer.Result, error) {
	e, err := w.edition(ctx, b)
	if err != nil {
		return writer.Result{}, fmt.Errorf("make the EPUB: %w", err)
	}
	if _, err := dst.Write(e.file); err != nil {
		return writer.Result{}, fmt.Errorf("write the EPUB: %w", err)
	}
	return writer.Result{Diagnostics: e.diags, Drawn: e.drawn}, nil
}

// edition makes the EPUB in memory: the order of the steps.
func (w *Writer) edition(ctx context.Context, b *book.Book) (*edition, error) {
	family, err := w.font.Family()
	if err != nil {
		return nil, err
	}
	e := &edition{book: b}
	e.metadata()
	e.plan(w)
	if len(e.pages) == 0 {
		return nil, errors.New("the book has no pages")
	}
	e.render(w.kobo)
	if err := ctx.Err(); err != nil {
		return nil, err
	}

	container, documents, err := e.build(w, family)
	if err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}

	e.file, err = e.finish(container, documents)
	return e, err
}

// build makes at once whatever does not wait for something else: go-epub's containers,
// which can only be built in turn; faces and cover; the finished pages, each read back
// as soon as it is compressed. As the containers become ready, what they hold is checked:
// this waits for their building, which has a lower number (see parallel.Do).
func (e *edition) build(w *Writer, family *face.Family) (container []byte, documents []entry, err error) {
	var works []func() error
	parts := chunks(e.pages)
	containers := make([][]byte, len(parts))
	built := make(chan int, len(parts))
	works = append(works, func() (err error) {
		defer close(built)
		for i, pages := range parts {
			if containers[i], err = contain(pages); err != nil {
				return err
			}
			built <- i
		}
		return nil
	})
	works = append(works, func() error { return e.chooseFaces(w, family) })
	var missing []rune
	if e.cover != nil && e.cover.Data == nil {
		works = append(works, func() (err error) {
			missing, err = e.drawCover(family)
			return err
		})
	}
	documents = make([]entry, len(e.pages))
	sections := e.sections()
	drawn := make([]book.Digest, len(sections))
	for n, pages := range sections {
		works = append(works, func() (err error) {
			for i := pages[0]; i < pages[1] && err == nil; i++ {
				documents[i] = e.document(&e.pages[i])
				err = readDocument(documents[i], &drawn[n])
			}
			return err
		})
	}
	for range parts {
		works = append(works, func() error {
			if i, ok := <-built; ok { // else the containers' own error is told
				return check(containers[i], parts[i])
			}
			return nil
		})
	}
	if err := parallel.Do(len(works), 0, func(i int) error { return works[i]() }); err != nil {
		return nil, nil, err
	}
	e.drawn = make(map[string]book.Digest, len(sections))
	for n, pages := range sections {
		if s := e.pages[pages[0]].Section; s != nil {
			e.drawn[s.ID] = drawn[n]
		}
	}
	if len(missing) > 0 {
		e.remark(diag.Note, "cover-letters", "the cover is without the lines that hold "+sample(missing)+", which no bundled font has",
			"--no-cover leaves the cover out")
	}
	return containers[0], documents, nil
}

// render writes every page's body.
func (e *edition) render(kobo bool) {
	r := &xhtml.Renderer{Links: e.links(), RightToLeft: e.book.Meta.Progression == book.RightToLeft, Cast: book.CastOf(e.book)}
	size := 0
	for i := range e.pages {
		size += e.pages[i].Size + len(e.pages[i].body)
	}
	buf := make([]byte, 0, size+4096)
	var plain []byte
	ends := make([]int, len(e.pages))
	for i := range e.pages {
		switch {
		case e.pages[i].Section == nil && kobo:
			buf = xhtml.KoboSpans(buf, e.pages[i].body)
		case e.pages[i].Section == nil:
			buf = append(buf, e.pages[i].body...)
		case kobo:
			plain = r.Append(plain[:0], e.pages[i].Stretch)
			buf = xhtml.KoboSpans(buf, plain)
		default:
			buf = r.Append(buf, e.pages[i].Stretch)
		}
		ends[i] = len(buf)
	}
	from := 0
	for i, end := range ends {
		e.pages[i].body = buf[from:end:end]
		from = end
	}
	e.used = r.Used
}
