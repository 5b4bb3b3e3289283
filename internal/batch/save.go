package batch

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"

	"storybind/internal/convert"
	"storybind/internal/parallel"
)

// errHeld says that another process has locked a file, errNoLocks that nobody can.
var (
	errHeld    = errors.New("another process holds the file")
	errNoLocks = errors.New("files cannot be locked here")
)

// saver puts books where they belong, and knows the folders that got new names.
type saver struct {
	lock    sync.Mutex
	folders map[string]bool
}

// save writes a book whole or not at all: into a file without a name, or where
// there is no such thing one beside it; to the disk; then under its name. That name is
// on the disk after sync.
func (s *saver) save(path string, data []byte) error {
	var err error
	for range 5 {
		if err = s.folder(filepath.Dir(path)); err != nil {
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

// SaveFile writes a list that a person asked for, whole or not at all, in place of what
// may be there. A device or a pipe is written to, and a link followed.
func SaveFile(path string, data []byte) error {
	if real, err := disk.EvalSymlinks(path); err == nil {
		path = real
	}
	if st, err := disk.Stat(path); err == nil && !st.Mode().IsRegular() && !st.IsDir() {
		f, err := disk.OpenFile(path, os.O_WRONLY, 0)
		if err == nil {
			_, err = f.Write(data)
			err = cmp.Or(err, f.Close())
		}
		return notSaved(path, err)
	}
	var s saver
	err := s.save(path, data)
	return cmp.Or(err, s.sync())
}

// folder makes a folder, and notes those that are about to get a name.
func (s *saver) folder(dir string) error {
	var news []string
	for at := dir; ; at = filepath.Dir(at) {
		news = append(news, at)
		if _, err := disk.Lstat(at); err == nil || at == filepath.Dir(at) {
			break
		}
	}
	err := disk.MkdirAll(dir)
	s.lock.Lock()
	defer s.lock.Unlock()
	if s.folders == nil {
		s.folders = map[string]bool{}
	}
	for _, n := range news {
		s.folders[n] = true
	}
	return err
}

// sync brings the names of what was saved to the disk: after that not even a power cut
// loses them (fsync(2): the file alone is not enough).
func (s *saver) sync() error {
	if !renameOpen { // Windows keeps names with its log, and opens no folder for this
		return nil
	}
	folders := slices.Sorted(maps.Keys(s.folders))
	errs := make([]error, len(folders))
	parallel.Do(len(folders), savers, func(i int) error {
		errs[i] = syncFolder(folders[i])
		return nil
	})
	return cmp.Or(errs...)
}

func syncFolder(dir string) error {
	f, err := disk.Open(dir)
	if errors.Is(err, fs.ErrPermission) || errors.Is(err, fs.ErrNotExist) { // one may write into a folder and not read it; or it is gone again
		return nil
	}
	if err == nil {
		err = f.Sync()
		f.Close()
	}
	if err != nil {
		return fmt.Errorf("the books in %s are whole, but their names may be lost in a power cut: sync: %w", dir, bare(err))
	}
	return nil
}

// notSaved says why a book could not be saved, and what to do; nil when it could.
func notSaved(path string, err error) error {
	if err == nil {
		return nil
	}
	st, stErr := disk.Lstat(path)
	switch {
	case stErr == nil && st.IsDir():
		return isFolder(path)
	case dangling(filepath.Dir(path)) != nil:
		return dangling(filepath.Dir(path))
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
		disk.Remove(f.Name())
	}
	return err
}

// place brings a file that is whole to the disk, and then under its name. Without
// an error the file is closed.
func place(f *file, path string) error {
	err := f.Sync()
	if err == nil && !renameOpen {
		err = f.Close()
	}
	if err == nil {
		err = disk.Rename(f.Name(), path)
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
func unsaved(dir string) (*file, error) {
	var err error
	for range 100 {
		path := unsavedName(dir)
		var f *file
		if f, err = lockFile(path, 0o666); errors.Is(err, errHeld) {
			continue
		} else if err != nil && !errors.Is(err, errNoLocks) {
			return nil, err
		}
		if err = f.Truncate(0); err == nil && stillNamed(f, path) { // else it was swept away before it was locked
			return f, nil
		}
		f.Close()
		disk.Remove(path) // nobody else has a file of this name
		if err != nil {
			return nil, err
		}
	}
	return nil, fmt.Errorf("no new file in %s stays locked: %w", dir, cmp.Or(err, errHeld))
}

// stillNamed reports whether an open file is still the one of its name.
func stillNamed(f *file, path string) bool {
	held, err := f.Stat()
	if err != nil {
		return false
	}
	there, err := disk.Stat(path)
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
