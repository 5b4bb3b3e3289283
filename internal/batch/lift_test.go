package batch

import (
	"runtime"
	"runtime/debug"
	"testing"
	"time"
)

// A limit below what is in use is lifted: the collector would do nothing but collect.
func TestLift(t *testing.T) {
	before := debug.SetMemoryLimit(-1)
	defer debug.SetMemoryLimit(before)
	held := make([]byte, 64<<20)
	HoldMemory(0) // 48 MB
	for range 200 {
		runtime.GC()
		if limit := debug.SetMemoryLimit(-1); limit > 72<<20 {
			break
		}
		time.Sleep(time.Millisecond)
	}
	if limit := debug.SetMemoryLimit(-1); limit < 72<<20 || limit > 400<<20 {
		t.Errorf("with %d MB in use the limit is %d MB", len(held)>>20, limit>>20)
	}
	runtime.KeepAlive(held)
}
