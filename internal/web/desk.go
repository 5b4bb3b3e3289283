package web

import (
	"context"
	"errors"
	"net/http"
	"time"

	"storybind/internal/convert"
)

// A desk lets a few stories be converted at once and the others wait.
type desk struct {
	slots  chan struct{}
	wait   time.Duration
	time   time.Duration
	report func(string)
}

func newDesk(l Limits, report func(string)) *desk {
	return &desk{slots: make(chan struct{}, l.AtOnce), wait: l.Wait, time: l.Time, report: report}
}

var (
	errBusy = refusal{status: http.StatusTooManyRequests, retry: 5 * time.Second,
		text: "Too many stories are being made into books at the moment. Please try again in a few seconds."}
	errSlow = refusal{status: http.StatusServiceUnavailable,
		text: "This story took longer than this form may work on one. Make the book with the program itself, or in smaller parts."}
)

// An outcome is what became of one conversion.
type outcome struct {
	result convert.Result
	err    error
}

// story waits for its turn and converts (or, without formats, only reads) a
// story. When its time is over the answer is errSlow at once; the conversion
// keeps its place at the desk until it has noticed.
func (d *desk) story(ctx context.Context, r convert.Request) (convert.Result, error) {
	turn := time.NewTimer(d.wait)
	defer turn.Stop()
	select {
	case d.slots <- struct{}{}:
	default:
		select {
		case d.slots <- struct{}{}:
		case <-turn.C:
			return convert.Result{}, errBusy
		case <-ctx.Done():
			return convert.Result{}, ctx.Err()
		}
	}
	ctx, cancel := context.WithTimeout(ctx, d.time)
	defer cancel()
	done := make(chan outcome, 1)
	go func() {
		defer func() { <-d.slots }()
		done <- attempt(ctx, r, d.report)
	}()
	var out outcome
	select {
	case out = <-done:
	case <-ctx.Done():
		out.err = ctx.Err()
	}
	if errors.Is(out.err, context.DeadlineExceeded) {
		out.err = errSlow
	}
	return out.result, out.err
}

// attempt converts a story; a panic is its outcome.
func attempt(ctx context.Context, r convert.Request, report func(string)) (out outcome) {
	defer func() {
		if p := recover(); p != nil {
			out.err = panicked(p, report)
		}
	}()
	out.result, out.err = convert.Story(ctx, r)
	return out
}
