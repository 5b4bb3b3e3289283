// Package pdf draws pages as PDF.
//
// typeset makes the pages; plan settles every glyph's code and every mark; gopdf
// draws; content.go reads back what gopdf wrote and holds it against the plan;
// finish writes the file: PDF 1.7 with structure, as PDF/UA-1 asks. gopdf
// lives only here.
package pdf

import (
	"context"
	"encoding/json"
	"io"

	"github.com/spf13/pflag"

	"storybind/internal/book"
	"storybind/internal/cover"
	"storybind/internal/typeset"
	"storybind/internal/writer"
)

// Format is PDF's row in the register of formats.
var Format = writer.Format{
	Name: "pdf", Extension: ".pdf", MediaType: "application/pdf",
	Summary: "typeset pages for paper and tablets",
	New:     func() writer.Writer { return &pdf{style: typeset.DefaultStyle()} },
	Memory:  64,
	Seal:    seal,
}

type pdf struct {
	style   typeset.Style
	cover   cover.Picture
	measure bool
}

func (w *pdf) Flags(fs *pflag.FlagSet) {
	w.style.Flags(fs)
	fs.Var(&w.cover, "cover", cover.PictureHelp)
}

func (w *pdf) Measure() { w.measure = true }

func (w *pdf) Write(ctx context.Context, to io.Writer, b *book.Book) (writer.Result, error) {
	w.style.Cover = w.cover.Image()
	doc, remarks, err := typeset.Book(ctx, b, w.style)
	if err != nil {
		return writer.Result{Diagnostics: remarks}, err
	}
	var layout []byte
	if w.measure {
		if layout, err = json.Marshal(typeset.Report(doc)); err != nil {
			return writer.Result{Diagnostics: remarks}, err
		}
	}
	result, err := write(ctx, to, doc, b, true)
	result.Layout = layout
	result.Diagnostics = append(remarks, result.Diagnostics...)
	return result, err
}
