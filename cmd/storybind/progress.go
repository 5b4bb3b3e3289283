package main

import (
	"io"
	"os"
	"sync"
	"time"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/cwriter"
	"github.com/vbauerster/mpb/v8/decor"

	"storybind/internal/batch"
)

// isTerminal reports whether a person sees w as it is written.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && os.Getenv("TERM") != "dumb" && cwriter.New(f).IsTerminal()
}

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
	screen := c.err
	shown := mpb.New(mpb.WithOutput(screen), mpb.WithRefreshRate(120*time.Millisecond))
	line := func(draw func(width int) string, end string) mpb.BarFiller {
		return mpb.BarFillerFunc(func(w io.Writer, st decor.Statistics) error {
			const room = 3 // for the ^C that a terminal prints, which would wrap a full line
			_, err := io.WriteString(w, draw(max(st.AvailableWidth-room, 1))+end)
			return err
		})
	}
	moving := shown.MustAdd(int64(len(p.Jobs)), line(b.upper, ""), mpb.BarFillerTrim(), mpb.BarRemoveOnComplete(),
		mpb.BarExtender(line(b.lower, "\n"), false))
	c.err = shown // lines are printed above the bar
	tell = func(out batch.Outcome) {
		b.add(out, time.Now())
		if out.Err != nil {
			c.remarks(ofSeveral(p, out), true)
			c.line(out)
		}
		moving.Increment()
	}
	return tell, func() {
		moving.Abort(true) // does nothing to a bar that is complete
		shown.Wait()
		c.err = screen
	}
}
