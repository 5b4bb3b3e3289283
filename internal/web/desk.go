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
	turns    *turns
	wait     time.Duration
	time     time.Duration
	report   func(string)
	slice    time.Duration // how long a conversion may stay in a place for short stories
	stopping time.Duration
	stuck    atomic.Int64 // conversions that go on though they were told to stop
}

func newDesk(l Limits, report func(string), now func() time.Time) *desk {
	return &desk{turns: newTurns(l.AtOnce, l.together(), now), wait: l.Wait, time: l.Time, slice: slice, stopping: stopping, report: report}
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

// work is story for whatever is to be done with so many bytes. A short story that is not
// done after a while, when others wait for its place, is work for a long one's place, and
// begins there anew: what looks short and is not cannot keep the short ones waiting.
func (d *desk) work(request context.Context, size int, do func(context.Context) (convert.Result, error)) (convert.Result, error) {
	patience := time.NewTimer(d.wait)
	defer patience.Stop()
	for short := size <= shortStory; ; short = false {
		turn, err := d.turns.take(request, askedBy(request), size, short, patience.C)
		if err != nil {
			return convert.Result{}, err
		}
		out := d.attempt(request, turn, do)
		switch {
		case errors.Is(out.err, errMakeRoom):
			continue
		case request.Err() != nil && out.err != nil:
			out.err = late(request.Err())
		case errors.Is(out.err, context.DeadlineExceeded):
			out.err = errSlow
		}
		return out.result, out.err
	}
}

// errMakeRoom ends work in a place for short stories.
var errMakeRoom = errors.New("others wait for the place")

// attempt works in a place, and gives it back once the work is over: after the answer, if
// there is no time left and it does not stop when it is told to.
func (d *desk) attempt(request context.Context, p *turn, do func(context.Context) (convert.Result, error)) outcome {
	limited, cancel := context.WithTimeout(request, d.time)
	defer cancel()
	ctx, stop := context.WithCancelCause(limited)
	defer stop(nil)
	done := make(chan outcome, 1)
	go func() {
		defer p.release()
		done <- attempt(ctx, do, d.report)
	}()
	var slices <-chan time.Time
	if p.short {
		ticker := time.NewTicker(d.slice)
		defer ticker.Stop()
		slices = ticker.C
	}
	for ctx.Err() == nil {
		select {
		case out := <-done:
			return out
		case <-slices:
			if p.wanted() {
				stop(errMakeRoom)
			}
		case <-ctx.Done():
		}
	}
	select {
	case out := <-done:
		if out.err != nil {
			out.err = context.Cause(ctx)
		}
		return out
	case <-time.After(d.stopping / 10):
		go d.watch(done)
		return outcome{err: context.Cause(ctx)}
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
		d.stopping, d.stuck.Add(1), d.turns.count()))
	<-done
	d.report(fmt.Sprintf("a conversion that was told to stop has ended after all; %d others go on", d.stuck.Add(-1)))
}

// shut reports whether no story can be converted any more, because all places are held
// by conversions that do not stop.
func (d *desk) shut() bool { return d.stuck.Load() >= int64(d.turns.count()) }

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
