package batch

import (
	"context"
	"os"
	"path/filepath"
	"sync"
	"testing"
)

// What a killed process left behind is swept away; what a living one writes, and
// what is somebody else's, stays.
func TestLeftovers(t *testing.T) {
	put(t, map[string]string{"a.txt": "It was late.", "out/.storybind-host-1-1.tmp": "half a bo", "out/.storybind": "x", "out/other.tmp": "x"})
	living, err := unsaved("out")
	if err != nil {
		t.Fatal(err)
	}
	defer living.Close()
	p, err := NewPlan(t.Context(), []string{"a.txt"}, PlanOptions{Output: "out/"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Run(context.Background(), RunOptions{}); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]bool{"a.epub": true, ".storybind-host-1-1.tmp": false, ".storybind": true, "other.tmp": true, filepath.Base(living.Name()): true} {
		if _, err := os.Stat(filepath.Join("out", name)); (err == nil) != want {
			t.Errorf("%s: there is %v, want %v", name, err == nil, want)
		}
	}
}

// Many write and sweep in one folder at once: every book arrives.
func TestSaveWhileOthersSweep(t *testing.T) {
	dir := t.TempDir()
	var wait sync.WaitGroup
	for n := range 8 {
		path := filepath.Join(dir, string(rune('a'+n%4))+".epub") // two write each
		wait.Go(func() {
			for range 50 {
				if err := new(saver).save(path, []byte("book")); err != nil {
					t.Error(err)
				}
				if err := saveNamed(path, []byte("book")); err != nil {
					t.Error(err)
				}
				sweepFolder(dir)
			}
		})
	}
	wait.Wait()
	entries, _ := os.ReadDir(dir)
	if len(entries) != 4 {
		t.Errorf("the folder holds %v", entries)
	}
}
