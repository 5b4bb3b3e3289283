package parallel

import (
	"errors"
	"fmt"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// All works are done when Do returns, and the first error in their order counts.
func TestDo(t *testing.T) {
	for _, workers := range []int{0, 1, 3, 100} {
		done := make([]bool, 40)
		err := Do(len(done), workers, func(i int) error {
			time.Sleep(time.Duration(i%3) * time.Millisecond)
			done[i] = true
			if i == 7 || i == 30 {
				return fmt.Errorf("work %d", i)
			}
			return nil
		})
		if err == nil || err.Error() != "work 7" {
			t.Errorf("%d workers: error %v", workers, err)
		}
		for i, d := range done {
			if !d {
				t.Errorf("%d workers: work %d is not done", workers, i)
			}
		}
	}
	if err := Do(0, 0, func(int) error { return errors.New("called") }); err != nil {
		t.Error(err)
	}
}

// A panic reaches the caller, whichever goroutine it happens on, after the others
// have stopped; it still says where it happened.
func TestPanic(t *testing.T) {
	for _, bad := range []int{0, 1, 19} {
		var running atomic.Int64
		func() {
			defer func() {
				p := fmt.Sprint(recover())
				if !strings.Contains(p, "broken") || !strings.Contains(p, "parallel_test.go") {
					t.Errorf("work %d: %s", bad, p)
				}
				if n := running.Load(); n != 0 {
					t.Errorf("work %d: %d works still run", bad, n)
				}
			}()
			Do(20, 4, func(i int) error {
				running.Add(1)
				defer running.Add(-1)
				time.Sleep(time.Millisecond)
				if i == bad {
					panic("broken")
				}
				return nil
			})
			t.Errorf("work %d: no panic", bad)
		}()
	}
}
