package epub

import (
	"cmp"
	"runtime"
	"sync"
	"sync/atomic"
)

// parallel does the works on as many goroutines as there are cores, and returns the
// error of the first that has one. A work's panic is passed on to where it can be
// recovered.
func parallel(works []func() error) error {
	errs := make([]error, len(works))
	var next atomic.Int64
	work := func() {
		for i := int(next.Add(1)) - 1; i < len(works); i = int(next.Add(1)) - 1 {
			errs[i] = works[i]()
		}
	}
	var once sync.Once
	var failed any
	var group sync.WaitGroup
	for range min(len(works), runtime.GOMAXPROCS(0)) - 1 {
		group.Go(func() {
			defer func() {
				if p := recover(); p != nil {
					once.Do(func() { failed = p })
				}
			}()
			work()
		})
	}
	func() {
		defer group.Wait() // even if the work here panics
		work()
	}()
	if failed != nil {
		panic(failed)
	}
	return cmp.Or(errs...)
}
