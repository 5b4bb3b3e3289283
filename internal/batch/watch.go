package batch

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// Stillness is how long a story must have stood still before a watch takes it: who
// copies or saves a file writes it in several goes.
const Stillness = time.Second

// A Watch knows what moves in folders.
type Watch struct {
	folders []string
	notify  *fsnotify.Watcher
	moved   map[string]time.Time // path → when something happened to it last
}

// NewWatch begins to look at folders and all below them.
func NewWatch(folders []string) (*Watch, error) {
	if len(folders) == 0 {
		return nil, usage("no folder is named to watch")
	}
	n, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, fmt.Errorf("watch folders: %w", err)
	}
	w := &Watch{folders: folders, notify: n, moved: map[string]time.Time{}}
	for _, f := range folders {
		st, err := os.Stat(f)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			err = usage("%s: there is no such folder", f)
		case err == nil && !st.IsDir():
			err = usage("%s is a file; watch the folder that it lies in", f)
		case err == nil:
			err = w.below(f)
		}
		if err != nil {
			n.Close()
			return nil, err
		}
	}
	return w, nil
}

// Close ends the watch.
func (w *Watch) Close() { w.notify.Close() }

// below looks at a folder and those in it, but for hidden ones.
func (w *Watch) below(folder string) error {
	if err := w.notify.Add(folder); err != nil {
		return fmt.Errorf("watch %s: %w; the system may allow more folders to be watched", folder, bare(err))
	}
	entries, _ := os.ReadDir(folder) // what cannot be read, the run tells
	for _, e := range entries {
		if e.IsDir() && !strings.HasPrefix(e.Name(), ".") {
			if err := w.below(filepath.Join(folder, e.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}

// Rounds calls round at once, and again whenever something has stood still. moving says
// of a file whether it may still be written. Rounds ends without error with ctx, with
// round's error, and when a watched folder is gone.
func (w *Watch) Rounds(ctx context.Context, round func(moving func(path string) bool) error) error {
	if err := round(w.moving(time.Now())); err != nil {
		return err
	}
	tick := time.NewTicker(Stillness / 4)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case err := <-w.notify.Errors:
			if !errors.Is(err, fsnotify.ErrEventOverflow) {
				return fmt.Errorf("watch folders: %w", err)
			}
			w.moved[w.folders[0]] = time.Now() // more happened than was told: look at everything
		case e := <-w.notify.Events:
			if err := w.happened(e); err != nil {
				return err
			}
		case now := <-tick.C:
			if err := w.gone(); err != nil {
				return err
			}
			if !w.settled(now) {
				continue
			}
			if err := round(w.moving(now)); err != nil {
				return err
			}
		}
	}
}

// happened notes what one event says.
func (w *Watch) happened(e fsnotify.Event) error {
	if e.Op == fsnotify.Chmod || strings.HasPrefix(filepath.Base(e.Name), ".") {
		return nil
	}
	if ending, _ := bookEnding(e.Name); ending != "" { // our own
		return nil
	}
	if e.Has(fsnotify.Create) {
		if st, err := os.Stat(e.Name); err == nil && st.IsDir() {
			if err := w.below(e.Name); err != nil {
				return err
			}
		}
	}
	w.moved[filepath.Clean(e.Name)] = time.Now()
	return nil
}

// settled reports whether something has stood still since it moved, and forgets that
// it did.
func (w *Watch) settled(now time.Time) bool {
	any := false
	for path, at := range w.moved {
		if now.Sub(at) >= Stillness {
			delete(w.moved, path)
			any = true
		}
	}
	return any
}

// moving reports of a file whether it has moved so lately that it may be written still.
// A file that came into a new folder before that was looked at is known by its time.
func (w *Watch) moving(now time.Time) func(path string) bool {
	return func(path string) bool {
		path = filepath.Clean(path)
		if _, lately := w.moved[path]; lately {
			return true
		}
		st, err := os.Stat(path)
		if err != nil {
			return false
		}
		if age := now.Sub(st.ModTime()); age < 0 || age >= Stillness {
			return false
		}
		w.moved[path] = st.ModTime()
		return true
	}
}

// gone is an error when a watched folder is not there any more.
func (w *Watch) gone() error {
	at := slices.IndexFunc(w.folders, func(f string) bool {
		_, err := os.Stat(f)
		return errors.Is(err, fs.ErrNotExist)
	})
	if at < 0 {
		return nil
	}
	return fmt.Errorf("%s is gone, so there is nothing to watch; the books that were made stay", w.folders[at])
}
