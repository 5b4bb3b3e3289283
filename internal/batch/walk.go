package batch

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"storybind/internal/diag"
)

// Extensions are the endings by which a folder's stories are known.
var Extensions = []string{".txt", ".text", ".asc"}

// system are files that systems leave in folders, which hide them there.
var system = map[string]bool{"thumbs.db": true, "desktop.ini": true, "ehthumbs.db": true, "icon\r": true}

// A found is a story and its path below the folder that was named.
type found struct {
	path, below string
	size        int64
	once        bool  // it can be read once only: standard input, a pipe
	err         error // why it cannot be read; then path may be a folder
	message           // where it lies, if in a mailbox
}

// expand lists the stories that an input leads to, in path order. A file that is
// named is a story whatever it is called.
func (p *Plan) expand(in string, o PlanOptions) (files []found, folder bool, err error) {
	if in == Stdin {
		return []found{{path: Stdin, below: "story", once: true}}, false, nil
	}
	st, err := disk.Stat(in)
	if errors.Is(err, fs.ErrNotExist) {
		f, isMessage, err := messageOf(in, o.MaxSize)
		if err != nil || isMessage {
			return []found{f}, false, err
		}
		return nil, false, usage("%s: there is no such file or folder", in)
	} else if err != nil {
		return []found{{path: in, below: filepath.Base(in), err: fmt.Errorf("look at %s: %w", in, bare(err))}}, false, nil
	}
	if !st.IsDir() {
		return []found{{path: in, below: filepath.Base(in), size: st.Size(), once: !st.Mode().IsRegular()}}, false, nil
	}
	include, err := parsePatterns("--include", o.Include)
	if err != nil {
		return nil, true, err
	}
	exclude, err := parsePatterns("--exclude", o.Exclude)
	if err != nil {
		return nil, true, err
	}
	add, choose := include.adding()
	w := walk{plan: p, add: add, choose: choose, exclude: exclude, bare: o.NoExtension, linked: map[string]bool{}, moving: o.Moving}
	if w.root, err = disk.EvalSymlinks(in); err != nil {
		return nil, true, fmt.Errorf("look at %s: %w", in, bare(err))
	}
	before := len(p.LeftOut)
	w.folder(in, "")
	if len(w.files) == 0 && o.Moving != nil { // a watch waits for stories
		return nil, true, nil
	}
	if len(w.files) == 0 {
		what := strings.Join(Extensions, ", ")
		if len(include)+len(exclude) > 0 {
			what += "; --include and --exclude leave none"
		}
		holds := leftOutOf(p.LeftOut[before:])
		if holds != "" {
			holds = "; it holds " + holds
		}
		return nil, true, usage("%s: the folder holds no story (%s)%s", in, what, holds)
	}
	return w.files, true, nil
}

// A walk goes through a folder and all below it, in path order. Hidden files and
// folders are passed over.
type walk struct {
	plan        *Plan
	add, choose patterns // see patterns.adding
	exclude     patterns
	bare        bool            // names without extension are stories
	root        string          // the folder that was named, without links
	linked      map[string]bool // the folders that links led to
	files       []found
	moving      func(path string) bool // see PlanOptions
}

func (w *walk) folder(dir, below string) {
	entries, err := disk.ReadDir(dir)
	if err != nil { // its other entries may be there all the same
		w.files = append(w.files, found{path: dir, below: below, err: fmt.Errorf("look through %s: %w", dir, bare(err))})
	}
	for _, e := range entries {
		name, at := filepath.Join(dir, e.Name()), path.Join(below, e.Name())
		if strings.HasPrefix(e.Name(), ".") || w.exclude.match(at) {
			continue
		}
		st, err := fs.FileInfo(nil), error(nil)
		isFolder := e.IsDir()
		if e.Type()&fs.ModeSymlink != 0 {
			if st, err = disk.Stat(name); err == nil && st.IsDir() {
				follow := false
				if follow, err = w.mayFollow(name); err != nil {
					w.files = append(w.files, found{path: name, below: at, err: fmt.Errorf("look at %s: %w", name, bare(err))})
				}
				if !follow {
					continue
				}
				isFolder = true
			}
		}
		if isFolder {
			w.folder(name, at)
			continue
		}
		added := w.add.match(at)
		if len(w.choose) > 0 && !added && !w.choose.match(at) || system[strings.ToLower(e.Name())] {
			continue
		}
		if !w.story(e.Name()) && !added && !w.choose.names(at) {
			w.plan.LeftOut = append(w.plan.LeftOut, LeftOut{Path: name, below: at})
			continue
		}
		if st == nil && err == nil {
			st, err = e.Info()
		}
		switch {
		case errors.Is(err, fs.ErrNotExist):
			w.files = append(w.files, found{path: name, below: at, err: fmt.Errorf("%s is not there any more, or a link that leads nowhere", name)})
		case err != nil:
			w.files = append(w.files, found{path: name, below: at, err: fmt.Errorf("look at %s: %w", name, bare(err))})
		case st.Mode().IsRegular() && w.moving != nil && (w.moving(name) || w.moving(sidecarName(name))): // the next run takes it
			w.plan.waiting = append(w.plan.waiting, name)
		case st.Mode().IsRegular():
			w.files = append(w.files, found{path: name, below: at, size: st.Size()})
		default: // it may have no end
			w.plan.Remarks = append(w.plan.Remarks, Remarks([]diag.Diagnostic{{Code: "batch/no-file", Severity: diag.Note,
				Message: fmt.Sprintf("%s is a device, pipe or socket, and passed over", name)}})...)
		}
	}
}

func (w *walk) story(name string) bool {
	ext := filepath.Ext(name)
	return slices.Contains(Extensions, strings.ToLower(ext)) || w.bare && ext == ""
}

// mayFollow reports whether a link leads to a folder that is not walked anyway: a
// story counts where it really lies, and a link to a folder above has no end.
func (w *walk) mayFollow(link string) (bool, error) {
	real, err := disk.EvalSymlinks(link)
	if err != nil {
		return false, err
	}
	inside := func(in, dir string) bool {
		return in == dir || strings.HasPrefix(in, strings.TrimSuffix(dir, string(filepath.Separator))+string(filepath.Separator))
	}
	if absolute, err := filepath.Abs(real); err == nil {
		real = absolute
	}
	root := w.root
	if absolute, err := filepath.Abs(root); err == nil {
		root = absolute
	}
	if inside(real, root) || inside(root, real) || w.linked[real] {
		w.plan.Remarks = append(w.plan.Remarks, Remarks([]diag.Diagnostic{{Code: "batch/folder-link", Severity: diag.Note,
			Message: fmt.Sprintf("%s leads to %s, which is read in its own place", link, real)}})...)
		return false, nil
	}
	w.linked[real] = true
	return true, nil
}
