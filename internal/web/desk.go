package web

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"sync/atomic"
	"time"

	"storybind/internal/convert"
)

// A desk lets a few stories be converted at once and the others wait.
type desk struct {
	quick    chan struct{} // places for short stories alone: they do not wait behind long ones
	slots    chan struct{}
	wait     time.Duration
	time     time.Duration
	report   func(string)
	stopping time.Duration
	stuck    atomic.Int64 // conversions that go on though they were told to stop
}

func newDesk(l Limits, report func(string)) *desk {
	return &desk{slots: make(chan struct{}, l.AtOnce), quick: make(chan struct{}, l.AtOnce), wait: l.Wait, time: l.Time, stopping: stopping, report: report}
}

var (
	errBusy = refusal{status: http.StatusTooManyRequests, retry: 5 * time.Second,
		text: "Too many stories are being made into books at the moment. Please try again in a few seconds."}
	errSlow = refusal{status: http.StatusServiceUnavailable,
		text: "This story took longer than this form may work on one. Make the book with the program itself, or in smaller parts."}
	errLate = refusal{status: http.StatusServiceUnavailable,
		text: "There was no time left for this story: all that came with one request took too long together. Send fewer at once."}
)

// An outcome is what became of one conversion.
type outcome struct {
	result convert.Result
	err    error
}

// story waits for its turn and converts (or, without formats, only reads) a
// story. When its time is over the answer is errSlow at once; the conversion
// keeps its place at the desk until it has noticed.
func (d *desk) story(request context.Context, r convert.Request) (convert.Result, error) {
	size := 0
	for _, f := range r.Files {
		size += len(f.Data)
	}
	return d.work(request, size, func(ctx context.Context) (convert.Result, error) { return convert.Story(ctx, r) })
}

// work is story for whatever is to be done with so many bytes.
func (d *desk) work(request context.Context, size int, do func(context.Context) (convert.Result, error)) (convert.Result, error) {
	place, err := d.turn(request, size)
	if err != nil {
		return convert.Result{}, err
	}
	ctx, cancel := context.WithTimeout(request, d.time)
	defer cancel()
	done := make(chan outcome, 1)
	go func() {
		defer func() { <-place }()
		done <- attempt(ctx, do, d.report)
	}()
	var out outcome
	select {
	case out = <-done:
	case <-ctx.Done():
		out.err = ctx.Err()
		go d.watch(done)
	}
	switch {
	case request.Err() != nil && out.err != nil:
		out.err = late(request.Err())
	case errors.Is(out.err, context.DeadlineExceeded):
		out.err = errSlow
	}
	return out.result, out.err
}

// turn waits for a place, and returns where to give it back.
func (d *desk) turn(request context.Context, size int) (place chan struct{}, err error) {
	turn := time.NewTimer(d.wait)
	defer turn.Stop()
	quick := d.quick
	if size > shortStory {
		quick = nil // never ready
	}
	select {
	case d.slots <- struct{}{}:
		return d.slots, nil
	default:
	}
	select {
	case d.slots <- struct{}{}:
		return d.slots, nil
	case quick <- struct{}{}:
		return d.quick, nil
	case <-turn.C:
		return nil, errBusy
	case <-request.Done():
		return nil, late(request.Err())
	}
}

// late is the answer when a request has ended: its time is over, or the client is gone.
func late(ended error) error {
	if errors.Is(ended, context.DeadlineExceeded) {
		return errLate
	}
	return ended
}

// watch counts a conversion that was told to stop and does not, and tells whoever runs
// the form: it holds a place at the desk.
func (d *desk) watch(done <-chan outcome) {
	late := time.NewTimer(d.stopping)
	defer late.Stop()
	select {
	case <-done:
		return
	case <-late.C:
	}
	d.report(fmt.Sprintf("a conversion that was told to stop still works %s later; such hold %d of %d places at the form, and only a new start frees them if they never end",
		d.stopping, d.stuck.Add(1), cap(d.slots)+cap(d.quick)))
	<-done
	d.report(fmt.Sprintf("a conversion that was told to stop has ended after all; %d others go on", d.stuck.Add(-1)))
}

// shut reports whether no story can be converted any more, because all places are held
// by conversions that do not stop.
func (d *desk) shut() bool { return d.stuck.Load() >= int64(cap(d.slots)+cap(d.quick)) }

// attempt converts a story; a panic is its outcome.
func attempt(ctx context.Context, do func(context.Context) (convert.Result, error), report func(string)) (out outcome) {
	defer func() {
		if p := recover(); p != nil {
			out.err = panicked(p, report)
		}
	}()
	out.result, out.err = do(ctx)
	return out
}
