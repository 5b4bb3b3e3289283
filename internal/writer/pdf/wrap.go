package pdf

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/pflag"

	"storybind/internal/book"
	"storybind/internal/cover"
	"storybind/internal/diag"
	"storybind/internal/face"
	"storybind/internal/typeset"
	"storybind/internal/writer"
)

// Cover is the row of what printers want beside the pages: back, spine and front cover as
// one sheet. How wide the spine is depends on how many pages there are, so the book is set
// as PDF sets it, and has the same settings.
var Cover = writer.Format{
	Name: "cover", Extension: "-cover.pdf", MediaType: "application/pdf",
	Summary: "what goes around a printed book: back, spine and front cover",
	New:     func() writer.Writer { return &wrap{pdf: pdf{style: typeset.DefaultStyle()}} },
	Memory:  64,
	Seal:    seal,
	Wrap:    true,
}

type wrap struct {
	pdf
	paper typeset.Paper
}

func (w *wrap) Flags(fs *pflag.FlagSet) {
	w.pdf.Flags(fs)
	fs.Var(&w.paper, "paper", "what the spine of a printed cover is reckoned from: "+strings.Join(w.paper.Choices(), ", ")+", or how thick a page (half a leaf) is, such as 0.06mm")
}

func (w *wrap) Write(ctx context.Context, to io.Writer, b *book.Book) (writer.Result, error) {
	w.style.Cover, w.style.Booklet = nil, false
	pages, remarks, err := typeset.Book(ctx, b, w.style)
	if err != nil {
		return writer.Result{Diagnostics: remarks}, err
	}
	// What there is to say about the pages is said where they are made.
	doc, remarks, err := w.sheet(b, pages)
	if err != nil {
		return writer.Result{Diagnostics: remarks}, err
	}
	result, err := write(ctx, to, doc, b, true)
	result.Diagnostics = append(remarks, result.Diagnostics...)
	return result, err
}

// sheet is the document of one page that is laid around the pages.
func (w *wrap) sheet(b *book.Book, pages *typeset.Document) (*typeset.Document, []diag.Diagnostic, error) {
	const bleed = 9 * typeset.Point // an eighth of an inch
	var remarks []diag.Diagnostic
	say := func(code string, severity diag.Severity, message, hint string) {
		remarks = append(remarks, diag.Diagnostic{Code: code, Severity: severity, Message: message, Hint: hint})
	}
	family, err := w.style.Font.Family()
	if err == nil && family.Own { // what a drawn cover is set in
		family, err = face.Bundled("")
	}
	if err != nil {
		return nil, nil, err
	}
	n := (len(pages.Pages) + 1) / 2 * 2
	width, height, spine := pages.Pages[0].Width, pages.Pages[0].Height, w.paper.Spine(n)
	drawn, err := cover.Wrap(&b.Meta, family, cover.Sheet{Width: int(width), Height: int(height), Spine: int(spine), Bleed: int(bleed)}, w.cover.Image())
	if err != nil {
		return nil, nil, err
	}
	alt := strings.Join(append([]string{b.Meta.Title}, append(b.Meta.Authors(), b.Meta.Description)...), ". ")
	page := &typeset.Page{Width: 2*width + spine + 2*bleed, Height: height + 2*bleed, Label: "1"}
	page.Pictures = []typeset.Picture{{Image: drawn.Image, Alt: strings.Join(strings.Fields(alt), " "), Width: page.Width, Height: page.Height}}
	if front := drawn.Front; front != nil {
		at := page.Width - width - bleed
		if b.Meta.Progression == book.RightToLeft {
			at = 0
		}
		page.Pictures = append(page.Pictures, typeset.Picture{Image: front.Image, X: at, Width: width + bleed, Height: page.Height})
		if front.Dots < 290 { // nobody sees the rest
			say("pdf/cover-coarse", diag.Warning, fmt.Sprintf("the picture has %d dots to the inch on the front cover; printers ask for 300", front.Dots), "")
		}
	}
	spineSays := "with title and author"
	if !drawn.Lined {
		spineSays = "too narrow for type"
	}
	say("pdf/cover", diag.Note, fmt.Sprintf("the cover for %d pages on %s paper: %s by %s mm with 3.2 mm of bleed, a spine of %s mm, %s", n, w.paper.String(),
		typeset.Millimetres(page.Width), typeset.Millimetres(page.Height), typeset.Millimetres(spine), spineSays),
		"the colours are sRGB; hold the sizes against the printer's own template before you order")
	if w.style.Print == "" {
		say("pdf/cover-print", diag.Warning, "the cover is reckoned for pages that are not made ready for a printer", "give --print, and make the PDF with the same settings (--to pdf,cover)")
	}
	if len(drawn.Missing) > 0 {
		say("pdf/cover-letters", diag.Note, fmt.Sprintf("the cover is without the lines that hold %q, which no bundled font has", string(drawn.Missing)), "")
	}
	return &typeset.Document{Pages: []*typeset.Page{page}, Trimmed: true, Bleed: bleed, Wrap: true}, remarks, nil
}
