package main

import (
	"io"
	"sync"
	"time"

	"storybind/internal/batch"
)

// planning tells a person who waits that a plan is being made, if it takes long: a
// template asks every story for its title. What it returns takes the line away.
func (c *conversion) planning() (end func()) {
	if c.quiet || !isTerminal(c.err) {
		return func() {}
	}
	var lock sync.Mutex
	over, shown := false, false
	timer := time.AfterFunc(time.Second, func() {
		lock.Lock()
		defer lock.Unlock()
		if shown = !over; shown {
			io.WriteString(c.err, "looking at the stories ...")
		}
	})
	return func() {
		timer.Stop()
		lock.Lock()
		defer lock.Unlock()
		if over = true; shown {
			io.WriteString(c.err, "\r\x1b[K")
		}
	}
}

// progress shows a bar while a plan runs (see bar). What fails is told above it.
func (c *conversion) progress(p batch.Plan) (tell func(batch.Outcome), end func()) {
	b := &bar{plan: p, begun: time.Now()}
	to := c.err
	shown := showLines(to, b.upper, b.lower)
	c.err = shown // lines are printed above the bar
	tell = func(out batch.Outcome) {
		b.add(out, time.Now())
		if out.Err != nil {
			c.remarks(ofSeveral(p, out), true)
			c.line(out)
		}
	}
	return tell, func() {
		shown.end()
		c.err = to
	}
}
