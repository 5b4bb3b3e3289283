//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd)

package batch

import (
	"errors"
	"os"
	"syscall"
)

// Where there is no flock (Windows), a file that is open can be neither removed nor renamed.
const renameOpen = false

// lockFile makes a file that no other process has open, or replaces it.
func lockFile(path string, perm os.FileMode) (*file, error) {
	if err := disk.Remove(path); err != nil && !os.IsNotExist(err) {
		return nil, errHeld
	}
	return disk.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_RDWR, perm)
}

// heldOpen reports whether a file could not be replaced because another program
// has it open: Windows says ERROR_ACCESS_DENIED, SHARING_VIOLATION or LOCK_VIOLATION.
func heldOpen(err error) bool {
	var number syscall.Errno
	return errors.As(err, &number) && (number == 5 || number == 32 || number == 33)
}
