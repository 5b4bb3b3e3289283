package batch

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"storybind/internal/convert"
)

// A pipe to which nobody writes does not hold up a run: its story's time ends, and the
// other stories become books.
func TestSilentPipe(t *testing.T) {
	put(t, map[string]string{"a.txt": "It was a.", "c.txt": "It was c."})
	for _, pipe := range []string{"b.txt", "c.toml", "cover.png"} {
		if err := exec.Command("mkfifo", pipe).Run(); err != nil {
			t.Skip("no pipes here")
		}
	}
	for _, name := range []string{"", "{title}"} {
		var failed []string
		p, err := NewPlan(t.Context(), []string{"a.txt", "b.txt"}, PlanOptions{Output: "out", Name: name})
		if err != nil {
			t.Fatal(err)
		}
		sum, err := p.Run(context.Background(), RunOptions{Timeout: 3 * time.Second, Done: func(o Outcome) {
			if o.Err != nil {
				failed = append(failed, o.Err.Error())
			}
		}})
		if err != nil || sum.Failed != 1 || len(failed) != 1 || failed[0] != "b.txt took longer than 3s; --timeout allows more" {
			t.Errorf("got %+v, %v, %q", sum, err, failed)
		}
	}
	// So does one in the place of a sidecar; and an end that comes from outside is one.
	ctx, stop := context.WithTimeout(context.Background(), 100*time.Millisecond)
	defer stop()
	if _, err := Request(ctx, []string{"c.txt"}, Reading{}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
	p, err := NewPlan(t.Context(), []string{"a.txt"}, PlanOptions{Output: "covers", Reading: Reading{}})
	if err != nil {
		t.Fatal(err)
	}
	reading := Reading{Settings: []convert.Setting{{Name: "cover", Value: "cover.png"}}}
	sum, err := p.Run(context.Background(), RunOptions{Reading: reading, Timeout: 300 * time.Millisecond})
	if err != nil || sum.Failed != 1 {
		t.Errorf("got %+v, %v", sum, err)
	}
}

// A pipe that is written to is a story like any other. Its name is no other test's: those
// leave readers behind that wait for a writer for ever, and when a signal interrupts such a
// wait, the system begins it again and looks for the name in the folder of the test that
// runs by then.
func TestPipe(t *testing.T) {
	put(t, map[string]string{})
	if err := exec.Command("mkfifo", "gate.txt").Run(); err != nil {
		t.Skip("no pipes here")
	}
	go os.WriteFile("gate.txt", []byte("The Gate\nby Bea\n\nIt was shut.\n"), 0o666)
	p, err := NewPlan(t.Context(), []string{"gate.txt"}, PlanOptions{Output: "out", Name: "{title}"})
	if err != nil {
		t.Fatal(err)
	}
	title := ""
	sum, err := p.Run(context.Background(), RunOptions{Timeout: 20 * time.Second, Done: func(o Outcome) { title = o.Facts.Title }})
	if err != nil || sum.Done != 1 || title != "The Gate" {
		t.Errorf("got %+v, %v, %q", sum, err, title)
	}
}

// A panic in what may wait reaches whoever waits.
func TestWithinPanics(t *testing.T) {
	defer func() {
		if recover() != "lamp" {
			t.Error("the panic is gone")
		}
	}()
	within(t.Context(), func() (int, error) { panic("lamp") })
}

// A folder for books that is a link to nowhere is a mistake, told before any work.
func TestDanglingFolder(t *testing.T) {
	put(t, map[string]string{"a.txt": "It was a."})
	if err := os.Symlink("nowhere", "books"); err != nil {
		t.Skip("no links here")
	}
	for _, out := range []string{"books", "books/", "books/deep", "books/a.epub"} {
		_, err := NewPlan(t.Context(), []string{"a.txt"}, PlanOptions{Output: out})
		if err == nil || !errors.As(err, new(UsageError)) || !strings.Contains(err.Error(), "books is a link that leads nowhere") {
			t.Errorf("%s: got %v", out, err)
		}
	}
	if err := new(saver).save(filepath.Join("books", "a.epub"), nil); err == nil || !strings.Contains(err.Error(), "leads nowhere") {
		t.Errorf("got %v", err)
	}
	if err := os.Mkdir("nowhere", 0o777); err != nil {
		t.Fatal(err)
	}
	if _, err := NewPlan(t.Context(), []string{"a.txt"}, PlanOptions{Output: "books"}); err != nil {
		t.Error(err)
	}
}

// A list that a person asked for is whole, and a device is written to, never replaced.
func TestSaveFile(t *testing.T) {
	put(t, map[string]string{"list": "old"})
	if err := SaveFile("list", []byte("new")); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile("list"); string(got) != "new" {
		t.Errorf("got %q", got)
	}
	if err := os.Symlink("/dev/full", "device"); err != nil {
		t.Skip("no links here")
	}
	if _, err := os.Stat("/dev/full"); err != nil {
		t.Skip("no such device here")
	}
	if err := SaveFile("device", []byte("new")); err == nil || !strings.Contains(err.Error(), "no space left") {
		t.Errorf("got %v", err)
	}
}
