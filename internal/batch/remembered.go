package batch

import (
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"storybind/internal/convert"
	"storybind/internal/parallel"
)

// remembered is what the books that are there say of their stories, by fingerprint:
// whoever has a story's fingerprint knows its title and authors without reading it
// again. Names stay the same in every run, because a fingerprint stands for all that
// a title and its authors come from; what a seal does not hold is read from the story.
type remembered struct {
	fingerprint func(*convert.Request) string
	stories     map[string]convert.Facts
}

// sealed are the words of a template whose values a seal, or the story's path, holds.
var sealed = []string{"title", "author", "authors", "file", "folder"}

// remember looks at the books that lie where the template may have put them; books
// are in the folder output, or "" beside their stories.
func remember(groups []group, t Template, o PlanOptions, formats []string) remembered {
	var r remembered
	depth := 0
	for i, piece := range t {
		if i%2 == 1 && !slices.Contains(sealed, piece) {
			return r
		}
		depth += strings.Count(piece, "/")
	}
	format, err := convert.Format(formats[0])
	if err != nil {
		return r
	}
	r.stories = map[string]convert.Facts{}
	r.fingerprint = func(req *convert.Request) string { return req.Fingerprint(format) }
	var folders []string
	if o.Output == "" {
		for _, g := range groups {
			folders = append(folders, filepath.Dir(g.files[0].path))
		}
		slices.Sort(folders)
		folders = slices.Compact(folders)
	} else {
		folders = []string{o.Output}
	}
	var books []string
	for _, f := range folders {
		books = booksIn(f, format.Extension, depth, books)
	}
	var lock sync.Mutex
	parallel.Do(len(books), o.Workers, func(i int) error {
		if seal := peek(books[i]); seal != nil && seal.Entire() {
			lock.Lock()
			r.stories[seal.Made] = seal.Facts
			lock.Unlock()
		}
		return nil
	})
	return r
}

// booksIn adds the files of a folder and those so many folders below it that end as books do.
func booksIn(dir, extension string, depth int, to []string) []string {
	entries, _ := disk.ReadDir(dir) // what cannot be read is not remembered
	for _, e := range entries {
		switch path := filepath.Join(dir, e.Name()); {
		case e.IsDir() && depth > 0:
			to = booksIn(path, extension, depth-1, to)
		case e.Type().IsRegular() && strings.HasSuffix(e.Name(), extension):
			to = append(to, path)
		}
	}
	return to
}

func peek(path string) *convert.Seal {
	f, err := disk.Open(path)
	if err != nil {
		return nil
	}
	defer f.Close()
	st, err := f.Stat()
	if err != nil || st.Mode()&fs.ModeType != 0 {
		return nil
	}
	return convert.PeekSeal(f, st.Size())
}

// metadata is what a book tells of the story that a request would make it from.
func (r remembered) metadata(req *convert.Request) (m convert.InspectedMetadata, ok bool) {
	if len(r.stories) == 0 {
		return m, false
	}
	facts, ok := r.stories[r.fingerprint(req)]
	return convert.InspectedMetadata{Title: facts.Title, Authors: facts.Authors}, ok
}
