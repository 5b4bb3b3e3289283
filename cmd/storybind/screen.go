package main

import (
	"io"
	"os"
	"strings"
	"sync"
	"time"

	"golang.org/x/term"
)

// A screen keeps lines that change below all others that are written to a terminal.
type screen struct {
	to    io.Writer
	width func() int
	lines []func(width int) string // each draws one line of at most that many columns

	lock  sync.Mutex
	drawn int // lines that stand there now
	over  chan struct{}
	ended sync.WaitGroup
}

// showLines draws the lines, and again every eighth of a second, until end.
func showLines(to io.Writer, lines ...func(width int) string) *screen {
	s := &screen{to: to, width: func() int { return columns(to) }, lines: lines, over: make(chan struct{})}
	s.ended.Go(func() {
		tick := time.NewTicker(time.Second / 8)
		defer tick.Stop()
		for {
			select {
			case <-s.over:
				return
			case <-tick.C:
				s.Write(nil)
			}
		}
	})
	return s
}

// Write puts whole lines above those that change.
func (s *screen) Write(lines []byte) (int, error) {
	s.lock.Lock()
	defer s.lock.Unlock()
	var b strings.Builder
	s.clear(&b)
	b.Write(lines)
	const room = 3 // for the ^C that a terminal prints, which would wrap a full line
	width := max(s.width()-room, 1)
	for _, line := range s.lines {
		b.WriteString(line(width) + "\n")
	}
	s.drawn = len(s.lines)
	if _, err := io.WriteString(s.to, b.String()); err != nil {
		return 0, err
	}
	return len(lines), nil
}

// clear takes the lines away: up to the first of them, then all below it.
func (s *screen) clear(b *strings.Builder) {
	b.WriteString(strings.Repeat("\x1b[A", s.drawn))
	if s.drawn > 0 {
		b.WriteString("\r\x1b[J")
	}
	s.drawn = 0
}

// end takes the lines away for good.
func (s *screen) end() {
	close(s.over)
	s.ended.Wait()
	var b strings.Builder
	s.clear(&b)
	io.WriteString(s.to, b.String())
}

// columns is the width of the terminal that w is.
func columns(w io.Writer) int {
	if f, ok := w.(*os.File); ok {
		if width, _, err := term.GetSize(int(f.Fd())); err == nil && width > 0 {
			return width
		}
	}
	return 80
}

// isTerminal reports whether a person sees w as it is written, and it obeys what
// moves its cursor.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && os.Getenv("TERM") != "dumb" && term.IsTerminal(int(f.Fd())) && obeys(f)
}
