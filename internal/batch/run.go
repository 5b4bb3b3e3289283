package batch

import (
	"context"
	"errors"
	"io"
	"runtime"
	"time"

	"golang.org/x/sync/semaphore"
)

// RunOptions are what a run needs besides its plan.
type RunOptions struct {
	Reading
	Layout  bool // see convert.Request
	Force   bool // make every book, whatever is there already
	Strict  bool // a story with warnings or problems counts as failed
	DryRun  bool // look at what is there, and make nothing
	Workers int  // how many stories are converted at the same time; 0 means one a core
	Timeout time.Duration
	Stdout  io.Writer
	Done    func(Outcome) // called for each job in the plan's order, from one goroutine
}

// A Summary counts the outcomes of a run.
type Summary struct{ Done, Unchanged, Failed int }

// Limits of what is under way at the same time, besides the number of workers.
const (
	// window is how many stories may be finished before the first that is not:
	// their outcomes wait, so that they can be told in order.
	window = 2000
	// savers is how many books may be on their way to the disk: a disk confirms
	// many files together as fast as one.
	savers = 16
	// share is how many bytes of stories a worker has at most. A longer story
	// takes the shares of others, so it is not converted beside another of its kind.
	share = 4 << 20
)

// Run converts every story of the plan. One story's failure, even a panic, is
// that job's outcome and never the end of the run. When ctx ends, what is finished
// is told, the rest is left out, and ctx's error is returned.
func (p Plan) Run(ctx context.Context, o RunOptions) (Summary, error) {
	if !o.DryRun {
		p.leftovers()
	}
	defer p.collectLess(o)()
	r := &run{Plan: p, RunOptions: o, bytes: int64(workers(o.Workers)) * share}
	r.converting = semaphore.NewWeighted(int64(workers(o.Workers)))
	r.reading = semaphore.NewWeighted(r.bytes)
	r.saving = semaphore.NewWeighted(savers)

	pending := make(chan chan Outcome, window)
	go func() {
		defer close(pending)
		for _, j := range p.Jobs {
			done := make(chan Outcome, 1)
			pending <- done
			if !r.begin(ctx, j, done) {
				return
			}
		}
	}()
	var sum Summary
	for done := range pending {
		out := <-done
		if ctx.Err() != nil && errors.Is(out.Err, context.Canceled) {
			continue
		}
		switch {
		case out.Err != nil:
			sum.Failed++
		case out.State == Unchanged:
			sum.Unchanged++
		default:
			sum.Done++
		}
		if o.Done != nil {
			o.Done(out)
		}
	}
	return sum, ctx.Err()
}

// workers is a number of workers that was asked for; none means one a core.
func workers(asked int) int {
	if asked > 0 {
		return asked
	}
	return runtime.GOMAXPROCS(0)
}

// A run is a plan under way.
type run struct {
	Plan
	RunOptions
	bytes int64 // the weight of reading

	converting, reading, saving *semaphore.Weighted
}

// begin waits for a free worker and lets it run the job; false means that ctx ended.
func (r *run) begin(ctx context.Context, j Job, done chan<- Outcome) bool {
	weight := min(j.size, r.bytes)
	err := r.reading.Acquire(ctx, weight)
	if err == nil {
		if err = r.converting.Acquire(ctx, 1); err != nil {
			r.reading.Release(weight)
		}
	}
	if err != nil || ctx.Err() != nil { // Acquire may succeed though ctx has ended
		if err == nil {
			r.converting.Release(1)
			r.reading.Release(weight)
		}
		done <- Outcome{Job: j, Err: context.Canceled}
		return false
	}
	go func() {
		begun := time.Now()
		out, books := r.convert(ctx, j)
		if len(books) > 0 {
			r.saving.Acquire(context.Background(), 1) // a book that is made is saved
		}
		r.reading.Release(weight)
		r.converting.Release(1)
		if len(books) > 0 {
			out.Err = r.save(j, books)
			r.saving.Release(1)
		}
		out.Took = time.Since(begun)
		if out.Err != nil {
			out.State = Failed
		}
		done <- out
	}()
	return true
}
