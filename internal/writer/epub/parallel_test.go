package epub

import (
	"errors"
	"testing"
	"time"
)

// All works are done when parallel returns, and the first error in their order counts.
func TestParallel(t *testing.T) {
	done := make([]bool, 40)
	works := make([]func() error, len(done))
	for i := range works {
		works[i] = func() error {
			time.Sleep(time.Duration(i%3) * time.Millisecond)
			done[i] = true
			if i == 7 || i == 30 {
				return errors.New("work " + string(rune('0'+i%10)))
			}
			return nil
		}
	}
	if err := parallel(works); err == nil || err.Error() != "work 7" {
		t.Errorf("error %v", err)
	}
	for i, d := range done {
		if !d {
			t.Errorf("work %d is not done", i)
		}
	}
}
