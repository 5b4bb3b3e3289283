// Package parallel does independent pieces of work on all cores.
package parallel

import (
	"cmp"
	"fmt"
	"runtime"
	"runtime/debug"
	"sync"
	"sync/atomic"
)

// Do calls work with 0 to n-1, the lower numbers first, on so many goroutines
// (0 means one a core, or fewer where the program may use fewer), and returns when all are done: with the error of the lowest
// number that has one. Work must put its result where its number says, so that the
// order of the calls leaves no trace. It may wait for work of a lower number, which
// is surely called. When a call panics, no more begin, and Do panics once the others
// are done, so that the panic can be recovered where a story's end is settled.
func Do(n, workers int, work func(i int) error) error {
	if workers <= 0 {
		workers = min(runtime.GOMAXPROCS(0), runtime.NumCPU())
	}
	errs := make([]error, n)
	var next atomic.Int64
	var failed atomic.Pointer[string]
	run := func() {
		defer func() {
			if p := recover(); p != nil {
				text := fmt.Sprintf("%v\n%s", p, debug.Stack())
				failed.CompareAndSwap(nil, &text)
			}
		}()
		for failed.Load() == nil {
			i := int(next.Add(1)) - 1 // a number that is taken is called: a higher one may wait for it
			if i >= n {
				return
			}
			errs[i] = work(i)
		}
	}
	var others sync.WaitGroup
	for range min(n, workers) - 1 {
		others.Go(run)
	}
	run()
	others.Wait()
	if text := failed.Load(); text != nil {
		panic(*text)
	}
	return cmp.Or(errs...)
}
