package web

import (
	"context"
	"errors"
	"math"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"storybind/internal/convert"
)

// Requests without end of one client keep no other waiting: the next place is for whoever
// has had least, among one client's stories for the shortest.
func TestTurns(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		turns := newTurns(1, math.MaxInt, time.Now)
		var order []string
		ask := func(client, name string, size int) {
			go func() {
				p, err := turns.take(t.Context(), client, size, false, nil)
				if err != nil {
					t.Error(err)
					return
				}
				order = append(order, name)
				time.Sleep(10 * time.Second)
				p.release()
			}()
			synctest.Wait()
		}
		for _, name := range []string{"a1", "a2", "a3", "a4"} {
			ask("a", name, 100)
		}
		ask("a", "a short", 10)
		ask("b", "b1", 1000)
		ask("b", "b2", 1000)
		time.Sleep(time.Second)
		ask("c", "c1", 2000)
		time.Sleep(2 * time.Minute)
		synctest.Wait()
		if got, want := strings.Join(order, " "), "a1 b1 c1 a short b2 a2 a3 a4"; got != want {
			t.Errorf("the order was %s, not %s", got, want)
		}
		if turns.long.taken != 0 || turns.short.taken != 0 || len(turns.waiting) != 0 {
			t.Errorf("left: %+v", turns)
		}
	})
}

// One client never has all places for short stories, nor do long stories.
func TestShortPlaces(t *testing.T) {
	turns := newTurns(2, math.MaxInt, time.Now)
	now := func() <-chan time.Time { return time.After(time.Millisecond) }
	for i, want := range []error{nil, nil, nil, errBusy} { // two places for any story, and one of the two for short ones
		if _, err := turns.take(t.Context(), "a", 1, true, now()); !errors.Is(err, want) {
			t.Errorf("short story %d: %v", i, err)
		}
	}
	if _, err := turns.take(t.Context(), "b", 1, false, now()); !errors.Is(err, errBusy) {
		t.Errorf("a long story: %v", err)
	}
	p, err := turns.take(t.Context(), "b", 1, true, now())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := turns.take(t.Context(), "c", 1, true, now()); !errors.Is(err, errBusy) {
		t.Errorf("when all are taken: %v", err)
	}
	p.release()
	ended, end := context.WithCancel(t.Context())
	end()
	if _, err := turns.take(ended, "a", 1, true, now()); !errors.Is(err, context.Canceled) {
		t.Errorf("of a client that is gone: %v", err)
	}
	if _, err = turns.take(t.Context(), "c", 1, true, now()); err != nil {
		t.Error(err)
	}
}

// Where memory is bounded long stories wait for one another, though there is a place; one
// that fits goes ahead, and one that never would is alone.
func TestTogether(t *testing.T) {
	turns := newTurns(3, 100, time.Now)
	now := func() <-chan time.Time { return time.After(time.Millisecond) }
	big, err := turns.take(t.Context(), "a", 500, false, now())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := turns.take(t.Context(), "b", 1, false, now()); !errors.Is(err, errBusy) {
		t.Errorf("beside one that takes all: %v", err)
	}
	big.release()
	for i, c := range []struct {
		size int
		want error
	}{{60, nil}, {60, errBusy}, {40, nil}, {1, errBusy}} {
		if _, err := turns.take(t.Context(), "a", c.size, false, now()); !errors.Is(err, c.want) {
			t.Errorf("story %d: %v", i, err)
		}
	}
	l := DefaultLimits()
	l.Memory = 512
	if err := l.Check(); err == nil || !strings.Contains(err.Error(), "--max-size 4 would fit") {
		t.Errorf("64 MB in 512: %v", err)
	}
	if l.Megabytes = 4; l.Check() != nil {
		t.Error(l.Check())
	}
}

// What looks short and is not makes room, and is done in a long story's place.
func TestSlice(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := DefaultLimits()
		l.AtOnce, l.Wait = 1, 2*time.Minute
		d := newDesk(l, func(m string) { t.Error(m) }, time.Now)
		long, err := d.turns.take(t.Context(), "a", 1, false, nil)
		if err != nil {
			t.Fatal(err)
		}
		time.AfterFunc(time.Minute, long.release)
		var took []time.Duration
		slow := func(ctx context.Context) (convert.Result, error) {
			begun := time.Now()
			defer func() { took = append(took, time.Since(begun)) }()
			select {
			case <-ctx.Done():
				return convert.Result{}, ctx.Err()
			case <-time.After(10 * time.Second):
				return convert.Result{}, nil
			}
		}
		time.AfterFunc(3*slice, func() { // until then nobody waits for the place
			var held []*turn
			for _, client := range []string{"b", "c"} {
				p, err := d.turns.take(t.Context(), client, 1, true, nil)
				if err != nil {
					t.Error(err)
				}
				held = append(held, p)
			}
			for _, p := range held {
				p.release()
			}
		})
		if _, err := d.work(t.Context(), 100, slow); err != nil || len(took) != 2 || took[0] < 3*slice || took[0] > 5*slice || took[1] != 10*time.Second {
			t.Errorf("%v: it worked for %v", err, took)
		}
		synctest.Wait() // a place is given back behind the answer
		if left := d.turns.long.taken + d.turns.short.taken; left != 0 {
			t.Errorf("%d places are held", left)
		}
	})
}

func TestClientOf(t *testing.T) {
	for _, c := range [][3]string{
		{"192.0.2.7:4000", "", "192.0.2.7"}, {"[::ffff:192.0.2.7]:4000", "", "192.0.2.7"},
		{"[2001:db8:1:2:3:4:5:6]:4000", "", "2001:db8:1:2::/64"}, {"[2001:db8:1:2::9]:1", "", "2001:db8:1:2::/64"},
		{"192.0.2.7:4000", "198.51.100.1", "192.0.2.7"}, // anybody may say that
		{"127.0.0.1:4000", "198.51.100.1", "198.51.100.1"}, {"[::1]:4000", "192.0.2.9, 198.51.100.1", "198.51.100.1"},
		{"127.0.0.1:4000", "nonsense", "127.0.0.1"}, {"127.0.0.1:4000", "", "127.0.0.1"}, {"@", "", "@"},
	} {
		r := httptest.NewRequest("GET", "http://localhost/", nil)
		r.RemoteAddr = c[0]
		if c[1] != "" {
			r.Header.Set("X-Forwarded-For", c[1])
		}
		if got := clientOf(r); got != c[2] {
			t.Errorf("%q, forwarded for %q: %q, want %q", c[0], c[1], got, c[2])
		}
	}
}
