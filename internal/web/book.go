package web

import (
	"archive/zip"
	"context"
	"errors"
	"net/http"
	"strconv"
	"strings"

	"storybind/internal/convert"
)

// book answers with the book of the story that was sent, or with a zip of the
// books of all of them.
func (f *form) book(w http.ResponseWriter, r *http.Request, up *upload) error {
	if len(up.stories) > 1 || up.shared.last("zip") != "" {
		return f.zip(w, r, up)
	}
	b, err := f.make(r.Context(), up.stories[0])
	if err != nil {
		return err
	}
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

// make turns a story into a book, in the format that its form asks for.
func (f *form) make(ctx context.Context, s *story) (made, error) {
	req, err := f.request(s)
	if err != nil {
		return made{}, err
	}
	format := convert.Formats[0]
	if name := s.last("format"); name != "" {
		if format, err = convert.Format(name); err != nil {
			return made{}, err
		}
	}
	req.Formats = append(req.Formats, format)
	res, err := f.convert(ctx, s, req)
	if err != nil {
		return made{}, err
	}
	facts := res.Facts()
	return made{res.Books[0], fileName(facts.Title, facts.Authors, s.files[0].Name), format.Extension, format.MediaType}, nil
}

// zip answers with the books of all stories. A story that made none is named in
// a text file among them; when there is no book at all, that is the answer.
func (f *form) zip(w http.ResponseWriter, r *http.Request, up *upload) error {
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
		b, err := f.make(r.Context(), s)
		switch {
		case err == nil:
			if err := add(b.name, b.extension, b.content); err != nil {
				panic(http.ErrAbortHandler) // the client is gone
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
