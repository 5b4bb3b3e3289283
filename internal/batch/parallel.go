package batch

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// workers is a number of workers that was asked for; none means one a core.
func workers(asked int) int {
	if asked > 0 {
		return asked
	}
	return runtime.GOMAXPROCS(0)
}

// inParallel calls f with 0 to n-1, on so many goroutines. f recovers its panics.
func inParallel(n, asked int, f func(i int)) {
	var next atomic.Int64
	var wait sync.WaitGroup
	for range min(n, workers(asked)) {
		wait.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				f(i)
			}
		})
	}
	wait.Wait()
}
