package batch

import (
	"errors"
	"path/filepath"
	"strings"
	"time"
)

// leftovers removes from the folders for books what processes that were killed
// left behind: files that nobody holds a lock on. Where there are no locks, one
// that is an hour old is nobody's.
func (p Plan) leftovers() {
	seen := map[string]bool{}
	for _, j := range p.Jobs {
		for _, out := range j.Outputs {
			if dir := filepath.Dir(out); out != Stdin && !seen[dir] {
				seen[dir] = true
				sweepFolder(dir)
			}
		}
	}
}

func sweepFolder(dir string) {
	f, err := disk.Open(dir)
	if err != nil {
		return // it is made later, or saving will tell
	}
	names, _ := f.Readdirnames(-1)
	f.Close()
	for _, name := range names {
		if strings.HasPrefix(name, unsavedPrefix) && strings.HasSuffix(name, unsavedSuffix) {
			sweepFile(filepath.Join(dir, name))
		}
	}
}

func sweepFile(path string) {
	before, err := disk.Lstat(path)
	if err != nil || !before.Mode().IsRegular() {
		return
	}
	lock, err := lockFile(path, 0o666)
	switch {
	case err == nil && stillNamed(lock, path), errors.Is(err, errNoLocks) && time.Since(before.ModTime()) > time.Hour:
		if renameOpen {
			disk.Remove(path) // while it is locked: nobody can have taken it over
		}
	}
	if lock != nil {
		lock.Close()
	}
	if err == nil && !renameOpen {
		disk.Remove(path)
	}
}
