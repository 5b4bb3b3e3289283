package web

import (
	"errors"
	"io"
	"mime/multipart"
	"net"
	"net/http"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// An upload is what a request brought: its stories, each with the fields of the
// form that are its own.
type upload struct {
	stories []*story
	shared  *fields // what was said for all of them
}

// A file is one that came with the request.
type file struct {
	name string
	data []byte
}

// fields are the fields of the form by name, in the order in which they came.
type fields struct {
	values map[string][]string
	files  map[string][]file
}

func newFields() *fields { return &fields{map[string][]string{}, map[string][]file{}} }

// receive reads a request's parts into memory; nothing touches the disk. A part's
// name is the name of a field, or "3.field" for the field of story 3 alone.
func (f *form) receive(w http.ResponseWriter, r *http.Request, hold *hold) (*upload, error) {
	rc := http.NewResponseController(w)
	in := &body{Reader: r.Body, rc: rc, now: f.Now, start: f.Now()}
	// After a refusal the deadline stands, also for what the server itself reads of
	// the rest before it answers.
	if r.ContentLength > f.Limits.size() {
		in.drain(f.Limits.size())
		return nil, tooBig(f.Limits.size())
	}
	r.Body = http.MaxBytesReader(w, io.NopCloser(in), f.Limits.size())
	mr, err := r.MultipartReader()
	if err != nil {
		return nil, refusal{status: http.StatusUnsupportedMediaType, text: "Send stories as a form does (multipart/form-data)."}
	}
	in.hold = hold
	own, shared, err := f.parts(mr)
	if err == nil {
		_, err = io.Copy(io.Discard, r.Body) // what follows the last part
	}
	var timeout net.Error
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &tooLarge):
		in.hold = nil
		in.drain(f.Limits.size())
		return nil, err
	case errors.As(err, &timeout) && timeout.Timeout():
		return nil, refusal{status: http.StatusRequestTimeout, text: "The stories came too slowly, and the form stopped waiting for them."}
	case err != nil && !errors.As(err, new(refusal)):
		return nil, refusal{status: http.StatusBadRequest, text: "The request broke off, or is no form: nothing could be read from it."}
	case err != nil:
		return nil, err
	}
	rc.SetReadDeadline(time.Time{}) // or the client would be taken for gone while its story is converted
	return f.gather(own, shared)
}

// parts reads the parts of a form, those of single stories by the story's number.
func (f *form) parts(mr *multipart.Reader) (own map[int]*fields, shared *fields, err error) {
	own, shared = map[int]*fields{}, newFields()
	files := 0
	for n := 0; ; n++ {
		p, err := mr.NextRawPart()
		if errors.Is(err, io.EOF) {
			return own, shared, nil
		} else if err != nil {
			return nil, nil, err
		}
		if n == maxParts {
			return nil, nil, refusal{status: http.StatusRequestEntityTooLarge, text: "That form has more fields than anybody can fill in."}
		}
		data, err := io.ReadAll(p)
		if err != nil {
			return nil, nil, err
		}
		to, name := shared, p.FormName()
		if number, rest, ok := strings.Cut(name, "."); ok {
			if n, err := strconv.ParseUint(number, 10, 16); err == nil {
				if own[int(n)] == nil {
					own[int(n)] = newFields()
				}
				to, name = own[int(n)], rest
			}
		}
		fileName := baseName(p.FileName())
		if fileName != "" || len(data) > 0 && carriesStory(name) {
			files++
		}
		if files > f.Limits.Files {
			return nil, nil, tooMany(f.Limits.Files)
		}
		if fileName == "" {
			to.values[name] = append(to.values[name], string(data))
			continue
		}
		to.files[name] = append(to.files[name], file{fileName, data})
	}
}

// carriesStory reports whether a field without a file holds a story all the same (see
// storyFiles): each is work as a file is, and counts as one.
func carriesStory(name string) bool { return name == "text" || name == "story64" || name == "story" }

// baseName is a file's name without folders, whatever the sender's system calls
// them, and without characters that are not seen.
func baseName(name string) string {
	name = name[strings.LastIndexAny(name, `/\`)+1:]
	name = strings.TrimSpace(strings.Map(func(r rune) rune {
		if unicode.IsGraphic(r) && r != unicode.ReplacementChar {
			return r
		}
		return -1
	}, name))
	if name == "." || name == ".." {
		return "story"
	}
	return name
}

// last is the last value of a field, "" when there is none: a form may send a
// field's "no" before its "yes".
func (f *fields) last(name string) string {
	if v := f.values[name]; len(v) > 0 {
		return v[len(v)-1]
	}
	return ""
}

// drain reads what still comes, without keeping it: a browser shows an answer only
// once it has sent everything.
func (b *body) drain(size int64) {
	io.Copy(io.Discard, io.LimitReader(b, 4*size))
}
