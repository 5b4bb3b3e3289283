package batch

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"syscall"

	"storybind/internal/convert"
)

// errHeld says that another process has locked a file, errNoLocks that nobody can.
var (
	errHeld    = errors.New("another process holds the file")
	errNoLocks = errors.New("files cannot be locked here")
)

// save writes a book whole or not at all: into a file without a name, or where
// there is no such thing one beside it; to the disk; then under its name.
func save(path string, data []byte) error {
	var err error
	for range 5 {
		if err = os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			break
		}
		// Between close and rename, where an open file cannot be renamed, another
		// process may take the file for a dead one's and sweep it away.
		if err = saveOnce(path, data); !errors.Is(err, fs.ErrNotExist) {
			break
		}
	}
	return notSaved(path, err)
}

// notSaved says why a book could not be saved, and what to do; nil when it could.
func notSaved(path string, err error) error {
	if err == nil {
		return nil
	}
	st, stErr := os.Lstat(path)
	switch {
	case stErr == nil && st.IsDir():
		return isFolder(path)
	case stErr == nil && heldOpen(err) && st.Mode().IsRegular():
		return fmt.Errorf("save %s: the book is open in another program, or may not be written; close it and try again", path)
	case errors.Is(err, syscall.EINVAL) && convert.SafeName(stem(path)) != stem(path): // FAT, as on memory cards and e-readers
		return fmt.Errorf("save %s: this disk does not take such a name; --name '{folder}/{file}' makes names that every disk takes", path)
	}
	return fmt.Errorf("save %s: %w", path, bare(err))
}

func saveOnce(path string, data []byte) error {
	if ok, err := saveUnnamed(path, data); ok || err != nil {
		return err
	}
	return saveNamed(path, data)
}

// saveNamed saves a book by way of a file beside it, which leftovers sweeps away
// if nobody comes to rename it.
func saveNamed(path string, data []byte) error {
	f, err := unsaved(filepath.Dir(path))
	if err != nil {
		return err
	}
	if _, err = f.Write(data); err == nil {
		err = place(f, path)
	}
	if err != nil {
		f.Close()
		os.Remove(f.Name())
	}
	return err
}

// place brings a file that is whole to the disk, and then under its name. Without
// an error the file is closed.
func place(f *os.File, path string) error {
	err := f.Sync()
	if err == nil && !renameOpen {
		err = f.Close()
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err == nil && renameOpen {
		f.Close() // the data is on the disk already
	}
	return err
}

// Names of books that are not yet whole.
const unsavedPrefix, unsavedSuffix = ".storybind-", ".tmp"

var unsavedNumber atomic.Int64

// unsavedName is a name that no other host and no other book of this process uses.
func unsavedName(dir string) string {
	host, _ := os.Hostname()
	host = strings.Map(func(r rune) rune {
		if r == '-' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			return r
		}
		return -1
	}, host)
	return filepath.Join(dir, fmt.Sprintf("%s%.60s-%d-%d%s", unsavedPrefix, host, os.Getpid(), unsavedNumber.Add(1), unsavedSuffix))
}

// unsaved makes a locked file for a book that is not yet whole. Unlike
// os.CreateTemp it leaves the permissions to the umask, as for any file a person
// writes.
func unsaved(dir string) (*os.File, error) {
	var err error
	for range 100 {
		path := unsavedName(dir)
		var f *os.File
		if f, err = lockFile(path, 0o666); errors.Is(err, errHeld) {
			continue
		} else if err != nil && !errors.Is(err, errNoLocks) {
			return nil, err
		}
		if err = f.Truncate(0); err == nil && stillNamed(f, path) { // else it was swept away before it was locked
			return f, nil
		}
		f.Close()
	}
	return nil, fmt.Errorf("no new file in %s stays locked: %w", dir, err)
}

// stillNamed reports whether an open file is still the one of its name.
func stillNamed(f *os.File, path string) bool {
	held, err := f.Stat()
	if err != nil {
		return false
	}
	there, err := os.Stat(path)
	return err == nil && os.SameFile(held, there)
}

// bare is an error without the name of the temporary file, which says nothing to anybody.
func bare(err error) error {
	var p *fs.PathError
	var l *os.LinkError
	switch {
	case errors.As(err, &p):
		return p.Err
	case errors.As(err, &l):
		return l.Err
	}
	return err
}
