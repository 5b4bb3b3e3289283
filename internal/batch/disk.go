package batch

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// disk is how this package reaches files: through these calls and those of a file, so
// that a test can let each of them fail in turn (fault_test.go).
var disk calls

// A calls is the calls to the system. ask is nil but in tests, where it says before
// each call whether it fails, and how.
type calls struct {
	ask func(call, path string) error
}

func (c calls) may(call, path string) error {
	if c.ask == nil {
		return nil
	}
	if err := c.ask(call, path); err != nil {
		return &fs.PathError{Op: call, Path: path, Err: err}
	}
	return nil
}

func (c calls) Open(path string) (*file, error) { return c.OpenFile(path, os.O_RDONLY, 0) }

func (c calls) OpenFile(path string, flag int, perm os.FileMode) (*file, error) {
	if err := c.may("open", path); err != nil {
		return nil, err
	}
	f, err := os.OpenFile(path, flag, perm)
	if err != nil {
		return nil, err
	}
	return &file{f}, nil
}

func (c calls) Stat(path string) (fs.FileInfo, error) {
	if err := c.may("stat", path); err != nil {
		return nil, err
	}
	return os.Stat(path)
}

func (c calls) Lstat(path string) (fs.FileInfo, error) {
	if err := c.may("lstat", path); err != nil {
		return nil, err
	}
	return os.Lstat(path)
}

func (c calls) ReadDir(path string) ([]fs.DirEntry, error) {
	if err := c.may("getdents", path); err != nil {
		return nil, err
	}
	return os.ReadDir(path)
}

func (c calls) EvalSymlinks(path string) (string, error) {
	if err := c.may("readlink", path); err != nil {
		return "", err
	}
	return filepath.EvalSymlinks(path)
}

func (c calls) MkdirAll(path string) error {
	if err := c.may("mkdir", path); err != nil {
		return err
	}
	return os.MkdirAll(path, 0o777)
}

func (c calls) Rename(from, to string) error {
	if err := c.may("rename", to); err != nil {
		return err
	}
	return os.Rename(from, to)
}

func (c calls) Remove(path string) error {
	if err := c.may("unlink", path); err != nil {
		return err
	}
	return os.Remove(path)
}

// A file is an open one.
type file struct{ *os.File }

func (f *file) Read(p []byte) (int, error) {
	if err := disk.may("read", f.Name()); err != nil {
		return 0, err
	}
	return f.File.Read(p)
}

func (f *file) ReadAt(p []byte, at int64) (int, error) {
	if err := disk.may("pread", f.Name()); err != nil {
		return 0, err
	}
	return f.File.ReadAt(p, at)
}

// Write writes, and when it is to fail, half of it: that is what a full disk does.
func (f *file) Write(p []byte) (int, error) {
	if err := disk.may("write", f.Name()); err != nil {
		n, _ := f.File.Write(p[:len(p)/2])
		return n, err
	}
	return f.File.Write(p)
}

func (f *file) Stat() (fs.FileInfo, error) {
	if err := disk.may("fstat", f.Name()); err != nil {
		return nil, err
	}
	return f.File.Stat()
}

func (f *file) Truncate(size int64) error {
	if err := disk.may("ftruncate", f.Name()); err != nil {
		return err
	}
	return f.File.Truncate(size)
}

func (f *file) Readdirnames(n int) ([]string, error) {
	if err := disk.may("getdents", f.Name()); err != nil {
		return nil, err
	}
	return f.File.Readdirnames(n)
}

// Close closes, and when it is to fail, closes all the same.
func (f *file) Close() error {
	err := disk.may("close", f.Name())
	if closed := f.File.Close(); err == nil {
		err = closed
	}
	return err
}

// Sync brings a file, or a folder's names, to the disk. A file system that knows no
// such thing is no reason to go without the book: it does what it can.
func (f *file) Sync() error {
	err := disk.may("fsync", f.Name())
	if err == nil {
		err = f.File.Sync()
	}
	if errors.Is(err, errors.ErrUnsupported) || errors.Is(err, syscall.EINVAL) {
		return nil
	}
	return err
}
