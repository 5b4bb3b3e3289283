package pdf

import (
	"bytes"
	"compress/zlib"
	"runtime"
	"sync"
)

// deflaters are kept: a deflater is 800 KB of tables, and a book has a stream a page.
var deflaters = sync.Pool{New: func() any { return zlib.NewWriter(nil) }}

// deflate packs one stream. The same bytes always give the same result.
func deflate(data []byte) []byte {
	var out bytes.Buffer
	out.Grow(len(data)/2 + 64)
	z := deflaters.Get().(*zlib.Writer)
	defer deflaters.Put(z)
	z.Reset(&out)
	z.Write(data) // a bytes.Buffer does not fail
	z.Close()
	return out.Bytes()
}

// inParallel calls do for 0 … n-1 on as many goroutines as the machine has
// cores, and returns the error of the lowest number that failed. do must put its
// result where its number says, so that the order of the calls leaves no trace.
func inParallel(n int, do func(i int) error) error {
	errs := make([]error, n)
	workers := min(runtime.GOMAXPROCS(0), n)
	if workers <= 1 {
		for i := range n {
			if err := do(i); err != nil {
				return err
			}
		}
		return nil
	}
	next := make(chan int, n)
	for i := range n {
		next <- i
	}
	close(next)
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for i := range next {
				errs[i] = do(i)
			}
		})
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
