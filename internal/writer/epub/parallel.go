package epub

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// beside runs f at the same time as what follows; the function that it returns
// waits for f, and passes on its panic to where it can be recovered.
func beside(f func()) (wait func()) {
	done := make(chan any, 1)
	go func() {
		defer func() { done <- recover() }()
		f()
	}()
	return func() {
		if p := <-done; p != nil {
			panic(p)
		}
	}
}

// parallel calls f with 0 to n-1 on as many goroutines as there are cores.
func parallel(n int, f func(i int)) {
	workers := min(n, runtime.GOMAXPROCS(0))
	var next atomic.Int64
	work := func() {
		for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
			f(i)
		}
	}
	if workers < 2 {
		work()
		return
	}
	var once sync.Once
	var failed any
	var group sync.WaitGroup
	for range workers {
		group.Add(1)
		go func() {
			defer group.Done()
			defer func() {
				if p := recover(); p != nil {
					once.Do(func() { failed = p })
				}
			}()
			work()
		}()
	}
	group.Wait()
	if failed != nil {
		panic(failed)
	}
}
