//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package batch

import (
	"errors"
	"os"
	"syscall"
)

// A file that is open can be renamed, and keeps its lock.
const renameOpen = true

// lockFile opens a file, makes it if needed, and locks it until it is closed,
// however the process ends. errHeld means that another process holds it. With
// errNoLocks the file is open all the same: some network disks know no locks.
func lockFile(path string, perm os.FileMode) (*file, error) {
	f, err := disk.OpenFile(path, os.O_CREATE|os.O_RDWR, perm)
	if err != nil {
		return nil, err
	}
	if disk.may("flock", path) != nil {
		return f, errNoLocks
	}
	switch err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); {
	case err == nil:
		return f, nil
	case errors.Is(err, syscall.EWOULDBLOCK):
		f.Close()
		return nil, errHeld
	}
	return f, errNoLocks
}

// heldOpen reports whether a file could not be replaced because another program has it open.
func heldOpen(error) bool { return false }
