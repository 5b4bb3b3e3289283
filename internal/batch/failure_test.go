package batch

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
)

// A folder that cannot be looked through is one failure; the stories beside it
// become books.
func TestUnreadableFolder(t *testing.T) {
	put(t, map[string]string{"in/a.txt": "It was a.", "in/deep/b.txt": "It was b.", "in/z.txt": "It was z."})
	p, err := NewPlan(t.Context(), []string{"in"}, PlanOptions{Output: "out"})
	if err != nil {
		t.Fatal(err)
	}
	// Root may read everything: let the folder be gone between two looks instead.
	w := walk{plan: &Plan{}}
	w.folder("in/nowhere", "nowhere")
	if len(w.files) != 1 || w.files[0].err == nil {
		t.Fatalf("got %v", w.files)
	}
	if os.Getuid() > 0 && runtime.GOOS != "windows" {
		if err := os.Chmod("in/deep", 0); err != nil {
			t.Fatal(err)
		}
		defer os.Chmod("in/deep", 0o700)
		if p, err = NewPlan(t.Context(), []string{"in"}, PlanOptions{Output: "out"}); err != nil {
			t.Fatal(err)
		}
	} else {
		p.Jobs[1] = group{files: w.files}.job()
	}
	var failed []string
	sum, err := p.Run(context.Background(), RunOptions{Done: func(o Outcome) {
		if o.Err != nil {
			failed = append(failed, o.Err.Error())
		}
	}})
	if err != nil || sum != (Summary{Done: 2, Failed: 1}) || len(failed) != 1 || !strings.HasPrefix(failed[0], "look through ") {
		t.Errorf("got %+v, %v, %q", sum, err, failed)
	}
}

// On a full disk stories fail one by one; no half book stays, and what was there
// before is untouched. It needs a small disk of its own, which only root can have.
func TestFullDisk(t *testing.T) {
	dir := t.TempDir()
	if runtime.GOOS != "linux" || exec.Command("mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", dir).Run() != nil {
		t.Skip("no small disk can be mounted here")
	}
	defer exec.Command("umount", dir).Run()
	files := map[string]string{}
	for n := range 30 {
		files[fmt.Sprintf("in/%02d.txt", n)] = fmt.Sprintf("It was night %d.", n)
	}
	put(t, files)
	p, err := NewPlan(t.Context(), []string{"in"}, PlanOptions{Output: dir})
	if err != nil {
		t.Fatal(err)
	}
	full := 0
	sum, err := p.Run(context.Background(), RunOptions{Done: func(o Outcome) {
		if o.Err != nil && strings.Contains(o.Err.Error(), "no space left on device") {
			full++
		}
	}})
	entries, _ := os.ReadDir(dir)
	if err != nil || sum.Failed == 0 || sum.Done == 0 || sum.Failed != full || len(entries) != sum.Done {
		t.Errorf("got %+v, %v; %d said that the disk is full, %d files are there", sum, err, full, len(entries))
	}
	// With more room the next run makes what is missing, and only that.
	if err := exec.Command("mount", "-o", "remount,size=40m", dir).Run(); err != nil {
		t.Fatal(err)
	}
	again, err := p.Run(context.Background(), RunOptions{})
	if err != nil || again != (Summary{Done: sum.Failed, Unchanged: sum.Done}) {
		t.Errorf("got %+v after %+v, %v", again, sum, err)
	}
}

// What stands where a folder should be fails its stories only.
func TestFileInPlaceOfFolder(t *testing.T) {
	put(t, map[string]string{"in/a.txt": "It was a.", "in/deep/b.txt": "It was b.", "out/deep": "a file"})
	p, err := NewPlan(t.Context(), []string{"in"}, PlanOptions{Output: "out"})
	if err != nil {
		t.Fatal(err)
	}
	sum, err := p.Run(context.Background(), RunOptions{})
	if _, there := os.Stat(filepath.Join("out", "a.epub")); err != nil || sum != (Summary{Done: 1, Failed: 1}) || there != nil {
		t.Errorf("got %+v, %v, %v", sum, err, there)
	}
}

// A disk that refuses a name (FAT knows no question mark) is told apart from other mistakes.
func TestRefusedName(t *testing.T) {
	refused := &os.LinkError{Op: "rename", Err: syscall.EINVAL}
	if err := notSaved("card/who?.epub", refused); err == nil || !strings.Contains(err.Error(), "--name") {
		t.Errorf("nothing says how to name the book: %v", err)
	}
	if err := notSaved("card/who.epub", refused); err == nil || strings.Contains(err.Error(), "--name") {
		t.Errorf("the name is blamed: %v", err)
	}
}
