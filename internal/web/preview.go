package web

import (
	"crypto/sha256"
	"encoding/base64"
	"net/http"

	"storybind/internal/convert"
)

// preview answers with a story's first pages as they will look: those of the
// finished EPUB in one document, or the PDF itself for the browser's own viewer.
func (f *form) preview(w http.ResponseWriter, r *http.Request, up *upload) error {
	formats, err := up.formats()
	if err != nil {
		return err
	}
	books, err := f.make(r.Context(), up.stories[0], formats[:1])
	if err != nil {
		return err
	}
	b := books[0]
	if b.mediaType != convert.Formats[0].MediaType { // no EPUB
		w.Header().Set("Content-Type", b.mediaType)
		w.Header().Set("Content-Disposition", disposition("inline", b.name+b.extension))
		w.Header().Set("Content-Security-Policy", "frame-ancestors 'self'") // browsers' viewers are pages of their own, with scripts
		f.send(w, http.StatusOK, b.content)
		return nil
	}
	page, style, err := firstPages(b.content)
	if err != nil {
		return err
	}
	// Nothing runs and nothing is fetched: the style is named by its hash, fonts
	// and pictures are in the page.
	sum := sha256.Sum256([]byte(style))
	w.Header().Set("Content-Security-Policy", "default-src 'none'; style-src 'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+
		"'; img-src data:; font-src data:; frame-ancestors 'self'; sandbox allow-same-origin")
	w.Header().Set("Content-Type", "application/xhtml+xml; charset=utf-8")
	f.send(w, http.StatusOK, page)
	return nil
}
