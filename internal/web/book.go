package web

import (
	"archive/zip"
	"context"
	"errors"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"storybind/internal/convert"
)

// book answers with the book of the story that was sent, or with a zip of the
// books of all of them.
func (f *form) book(w http.ResponseWriter, r *http.Request, up *upload) error {
	formats, err := up.formats()
	if err != nil {
		return err
	}
	if up.shared.last("bind") != "" {
		return f.bind(w, r, up, formats[0])
	}
	if len(up.stories) > 1 || len(formats) > 1 || up.shared.last("zip") != "" {
		return f.zip(w, r, up, formats)
	}
	books, err := f.make(r.Context(), up.stories[0], formats)
	if err != nil {
		return err
	}
	b := books[0]
	w.Header().Set("Content-Type", b.mediaType)
	w.Header().Set("Content-Disposition", disposition("attachment", b.name+b.extension))
	f.send(w, http.StatusOK, b.content)
	return nil
}

// A made book is one that is finished, and how to call it.
type made struct {
	content                    []byte
	name, extension, mediaType string
}

// formats are the names of the formats that a form asks for, the chosen one first.
func (up *upload) formats() ([]string, error) {
	var out []string
	for _, name := range append([]string{up.shared.last("format")}, up.shared.values["also"]...) {
		format := convert.Formats[0]
		if name != "" {
			var err error
			if format, err = convert.Format(name); err != nil {
				return nil, err
			}
		}
		if !slices.Contains(out, format.Name) {
			out = append(out, format.Name)
		}
	}
	return out, nil
}

// make turns a story into books. What the form says of it is written into a sidecar
// first, so that the book is the one that a file beside the story would make.
func (f *form) make(ctx context.Context, s *story, formats []string) ([]made, error) {
	req, err := f.request(s)
	if err != nil {
		return nil, err
	}
	for _, name := range formats {
		format, err := convert.Format(name)
		if err != nil {
			return nil, err
		}
		req.Formats = append(req.Formats, format)
	}
	if err := req.Check(); err != nil {
		return nil, err
	}
	if err := s.asSidecar(&req); err != nil {
		return nil, err
	}
	res, err := f.convert(ctx, s, req)
	if err != nil {
		return nil, err
	}
	facts := res.Facts()
	name := fileName(facts.Title, facts.Authors, s.files[0].Name)
	var out []made
	for i, format := range req.Formats {
		out = append(out, made{res.Books[i], name, format.Extension, format.MediaType})
	}
	return out, nil
}

// zip answers with the books of all stories. A story that made none is named in
// a text file among them; when there is no book at all, that is the answer.
func (f *form) zip(w http.ResponseWriter, r *http.Request, up *upload, formats []string) error {
	var z *zip.Writer
	var failed []string
	var first error
	taken := map[string]bool{}
	rc := http.NewResponseController(w)
	add := func(name, extension string, content []byte) error {
		if z == nil {
			w.Header().Set("Content-Type", "application/zip")
			w.Header().Set("Content-Disposition", disposition("attachment", "books.zip"))
			z = zip.NewWriter(w)
		}
		rc.SetWriteDeadline(deadline(f.Now(), int64(len(content))))
		entry, err := z.CreateHeader(&zip.FileHeader{Name: unique(taken, name, extension), Method: zip.Store, Modified: f.Now()}) // books are compressed already
		if err == nil {
			_, err = entry.Write(content)
		}
		return err
	}
	for _, s := range up.stories {
		books, err := f.make(r.Context(), s, formats)
		switch {
		case err == nil:
			for _, b := range books {
				if err := add(b.name, b.extension, b.content); err != nil {
					panic(http.ErrAbortHandler) // the client is gone
				}
			}
		case errors.Is(r.Context().Err(), context.Canceled):
			if z == nil {
				return err
			}
			panic(http.ErrAbortHandler)
		default:
			if first == nil {
				first = err
			}
			failed = append(failed, s.files[0].Name+": "+asRefusal(err).text)
		}
	}
	if z == nil {
		if len(failed) == 1 {
			return first
		}
		return refusal{status: asRefusal(first).status, text: strings.Join(failed, "\n")}
	}
	if len(failed) > 0 {
		text := "Of " + strconv.Itoa(len(up.stories)) + " stories " + strconv.Itoa(len(failed)) + " made no book:\r\n\r\n" + strings.Join(failed, "\r\n") + "\r\n"
		if err := add("not made", ".txt", []byte(text)); err != nil {
			panic(http.ErrAbortHandler)
		}
	}
	if err := z.Close(); err != nil {
		panic(http.ErrAbortHandler) // a zip that is cut off must not look whole
	}
	return nil
}
