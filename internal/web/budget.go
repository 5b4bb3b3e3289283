package web

import (
	"io"
	"net/http"
	"sync"
	"time"
)

// A budget bounds the memory that all requests hold together, and that those of one
// client do: it is less, so that something is left for others.
type budget struct {
	limit, each int64
	mu          sync.Mutex
	used        int64
	of          map[string]int64
}

// A hold is one request's share of a budget.
type hold struct {
	budget *budget
	client string
	bytes  int64
}

func newBudget(l Limits) *budget {
	return &budget{limit: l.held(), each: l.heldByOne(), of: map[string]int64{}}
}

func (b *budget) hold(client string) *hold { return &hold{budget: b, client: client} }

// held is how many bytes all requests hold.
func (b *budget) held() int64 {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.used
}

// take adds n bytes to the share, if the budget allows.
func (h *hold) take(n int64) bool {
	b := h.budget
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.used+n > b.limit || b.of[h.client]+n > b.each {
		return false
	}
	b.used += n
	b.of[h.client] += n
	h.bytes += n
	return true
}

func (h *hold) release() {
	b := h.budget
	b.mu.Lock()
	defer b.mu.Unlock()
	b.used -= h.bytes
	if b.of[h.client] -= h.bytes; b.of[h.client] == 0 {
		delete(b.of, h.client)
	}
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
