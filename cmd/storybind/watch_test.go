package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// A loud is a buffer that two goroutines may use.
type loud struct {
	lock sync.Mutex
	b    bytes.Buffer
}

func (l *loud) Write(p []byte) (int, error) {
	l.lock.Lock()
	defer l.lock.Unlock()
	return l.b.Write(p)
}

func (l *loud) String() string {
	l.lock.Lock()
	defer l.lock.Unlock()
	return l.b.String()
}

// watching runs the command over a new folder; end stops it and gives its exit code.
func watching(t *testing.T, args ...string) (folder, books string, said *loud, end func() int) {
	t.Helper()
	dir := t.TempDir()
	folder, books = filepath.Join(dir, "in"), filepath.Join(dir, "books")
	if err := os.Mkdir(folder, 0o777); err != nil {
		t.Fatal(err)
	}
	said = &loud{}
	ctx, cancel := context.WithCancel(t.Context())
	code := make(chan int, 1)
	go func() {
		code <- execute(ctx, &terminal{in: strings.NewReader(""), out: said, err: said}, append([]string{"watch", folder, "-o", books + "/"}, args...))
	}()
	until(t, said, func() bool { return strings.Contains(said.String(), "watching ") })
	return folder, books, said, func() int {
		cancel()
		select {
		case c := <-code:
			return c
		case <-time.After(time.Minute):
			t.Fatal("the watch does not end")
			return 0
		}
	}
}

func until(t *testing.T, said *loud, ready func() bool) {
	t.Helper()
	for end := time.Now().Add(time.Minute); !ready(); time.Sleep(50 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("it never came to that; said:\n%s", said)
		}
	}
}

func storiesIn(t *testing.T, dir string) int {
	t.Helper()
	names, _ := filepath.Glob(filepath.Join(dir, "*.epub"))
	more, _ := filepath.Glob(filepath.Join(dir, "*", "*.epub"))
	return len(names) + len(more)
}

// A hundred stories that are copied in, slowly and in pieces, are one book each, and
// none is read before it is whole.
func TestWatch(t *testing.T) {
	folder, books, said, end := watching(t)
	if err := os.Mkdir(filepath.Join(folder, "deep"), 0o777); err != nil {
		t.Fatal(err)
	}
	var slow []*os.File
	for n := range 100 {
		name := filepath.Join(folder, fmt.Sprintf("s%d.txt", n))
		if n%2 == 1 {
			name = filepath.Join(folder, "deep", fmt.Sprintf("s%d.txt", n))
		}
		f, err := os.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(f, "Story %d\nby Annie\n\nIt was late, ", n)
		if n%10 == 0 {
			slow = append(slow, f)
			continue
		}
		fmt.Fprintf(f, "and it was dark.\n\nThe end of %d.\n", n)
		f.Close()
	}
	for range 4 { // they move for longer than a second, with less than a second's rest
		time.Sleep(400 * time.Millisecond)
		for _, f := range slow {
			fmt.Fprint(f, "and it was dark, ")
		}
	}
	for _, f := range slow {
		fmt.Fprint(f, "and that was the end.\n")
		f.Close()
	}
	until(t, said, func() bool { return storiesIn(t, books) == 100 })
	time.Sleep(1500 * time.Millisecond)
	if code := end(); code != exitOK {
		t.Errorf("exit code %d", code)
	}
	text := said.String()
	if n := strings.Count(text, " -> "); n != 100 {
		t.Errorf("%d books were made, one of a story each would be 100:\n%s", n, text)
	}
	if !strings.HasSuffix(text, "the watch has ended: 100 stories made into books\n") {
		t.Errorf("it ends with %q", text[max(0, len(text)-200):])
	}
}

// What changes is made again, with what is beside it; what fails is told once; the
// books in the folder itself are no news; a folder that goes away ends the watch.
func TestWatchChanges(t *testing.T) {
	folder, books, said, end := watching(t)
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("lamp.txt", "The Lamp\nby Annie\n\nIt was late.\n")
	write("broken.txt", "\x89PNG\r\n\x1a\n")
	until(t, said, func() bool { return storiesIn(t, books) == 1 && strings.Contains(said.String(), "picture (PNG)") })
	write("lamp.toml", "title = \"The Other Lamp\"\n")
	until(t, said, func() bool { return strings.Contains(said.String(), "The Other Lamp") })
	write("page.html", "<html>")
	write("lamp.txt", "The Lamp\nby Annie\n\nIt was later.\n")
	until(t, said, func() bool { return strings.Count(said.String(), " -> ") == 3 })
	if n := strings.Count(said.String(), "picture (PNG)"); n != 1 {
		t.Errorf("what fails is told %d times", n)
	}
	if err := os.RemoveAll(folder); err != nil {
		t.Fatal(err)
	}
	until(t, said, func() bool { return strings.Contains(said.String(), "is gone, so there is nothing to watch") })
	if code := end(); code != exitFailed {
		t.Errorf("exit code %d", code)
	}
	if storiesIn(t, books) != 1 {
		t.Error("the book is gone")
	}
}
