package batch

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"golang.org/x/sys/unix"
)

// saveUnnamed saves a book in a file that has no name until it is whole and on the
// disk (open(2), O_TMPFILE): not even a kill leaves a part of it. ok is false
// where the disk knows no such files, and nothing has been done.
func saveUnnamed(path string, data []byte) (ok bool, err error) {
	dir := filepath.Dir(path)
	if disk.may("tmpfile", dir) != nil {
		return false, nil
	}
	fd, err := unix.Open(dir, unix.O_TMPFILE|unix.O_WRONLY|unix.O_CLOEXEC, 0o666)
	if err != nil {
		return false, nil // whatever is the matter, the way with a name will tell it
	}
	f := &file{os.NewFile(uintptr(fd), path)}
	defer f.Close()
	if _, err := f.Write(data); err != nil {
		return true, err
	}
	if err := f.Sync(); err != nil {
		return true, err
	}
	link := func(name string) error {
		if err := disk.may("link", name); err != nil {
			return err
		}
		return unix.Linkat(unix.AT_FDCWD, fmt.Sprintf("/proc/self/fd/%d", fd), unix.AT_FDCWD, name, unix.AT_SYMLINK_FOLLOW)
	}
	err = link(path)
	if errors.Is(err, unix.EEXIST) { // a link replaces nothing, a rename does
		if disk.may("flock", path) != nil || unix.Flock(fd, unix.LOCK_EX|unix.LOCK_NB) != nil {
			return false, nil
		}
		name := unsavedName(dir)
		if err = link(name); err == nil {
			if err = disk.Rename(name, path); err != nil {
				disk.Remove(name)
				return true, err
			}
		}
	}
	return err == nil, nil // no link: /proc is not there, or the disk refuses
}
