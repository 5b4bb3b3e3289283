package web

import (
	"io"
	"net/http"
	"sync/atomic"
	"time"
)

// A budget bounds the memory that all requests hold together.
type budget struct {
	limit int64
	used  atomic.Int64
}

// A hold is one request's share of a budget.
type hold struct {
	budget *budget
	bytes  int64
}

func (b *budget) hold() *hold { return &hold{budget: b} }

// take adds n bytes to the share, if the budget allows.
func (h *hold) take(n int64) bool {
	if h.budget.used.Add(n) > h.budget.limit {
		h.budget.used.Add(-n)
		return false
	}
	h.bytes += n
	return true
}

func (h *hold) release() {
	h.budget.used.Add(-h.bytes)
	h.bytes = 0
}

// A body is a request's body as it comes in: it must come fast enough, and every
// byte is taken from the budget before it is kept.
type body struct {
	io.Reader
	hold  *hold
	rc    *http.ResponseController
	now   func() time.Time
	start time.Time
	n     int64
}

func (b *body) Read(p []byte) (int, error) {
	b.rc.SetReadDeadline(deadline(b.start, b.n)) // a test's recorder knows no deadlines
	n, err := b.Reader.Read(p)
	b.n += int64(n)
	if n > 0 && b.hold != nil && !b.hold.take(int64(n)) {
		return 0, errBusy
	}
	return n, err
}
