package main

import (
	"fmt"
	"io"
	"strings"
	"sync"
	"testing"
	"time"
)

// A paper is a terminal of endless height that knows the sequences of screen.
type paper struct {
	lock sync.Mutex
	rows []string // without the last line's end
	row  int
}

func (p *paper) Write(b []byte) (int, error) {
	p.lock.Lock()
	defer p.lock.Unlock()
	for s := string(b); s != ""; {
		if p.row == len(p.rows) {
			p.rows = append(p.rows, "")
		}
		switch {
		case strings.HasPrefix(s, "\x1b[A"):
			p.row, s = p.row-1, s[3:]
		case strings.HasPrefix(s, "\r\x1b[J"):
			p.rows, s = p.rows[:p.row], s[4:]
		case s[0] == '\n':
			p.row, s = p.row+1, s[1:]
		case s[0] < ' ':
			return 0, fmt.Errorf("a terminal would obey %.5q", s)
		default:
			p.rows[p.row], s = p.rows[p.row]+s[:1], s[1:]
		}
	}
	return len(b), nil
}

func (p *paper) String() string {
	p.lock.Lock()
	defer p.lock.Unlock()
	return strings.Join(p.rows, "|")
}

// Lines stand in their order above those that change, which are drawn over
// themselves and are gone at the end.
func TestScreen(t *testing.T) {
	p := &paper{}
	io.WriteString(p, "before\n")
	var lock sync.Mutex
	n := 0
	s := showLines(p, func(width int) string {
		lock.Lock()
		defer lock.Unlock()
		n++
		return fmt.Sprintf("bar of %d", width)
	}, func(int) string { return "name" })
	for i := range 3 {
		if wrote, err := fmt.Fprintf(s, "line %d\n", i); err != nil || wrote != 7 {
			t.Errorf("%d, %v", wrote, err)
		}
	}
	if got, want := p.String(), "before|line 0|line 1|line 2|bar of 77|name"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	for { // it moves by itself
		lock.Lock()
		drawn := n
		lock.Unlock()
		if drawn > 5 {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	s.end()
	io.WriteString(p, "after\n")
	if got, want := p.String(), "before|line 0|line 1|line 2|after"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
