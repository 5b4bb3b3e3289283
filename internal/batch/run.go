package batch

import (
	"cmp"
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
	Verify  bool // read each saved book again: a story whose words are not all in it fails
	Workers int  // how many stories are converted at the same time; 0 means one a core
	Timeout time.Duration
	Stdout  io.Writer
	Done    func(Outcome) // called for each job in the plan's order, from one goroutine
}

// A Summary counts the outcomes of a run.
type Summary struct{ Done, Unchanged, Failed int }

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
	r.looking = semaphore.NewWeighted(int64(workers(o.Workers)) + lookers)
	r.saving = semaphore.NewWeighted(savers)

	pending := make(chan chan Outcome, window)
	go func() {
		defer close(pending)
		for jobs := p.Jobs; len(jobs) > 0; {
			n := min(firstStretch, len(jobs))
			if len(jobs) < len(p.Jobs) {
				n = min(laterStretch, len(jobs))
			}
			dones := make([]chan Outcome, n)
			for i := range dones {
				dones[i] = make(chan Outcome, 1)
				pending <- dones[i]
			}
			begins := true
			for _, at := range r.others.order(n) {
				if begins = begins && r.begin(ctx, jobs[at], dones[at]); !begins {
					dones[at] <- Outcome{Job: jobs[at], Err: context.Canceled}
				}
			}
			if jobs = jobs[n:]; !begins {
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
	err := r.saved.sync()
	return sum, cmp.Or(ctx.Err(), err)
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
	bytes  int64 // the weight of reading
	saved  saver
	others others

	reading, looking, converting, saving *semaphore.Weighted
}

// begin lets a job be looked at as soon as there is room for it; false means that
// ctx ended.
func (r *run) begin(ctx context.Context, j Job, done chan<- Outcome) bool {
	weight := min(j.size, r.bytes)
	err := r.reading.Acquire(ctx, weight)
	if err == nil {
		if err = r.looking.Acquire(ctx, 1); err != nil {
			r.reading.Release(weight)
		}
	}
	if err != nil || ctx.Err() != nil { // Acquire may succeed though ctx has ended
		if err == nil {
			r.looking.Release(1)
			r.reading.Release(weight)
		}
		return false
	}
	go func() {
		done <- r.job(ctx, j, weight)
	}()
	return true
}

// job takes a job through its three steps. Each has its own number of places,
// because the first and the last wait for the disk and the second for a core.
func (r *run) job(ctx context.Context, j Job, weight int64) Outcome {
	begun := time.Now()
	t := r.look(ctx, j)
	t.Took = time.Since(begun)
	if t.State != Planned || r.DryRun {
		r.looking.Release(1)
		r.reading.Release(weight)
		return t.ended()
	}
	err := r.converting.Acquire(ctx, 1)
	r.looking.Release(1)
	if err != nil {
		r.reading.Release(weight)
		t.Err = context.Canceled
		return t.ended()
	}
	begun = time.Now()
	var books [][]byte
	if !r.changed(t) || r.lookAgain(ctx, t) {
		books = r.convert(ctx, t)
		r.changed(t)
	}
	if len(books) > 0 {
		r.saving.Acquire(context.Background(), 1) // a book that is made is saved
	}
	r.converting.Release(1)
	r.reading.Release(weight)
	if len(books) > 0 {
		t.Err = r.save(t, books)
		r.saving.Release(1)
		if t.Err == nil && r.Verify {
			r.verifySaved(ctx, t)
		}
	}
	t.Took += time.Since(begun)
	return t.ended()
}

// ended is the outcome of a task at its end.
func (t *task) ended() Outcome {
	if t.Err != nil {
		t.State = Failed
	}
	return t.Outcome
}
