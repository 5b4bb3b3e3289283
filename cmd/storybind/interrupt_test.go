package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"time"
)

// TestInterrupt stops the program in the middle of a folder, as Ctrl-C does: what is
// made stays and is whole, nothing else does, and the rest is counted and exit code 130.
func TestInterrupt(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no process can send another Ctrl-C here")
	}
	dir := t.TempDir()
	const stories = 200
	if err := os.Mkdir(filepath.Join(dir, "in"), 0o777); err != nil {
		t.Fatal(err)
	}
	for n := range stories {
		text := fmt.Sprintf("Title: Lamp %d\nAuthor: Annie\n\n%s", n, strings.Repeat("It was late, and the keeper slept.\n\n", 300))
		if err := os.WriteFile(filepath.Join(dir, "in", fmt.Sprintf("%03d.txt", n)), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	books := filepath.Join(dir, "out")
	c := exec.Command("storybind", "convert", filepath.Join(dir, "in"), "-o", books, "--jobs", "2", "--quiet", "--report", filepath.Join(dir, "report.csv"))
	c.Env = append(os.Environ(), "TMPDIR="+dir)
	var said strings.Builder
	c.Stderr = &said
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	for deadline := time.Now().Add(20 * time.Second); time.Now().Before(deadline); time.Sleep(time.Millisecond) {
		if names, _ := filepath.Glob(filepath.Join(books, "*.epub")); len(names) > 0 {
			break
		}
	}
	c.Process.Signal(os.Interrupt)
	var exit *exec.ExitError
	if err := c.Wait(); !errors.As(err, &exit) || exit.ExitCode() != exitInterrupted {
		t.Fatalf("got %v and %s", err, said.String())
	}
	made := wholeBooks(t, books, nil)
	want := fmt.Sprintf(`(?m)^%d converted, 0 failed in .*; %d left for the next run$`, len(made), stories-len(made))
	if len(made) == stories || !regexp.MustCompile(want).MatchString(said.String()) {
		t.Errorf("%d books are there, want %q in %s", len(made), want, said.String())
	}
	if rows, err := os.ReadFile(filepath.Join(dir, "report.csv")); err != nil || strings.Count(string(rows), "\n") != len(made)+1 {
		t.Errorf("%d books are there, and the report is %v %s", len(made), err, rows)
	}
	left, _ := filepath.Glob(filepath.Join(dir, "*storybind-*"))
	if hidden, _ := filepath.Glob(filepath.Join(books, ".storybind-*")); len(left)+len(hidden) > 0 {
		t.Errorf("left behind: %v %v", left, hidden)
	}
}

// TestInterruptStdin stops the program while it waits for a story that does not come.
func TestInterruptStdin(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no process can send another Ctrl-C here")
	}
	for _, args := range [][]string{{"convert", "-", "-o", filepath.Join(t.TempDir(), "never.epub")}, {"inspect", "-"}} {
		c := exec.Command("storybind", args...)
		c.Env = append(os.Environ(), "TMPDIR="+t.TempDir())
		var said strings.Builder
		c.Stderr = &said
		in, err := c.StdinPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		in.Write([]byte(strings.Repeat("It was late.\n", 20_000))) // more than a pipe holds: it is read from
		c.Process.Signal(os.Interrupt)
		hung := time.AfterFunc(20*time.Second, func() { c.Process.Kill() })
		var exit *exec.ExitError
		if err := c.Wait(); !errors.As(err, &exit) || exit.ExitCode() != exitInterrupted || said.String() != "storybind: interrupted\n" {
			t.Errorf("%v: got %v and %q", args, err, said.String())
		}
		hung.Stop()
	}
}

// TestInterruptPipe stops the program while it waits for a pipe to which nobody writes.
func TestInterruptPipe(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no process can send another Ctrl-C here")
	}
	pipe := filepath.Join(t.TempDir(), "story.txt")
	if err := exec.Command("mkfifo", pipe).Run(); err != nil {
		t.Skip("no pipes here")
	}
	for _, args := range [][]string{{"convert", pipe}, {"inspect", pipe}, {"convert", pipe, "-o", filepath.Dir(pipe), "--name", "{title}"}} {
		var err error
		var said strings.Builder
		for _, begun := range []time.Duration{300 * time.Millisecond, 3 * time.Second} {
			c := exec.Command("storybind", args...)
			c.Env = append(os.Environ(), "TMPDIR="+t.TempDir())
			said.Reset()
			c.Stderr = &said
			if err := c.Start(); err != nil {
				t.Fatal(err)
			}
			time.Sleep(begun)
			c.Process.Signal(os.Interrupt)
			hung := time.AfterFunc(20*time.Second, func() { c.Process.Kill() })
			err = c.Wait()
			hung.Stop()
			if err == nil || err.Error() != "signal: interrupt" { // a busy machine had not begun it yet
				break
			}
		}
		var exit *exec.ExitError
		if !errors.As(err, &exit) || exit.ExitCode() != exitInterrupted || !strings.Contains(said.String(), "storybind: interrupted\n") {
			t.Errorf("%v: got %v and %q", args, err, said.String())
		}
	}
}

// TestUnprinted runs commands whose result cannot be printed: that is a failure.
func TestUnprinted(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("there is no full device here")
	}
	defer full.Close()
	story := filepath.Join(t.TempDir(), "lamp.txt")
	if err := os.WriteFile(story, []byte("It was late."), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"version"}, {"--version"}, {"formats"}, {"--help"}, {"convert", "--help"}, {"convert", story, "--dry-run"}, {"inspect", story}, {"inspect", story, "--json"}, {"convert", story, "-o", "-"}} {
		c := exec.Command("storybind", args...)
		c.Env = append(os.Environ(), "TMPDIR="+t.TempDir())
		var said strings.Builder
		c.Stdout, c.Stderr = full, &said
		var exit *exec.ExitError
		if err := c.Run(); !errors.As(err, &exit) || exit.ExitCode() != exitFailed || !strings.Contains(said.String(), "no space left on device") {
			t.Errorf("%v: got %v and %q", args, err, said.String())
		}
	}
}
