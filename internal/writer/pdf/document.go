package pdf

import (
	"context"
	"fmt"
	"io"

	"storybind/internal/book"
	"storybind/internal/diag"
	"storybind/internal/parallel"
	"storybind/internal/typeset"
	"storybind/internal/writer"
)

// write writes pages that are typeset already. b is the book they were made from:
// it gives metadata and the nesting of sections and blocks. With release, the
// pages' lines are given back to the memory as soon as they are planned; those of
// a story of 10 MB are 350 MB.
func write(ctx context.Context, to io.Writer, doc *typeset.Document, b *book.Book, release bool) (writer.Result, error) {
	file, result, err := render(ctx, doc, b, release)
	if err != nil {
		return result, fmt.Errorf("make the PDF: %w", err)
	}
	n, err := to.Write(file)
	if err == nil && n < len(file) {
		err = io.ErrShortWrite
	}
	if err != nil {
		return result, fmt.Errorf("write the PDF: %w", err)
	}
	return result, nil
}

// render is write, in memory.
func render(ctx context.Context, doc *typeset.Document, b *book.Book, release bool) ([]byte, writer.Result, error) {
	var result writer.Result
	pictures, remarks := preparePictures(doc)
	result.Diagnostics = remarks
	p, err := newPlan(ctx, doc, b, pictures)
	if err != nil {
		return nil, result, err
	}
	if release {
		for _, page := range doc.Pages {
			page.Lines = nil
		}
	}
	contents := make([][]byte, len(p.pages))
	sheets := make([]*written, (len(p.pages)+perSheet-1)/perSheet)
	err = parallel.Do(len(sheets), 0, func(k int) error {
		s := &sheet{plan: p, first: k * perSheet, last: min((k+1)*perSheet, len(p.pages))}
		drawn, err := s.draw(ctx)
		if err != nil {
			return err
		}
		w, err := readBack(drawn)
		if err != nil {
			return err
		}
		if len(w.contents) != s.last-s.first {
			return fmt.Errorf("internal error: gopdf wrote %d pages of %d", len(w.contents), s.last-s.first)
		}
		for i, content := range w.contents {
			rewritten, err := s.rewrite(s.first+i, content, w.numbers)
			if err != nil {
				return err
			}
			contents[s.first+i] = deflate(rewritten)
		}
		w.contents = nil // the text is not needed again, the pictures are
		if len(w.numbers) == 0 {
			w.table = nil
		}
		sheets[k] = w
		return nil
	})
	if err != nil {
		return nil, result, err
	}
	result.Drawn = p.drawn()
	if why := p.unfit(); why != "" {
		result.Diagnostics = append(result.Diagnostics, diag.Diagnostic{Code: "pdf/unfit", Severity: diag.Note,
			Message: "the PDF does not call itself fit for screen readers and archives (PDF/UA-1, PDF/A-2a): " + why})
	}
	file, err := finish(ctx, p, contents, sheets, b)
	return file, result, err
}
