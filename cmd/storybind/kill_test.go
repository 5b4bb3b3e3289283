package main

import (
	"archive/zip"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"storybind/internal/convert"
)

// TestKill kills the program in the middle of a folder, again and again: at every
// moment each file is a whole book, what is whole is not made again, and the last
// run finishes the rest and leaves nothing behind. STORYBIND_KILLS says how often.
func TestKill(t *testing.T) {
	dir := t.TempDir()
	kills, stories := 8, 150
	if n, err := strconv.Atoi(os.Getenv("STORYBIND_KILLS")); err == nil {
		kills, stories = n, max(150, 6*n)
	}
	if err := os.Mkdir(filepath.Join(dir, "in"), 0o777); err != nil {
		t.Fatal(err)
	}
	for n := range stories {
		text := fmt.Sprintf("Title: Lamp %d\nAuthor: Annie\n\n%s", n, strings.Repeat("It was late, and the keeper slept.\n\n", 300))
		if err := os.WriteFile(filepath.Join(dir, "in", fmt.Sprintf("%02d.txt", n)), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	books := filepath.Join(dir, "out")
	command := func() *exec.Cmd {
		c := exec.Command("storybind", "convert", filepath.Join(dir, "in"), "-o", books, "--no-cover")
		c.Env = append(os.Environ(), "TMPDIR="+dir)
		return c
	}
	whole := map[string]time.Time{}
	for round := 1; round <= kills; round++ {
		c := command()
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		for deadline := time.Now().Add(20 * time.Second); time.Now().Before(deadline); time.Sleep(time.Millisecond) {
			if names, _ := filepath.Glob(filepath.Join(books, "*.epub")); len(names) >= min(len(whole)+1+(round-1)%8, stories) {
				break
			}
		}
		time.Sleep(time.Duration((round-1)%8*((round-1)%8)) * 700 * time.Microsecond)
		c.Process.Kill()
		c.Wait()
		whole = wholeBooks(t, books, whole)
	}
	t.Logf("%d of %d books after %d kills", len(whole), stories, kills)
	said, err := command().CombinedOutput()
	want := fmt.Sprintf("%d converted, %d unchanged, 0 failed", stories-len(whole), len(whole))
	if len(whole) == 0 {
		want = fmt.Sprintf("%d converted, 0 failed", stories)
	}
	if len(whole) < stories && (err != nil || !strings.Contains(string(said), want)) {
		t.Errorf("want %q, got %v and\n%s", want, err, said)
	}
	wholeBooks(t, books, whole)
	for _, folder := range []string{dir, books} {
		left, err := filepath.Glob(filepath.Join(folder, "*storybind-*"))
		if hidden, _ := filepath.Glob(filepath.Join(folder, ".storybind-*")); err != nil || len(left)+len(hidden) > 0 {
			t.Errorf("left behind: %v %v", left, hidden)
		}
	}
}

// wholeBooks checks every book of a folder, and that those of before are the same files.
func wholeBooks(t *testing.T, folder string, before map[string]time.Time) map[string]time.Time {
	t.Helper()
	now := map[string]time.Time{}
	names, err := filepath.Glob(filepath.Join(folder, "*.epub"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		st, err := f.Stat()
		if err != nil {
			t.Fatal(err)
		}
		now[name] = st.ModTime()
		if seal, untouched, err := convert.ReadSeal(f, st.Size()); seal == nil || !untouched || err != nil {
			t.Errorf("%s is not whole: %v, %v", name, seal, err)
		}
		z, err := zip.NewReader(f, st.Size())
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, e := range z.File {
			r, err := e.Open()
			if err == nil {
				_, err = io.Copy(io.Discard, r)
			}
			if err != nil {
				t.Errorf("%s: %s: %v", name, e.Name, err)
			}
		}
		f.Close()
	}
	for name, made := range before {
		if !now[name].Equal(made) {
			t.Errorf("%s was whole, and is gone or made again", name)
		}
	}
	return now
}
