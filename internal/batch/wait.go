package batch

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// within does work that may wait for a pipe or a disk which never answers. When ctx
// ends first, its error is returned, and the work goes on by itself: a read cannot be
// stopped. A panic reaches the caller.
func within[T any](ctx context.Context, work func() (T, error)) (T, error) {
	type end struct {
		value    T
		err      error
		whole    bool
		panicked any
	}
	done := make(chan end, 1)
	go func() {
		var e end
		defer func() {
			if !e.whole {
				e.panicked = recover()
			}
			done <- e
		}()
		e.value, e.err = work()
		e.whole = true
	}()
	select {
	case e := <-done:
		if !e.whole {
			panic(e.panicked)
		}
		return e.value, e.err
	case <-ctx.Done():
		var none T
		return none, ctx.Err()
	}
}

// limited is ctx with what is left of a story's time.
func (r *run) limited(ctx context.Context, spent time.Duration) (context.Context, context.CancelFunc) {
	if r.Timeout <= 0 {
		return context.WithCancel(ctx)
	}
	return context.WithTimeoutCause(ctx, max(r.Timeout-spent, 0), errTooLong)
}

// timely says what a story's time being over means for a person.
func (r *run) timely(ctx context.Context, t *task, err error) error {
	if err != nil && context.Cause(ctx) == errTooLong && errors.Is(err, context.DeadlineExceeded) {
		return fmt.Errorf("%s took longer than %s; --timeout allows more", t.Input(), r.Timeout)
	}
	return err
}
