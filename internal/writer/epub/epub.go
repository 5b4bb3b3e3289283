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
	"storybind/internal/face"
	"storybind/internal/writer"
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
	container, documents, err := e.build(ctx, w, family)
	if err != nil {
		return nil, err
	}
	e.file, err = e.finish(container, documents)
	return e, err
}
