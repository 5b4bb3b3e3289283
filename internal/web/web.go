// Package web is the form: drop a story, see what was understood of it, take the
// book home. It keeps nothing: every request brings its story along, and all that
// is known of it is gone with the answer.
//
// One request reads like this: guard.go (is it from this page?) → upload.go (its
// parts, in memory) → desk.go (its turn, its time) → look.go, preview.go or book.go.
// Whatever is wrong with a request is a refusal in plain words (refusal.go).
package web

import (
	"context"
	"net/http"
	"strings"
	"time"

	"storybind/internal/convert"
)

// Options are what the form is handed.
type Options struct {
	Version  string
	Modified time.Time // see convert.Request
	Limits   Limits
	Hosts    []string // names and addresses it answers to, besides loopback's
	AnyHost  bool     // it listens on every address of this machine, and answers to each of them
	Now      func() time.Time
	Report   func(message string) // told of internal errors; never of a story's words
}

// A form answers requests. It holds no story and nothing about anybody.
type form struct {
	Options
	desk   *desk
	budget *budget
}

// Handler is the form: GET / is the page, POST look says what is understood of a
// story, POST preview shows its first pages, POST book answers with the book, or
// with a zip of several, POST sidecar with the file that makes the same book again. /healthz answers "ok".
func Handler(o Options) http.Handler { return newForm(o).handler() }

func newForm(o Options) *form {
	return &form{Options: o, desk: newDesk(o.Limits, o.Report, o.Now), budget: newBudget(o.Limits)}
}

func (f *form) handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", f.page)
	mux.HandleFunc("GET /{asset}", f.asset)
	mux.Handle("POST /look", f.uploads(f.look))
	mux.Handle("POST /preview", f.uploads(f.preview))
	mux.Handle("POST /book", f.uploads(f.book))
	mux.Handle("POST /sidecar", f.uploads(f.sidecar))
	mux.HandleFunc("/", f.elsewhere)
	return f.guard(mux)
}

// elsewhere answers for every other address and method.
func (f *form) elsewhere(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead && r.Method != http.MethodPost {
		f.refuse(w, refusal{status: http.StatusMethodNotAllowed, text: "This address is only for looking and for sending stories."})
		return
	}
	f.refuse(w, refusal{status: http.StatusNotFound, text: "There is nothing at this address."})
}

// uploads reads a request's parts before a handler sees them, and answers for its errors.
func (f *form) uploads(handle func(http.ResponseWriter, *http.Request, *upload) error) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		hold := f.budget.hold(clientOf(r))
		defer hold.release()
		up, err := f.receive(w, r, hold)
		if err == nil {
			ctx, done := context.WithTimeout(withClient(r), f.Limits.Request)
			defer done()
			err = handle(w, r.WithContext(ctx), up)
		}
		if err != nil {
			f.refuse(w, asRefusal(err))
		}
	})
}

// convert reads a story, and makes its book when a format is asked for. What is
// wrong with the story is said without the name of its file: the page shows that.
func (f *form) convert(ctx context.Context, s *story, req convert.Request) (convert.Result, error) {
	res, err := f.desk.story(ctx, req)
	if err == nil || len(s.files) > 1 || asRefusal(err).status != http.StatusUnprocessableEntity {
		return res, err
	}
	text := strings.TrimPrefix(err.Error(), s.files[0].Name+": ")
	return res, refusal{status: http.StatusUnprocessableEntity, text: sentence(plainFlags(text))}
}

// request is what the floors below are asked for one story.
func (f *form) request(s *story) (convert.Request, error) {
	settings, err := s.settings()
	if err != nil {
		return convert.Request{}, err
	}
	var stems []string
	for i := range s.files {
		s.files[i].Sidecar.Open = s.open
		stems = append(stems, stem(s.files[i].Name))
	}
	if len(stems) > 1 {
		for i, number := range convert.PartNumbers(stems) {
			s.files[i].Part = number
		}
	}
	return convert.Request{Files: s.files, Settings: settings, Open: s.open, Modified: f.Modified, Version: f.Version}, nil
}
