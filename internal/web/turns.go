package web

import (
	"cmp"
	"context"
	"math"
	"slices"
	"sync"
	"time"
)

// Turns share out the places at the desk. A place that becomes free goes to the client
// whose conversions have taken the least time of late, and among one client's stories to
// the shortest: many requests of one client do not keep another waiting. Short stories
// have places of their own, in which none stays for long (see desk.work), and of which
// one client never has all.
type turns struct {
	mu          sync.Mutex
	long, short places
	together    int // the most bytes of long stories at work; one is, whatever it has
	atWork      int // theirs now
	waiting     []*waiter
	clients     map[string]*client
	now         func() time.Time
}

// Places are those of one kind.
type places struct{ all, taken int }

func (p places) free() bool { return p.taken < p.all }

// A client is what is known of one address while it asks, and a little longer.
type client struct {
	working int           // conversions under way
	short   int           // of these, in places for short stories
	took    time.Duration // by conversions that are over; half of it is forgotten each memory
	since   time.Time     // took is as of then
}

// memory is how long it takes until half of what a client has asked for is forgotten.
const memory = 20 * time.Second

// A waiter waits for a place.
type waiter struct {
	client string
	size   int
	short  bool
	turn   chan *turn // one comes, at most once
}

// A turn is one conversion's: it holds a place.
type turn struct {
	turns  *turns
	client string
	size   int
	short  bool
	begun  time.Time
}

func newTurns(atOnce, together int, now func() time.Time) *turns {
	return &turns{long: places{all: atOnce}, short: places{all: max(2, atOnce)}, together: together, clients: map[string]*client{}, now: now}
}

// count is how many places there are.
func (t *turns) count() int { return t.long.all + t.short.all }

// take waits for a place for a story of so many bytes, as long as patience and the
// request last. Short ones may have a place of either kind.
func (t *turns) take(request context.Context, client string, size int, short bool, patience <-chan time.Time) (*turn, error) {
	w := &waiter{client: client, size: size, short: short, turn: make(chan *turn, 1)}
	t.mu.Lock()
	t.waiting = append(t.waiting, w)
	t.share()
	t.mu.Unlock()
	var err error
	select {
	case p := <-w.turn:
		return p, nil
	default:
	}
	select {
	case p := <-w.turn:
		return p, nil
	case <-patience:
		err = errBusy
	case <-request.Done():
		err = late(request.Err())
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	select {
	case p := <-w.turn: // just now
		p.giveBack()
	default:
		t.waiting = slices.DeleteFunc(t.waiting, func(o *waiter) bool { return o == w })
	}
	return nil, err
}

// release gives the place to who is next.
func (p *turn) release() {
	p.turns.mu.Lock()
	defer p.turns.mu.Unlock()
	p.giveBack()
}

func (p *turn) giveBack() {
	t := p.turns
	now := t.now()
	c := t.clients[p.client]
	c.took = c.recent(now) + now.Sub(p.begun)
	c.since = now
	c.working--
	if p.short {
		c.short--
		t.short.taken--
	} else {
		t.long.taken--
		t.atWork -= p.size
	}
	for name, c := range t.clients {
		if c.working == 0 && c.recent(now) < time.Millisecond {
			delete(t.clients, name)
		}
	}
	t.share()
}

// wanted reports whether somebody waits for this place, one for short stories.
func (p *turn) wanted() bool {
	t := p.turns
	t.mu.Lock()
	defer t.mu.Unlock()
	return slices.ContainsFunc(t.waiting, func(w *waiter) bool {
		return w.short && (w.client == p.client || t.mayShort(w))
	})
}

// mayShort reports whether a waiter may have a place for short stories: one client never
// has them all.
func (t *turns) mayShort(w *waiter) bool {
	c := t.clients[w.client]
	return w.short && (c == nil || c.short < t.short.all-1)
}

// recent is how long a client's conversions took of late.
func (c *client) recent(now time.Time) time.Duration {
	return time.Duration(float64(c.took) * math.Exp2(-float64(now.Sub(c.since))/float64(memory)))
}

// share gives free places to those who wait.
func (t *turns) share() {
	for t.long.free() && t.give(false, func(w *waiter) bool { return t.atWork == 0 || w.size <= t.together-t.atWork }) {
	}
	for t.short.free() && t.give(true, t.mayShort) {
	}
}

// give gives a free place of a kind to the one who is next among those that may have it.
func (t *turns) give(short bool, may func(*waiter) bool) bool {
	now := t.now()
	at := -1
	var least time.Duration
	for i, w := range t.waiting {
		if !may(w) {
			continue
		}
		taken := t.taken(w.client, now)
		if at < 0 || cmp.Or(cmp.Compare(taken, least), cmp.Compare(w.size, t.waiting[at].size)) < 0 {
			at, least = i, taken
		}
	}
	if at < 0 {
		return false
	}
	w := t.waiting[at]
	t.waiting = slices.Delete(t.waiting, at, at+1)
	c := t.clients[w.client]
	if c == nil {
		c = &client{since: now}
		t.clients[w.client] = c
	}
	c.working++
	if short {
		c.short++
		t.short.taken++
	} else {
		t.long.taken++
		t.atWork += w.size
	}
	w.turn <- &turn{turns: t, client: w.client, size: w.size, short: short, begun: now}
	return true
}

// taken is what a client has had of late: whole seconds that its conversions took, and
// one for each that is under way, so that those who have had nothing come first.
func (t *turns) taken(name string, now time.Time) time.Duration {
	c := t.clients[name]
	if c == nil {
		return 0
	}
	return (c.recent(now) + time.Duration(c.working)*time.Second).Truncate(time.Second)
}
