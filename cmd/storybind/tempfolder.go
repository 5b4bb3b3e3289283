package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"storybind/internal/batch"
	"storybind/internal/convert"
)

const tempPrefix = "storybind-tmp-"

// enterTempFolder makes a folder of our own the system's folder for temporary
// files, for this process: go-epub leaves whole books in it when it is killed.
// It sweeps away those of processes that are gone, and returns what removes ours.
//
// A living process holds a lock on a file in its folder, which the system frees
// however the process ends, and which works between containers that share a disk.
func enterTempFolder() (leave func(), err error) {
	shared := os.TempDir()
	sweep(shared)
	dir, lock, err := lockedFolder(shared)
	if err != nil {
		return nil, fmt.Errorf("make a folder for temporary files: %w", err)
	}
	for _, name := range []string{"TMPDIR", "TMP", "TEMP"} { // Unix; Windows
		os.Setenv(name, dir)
	}
	convert.UseTempFolder()
	return func() {
		lock.Close()
		os.RemoveAll(dir)
	}, nil
}

// lockedFolder makes a folder and locks it. Between the two, another process may
// take the folder for a dead one's and sweep it away: then it tries again.
func lockedFolder(shared string) (dir string, lock *os.File, err error) {
	for range 100 {
		if dir, err = os.MkdirTemp(shared, tempPrefix); err != nil {
			return "", nil, err
		}
		path := filepath.Join(dir, "lock")
		if lock, err = batch.LockFile(path, 0o600); err == nil {
			held, _ := lock.Stat()
			if there, err := os.Stat(path); err == nil && os.SameFile(held, there) {
				return dir, lock, nil
			}
			lock.Close()
		}
		os.RemoveAll(dir)
	}
	return "", nil, fmt.Errorf("no folder in %s stays locked", shared)
}

// sweep removes the folders that dead processes left behind.
func sweep(shared string) {
	entries, err := os.ReadDir(shared)
	if err != nil {
		return // whoever may not list the folder has left nothing in it that we could remove
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), tempPrefix) || !e.IsDir() {
			continue
		}
		dir := filepath.Join(shared, e.Name())
		if _, err := os.Stat(filepath.Join(dir, "lock")); err != nil {
			// Perhaps a process that begins at this moment: leave it a minute.
			if info, err := e.Info(); err != nil || time.Since(info.ModTime()) < time.Minute {
				continue
			}
		} else if lock, err := batch.LockFile(filepath.Join(dir, "lock"), 0o600); err != nil {
			continue
		} else {
			os.RemoveAll(dir) // while the lock is held: see lockedFolder
			lock.Close()
		}
		os.RemoveAll(dir) // where an open file cannot be removed
	}
}
