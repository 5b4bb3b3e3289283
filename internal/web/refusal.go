package web

import (
	"context"
	"errors"
	"net/http"
	"strconv"
	"time"

	"storybind/internal/convert"
)

// A refusal is an answer without a book: a status, and what happened and what
// can be done about it, in plain words.
type refusal struct {
	status int
	text   string
	retry  time.Duration // when to try again; 0 for never
	field  string        // the name of the form's field that is wrong; "" for none
}

func (r refusal) Error() string { return r.text }

// title is the answer's heading.
func (r refusal) title() string {
	switch r.status {
	case http.StatusUnprocessableEntity:
		return "No book was made"
	case http.StatusRequestEntityTooLarge:
		return "Too much at once"
	case http.StatusTooManyRequests:
		return "Please wait a little"
	case http.StatusServiceUnavailable, http.StatusRequestTimeout:
		return "That took too long"
	case http.StatusForbidden:
		return "Not from here"
	case http.StatusNotFound:
		return "Nothing is here"
	case http.StatusInternalServerError:
		return "Something went wrong"
	}
	return "That did not work"
}

// gone is the status for a client that is no longer there to read it.
const gone = 499

// asRefusal finds the answer to an error. What convert has to say is about the
// story (422): it touches neither files nor the network.
func asRefusal(err error) refusal {
	var r refusal
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &r):
		return r
	case errors.As(err, &tooLarge):
		return tooBig(tooLarge.Limit)
	case errors.Is(err, context.Canceled):
		return refusal{status: gone, text: "The request was given up."}
	}
	r = refusal{status: http.StatusUnprocessableEntity, text: sentence(plainFlags(err.Error()))}
	var wrong convert.SettingError
	if errors.As(err, &wrong) {
		r.field = fieldOf(wrong.Setting)
	}
	return r
}

func tooBig(limit int64) refusal {
	return refusal{status: http.StatusRequestEntityTooLarge,
		text: "That is more than the " + strconv.FormatInt(limit>>20, 10) + " MB that this form takes at once. Send fewer stories, or make the book with the program itself."}
}

func tooMany(files int) refusal {
	return refusal{status: http.StatusRequestEntityTooLarge,
		text: "This form takes " + strconv.Itoa(files) + " files at once. Send fewer, or make the books with the program itself."}
}

// refuse answers with a page that says what is wrong.
func (f *form) refuse(w http.ResponseWriter, r refusal) {
	if r.retry > 0 {
		w.Header().Set("Retry-After", strconv.Itoa(int(r.retry.Seconds())))
	}
	f.render(w, r.status, "refused", pageView{Title: r.title(), Message: r.text, Field: r.field})
}
