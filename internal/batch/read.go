package batch

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"storybind/internal/convert"
)

// Reading is what is needed to read a story, before any book is made.
type Reading struct {
	Settings []convert.Setting
	Modified time.Time // see convert.Request
	Version  string
	MaxSize  int64 // bytes that a story may have; 0 means no limit
	Stdin    io.Reader
}

// Request reads the files of a story, and their sidecars, of which the first one's counts,
// until ctx ends.
func Request(ctx context.Context, paths []string, o Reading) (convert.Request, error) {
	return within(ctx, func() (convert.Request, error) { return requestOf(paths, o) })
}

func requestOf(paths []string, o Reading) (convert.Request, error) {
	var files []found
	for _, path := range paths {
		f, isMessage, err := messageOf(path, o.MaxSize)
		if err != nil {
			return convert.Request{}, err
		}
		if !isMessage {
			f = found{path: path}
			// A file of another name may be one story in several posts: it is read whole.
			if stories := storiesIn(f, o.MaxSize); len(stories) > 0 && strings.EqualFold(filepath.Ext(path), ".mbox") {
				return convert.Request{}, usage("%s is a mailbox with %d messages; name one of them, such as %s", path, len(stories), stories[0].path)
			}
		}
		files = append(files, f)
	}
	return request(files, o)
}

// request reads the files of a story that a plan has found.
func request(files []found, o Reading) (convert.Request, error) {
	req := convert.Request{Settings: o.Settings, Modified: o.Modified, Version: o.Version, Open: open("")}
	var stems []string
	for _, f := range files {
		stems = append(stems, stem(f.path))
	}
	numbers := convert.PartNumbers(stems)
	for i, found := range files {
		path := found.path
		data, err := found.read(o)
		if err != nil {
			return req, err
		}
		f := convert.File{Name: storyName(path), Data: data}
		if len(files) > 1 && numbers != nil {
			f.Part = numbers[i]
		}
		if f.Sidecar, err = sidecar(path); err != nil {
			return req, err
		}
		req.Files = append(req.Files, f)
	}
	return req, nil
}

// sidecar reads the file beside a story that overrules it: NAME.toml beside
// NAME.txt; a story need not have one.
func sidecar(path string) (convert.Sidecar, error) {
	if path == Stdin {
		return convert.Sidecar{}, nil
	}
	name := sidecarName(path)
	f, err := disk.Open(name)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENAMETOOLONG) { // .toml is longer than .txt
		return convert.Sidecar{}, nil
	} else if err != nil {
		return convert.Sidecar{}, fmt.Errorf("read %s: %w", name, bare(err))
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, convert.MaxSidecar+1)) // more is refused, however much
	if err != nil {
		return convert.Sidecar{}, fmt.Errorf("read %s: %w", name, bare(err))
	}
	return convert.Sidecar{Name: filepath.Base(name), Data: data, Open: open(filepath.Dir(name))}, nil
}

// sidecarName is the name of the file that would speak for a story.
func sidecarName(path string) string { return filepath.Join(filepath.Dir(path), stem(path)+".toml") }

// read reads a story, be it a file or a message.
func (f found) read(o Reading) ([]byte, error) {
	if f.mailbox != "" {
		return f.message.read(o.MaxSize)
	}
	return read(f.path, o.Stdin, o.MaxSize)
}

// read reads a story, and refuses one of more than max bytes (0 means no limit).
func read(path string, stdin io.Reader, max int64) ([]byte, error) {
	if path == Stdin {
		return readAll(path, stdin, max, "; --max-size allows larger stories")
	}
	f, err := openFile(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return readAll(path, f, max, "; --max-size allows larger stories")
}

// open reads the files that settings name: the command line's from where it is
// given, a sidecar's from the folder that it lies in.
func open(folder string) func(name string) ([]byte, error) {
	return func(name string) ([]byte, error) {
		if !filepath.IsAbs(name) {
			name = filepath.Join(folder, name)
		}
		f, err := openFile(name)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		return readAll(name, f, mostNamed, "")
	}
}

func openFile(path string) (*file, error) {
	f, err := disk.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: there is no such file", path)
	} else if err != nil {
		return nil, fmt.Errorf("read %s: %w", path, bare(err))
	}
	if st, err := f.Stat(); err == nil && st.IsDir() {
		f.Close()
		return nil, fmt.Errorf("%s is a folder, not a file", path)
	}
	return f, nil
}

// readAll reads all of in, and refuses more than max bytes (0 means no limit).
func readAll(path string, in io.Reader, max int64, hint string) ([]byte, error) {
	tooLarge := func(size int64) error {
		if max > 0 && size > max {
			return fmt.Errorf("%s has more than %d MB%s", path, max>>20, hint)
		}
		return nil
	}
	var buf bytes.Buffer
	if f, ok := in.(*file); ok {
		if st, err := f.Stat(); err == nil && st.Mode().IsRegular() {
			if err := tooLarge(st.Size()); err != nil {
				return nil, err
			}
			buf.Grow(int(st.Size()) + bytes.MinRead)
		}
	}
	if max > 0 {
		in = io.LimitReader(in, max+1)
	}
	if _, err := buf.ReadFrom(in); err != nil {
		return nil, fmt.Errorf("read %s: %w", path, bare(err))
	}
	if err := tooLarge(int64(buf.Len())); err != nil {
		return nil, err
	}
	return buf.Bytes(), nil
}

// storyName is the name by which remarks call a story; the third message of
// "list.mbox" is "list 3.txt", a name such as its own file would have.
func storyName(path string) string {
	if path == Stdin {
		return "stdin"
	}
	if mailbox, number, ok := cutMessage(filepath.Base(path)); ok {
		return strings.TrimSuffix(mailbox, filepath.Ext(mailbox)) + " " + number + ".txt"
	}
	return filepath.Base(path)
}
