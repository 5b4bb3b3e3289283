package batch

import (
	"context"
	"crypto/sha256"
	"path"
	"path/filepath"
	"strings"
	"unicode"

	"storybind/internal/convert"
	"storybind/internal/parallel"
)

// understand reads every story for what a template asks: its metadata, which file
// holds the same text as another, and which author its folder is named after. What
// cannot be read keeps its file's name and fails when its turn comes.
func understand(ctx context.Context, groups []group, t Template, o PlanOptions, formats []string) ([]group, error) {
	books := remember(groups, t, o, formats)
	read := make([]understood, len(groups))
	parallel.Do(len(groups), o.Workers, func(i int) error {
		if ctx.Err() == nil {
			read[i] = understandOne(ctx, groups[i], o.Reading, books)
		}
		return nil
	})
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	authorsByFolder(groups, read)
	var out []group
	first := map[[sha256.Size]byte]int{} // a text's digest → its place in out
	for i, g := range groups {
		if !read[i].ok {
			if g.files[0].err == nil { // else a second try might go well, and make a book of another name
				g.files[0].err = read[i].err
			}
			out = append(out, g)
			continue
		}
		if at, same := first[read[i].text]; same {
			out[at].same = append(out[at].same, g.files[0].path)
			continue
		}
		first[read[i].text] = len(out)
		g.named = t.fill(read[i].metadata, g.files[0])
		out = append(out, g)
	}
	return out, nil
}

// An understood is what a template needs to know of a story.
type understood struct {
	ok       bool
	err      error // why the files cannot be read
	metadata convert.InspectedMetadata
	text     [sha256.Size]byte // of its files and its sidecar
}

func understandOne(ctx context.Context, g group, o Reading, books remembered) (u understood) {
	defer func() {
		if recover() != nil {
			u = understood{} // the run will tell it, with the place
		}
	}()
	for _, f := range g.files {
		if f.err != nil || f.once {
			return u
		}
	}
	req, err := within(ctx, func() (convert.Request, error) { return request(g.files, o) })
	if err != nil {
		u.err = err
		return u
	}
	m, known := books.metadata(&req)
	if !known {
		res, err := convert.Inspect(ctx, req)
		if err != nil {
			return u
		}
		m = res.Metadata()
	}
	sum := sha256.New()
	for _, f := range req.Files {
		one := sha256.Sum256(f.Data)
		sum.Write(one[:])
	}
	sum.Write(req.Files[0].Sidecar.Data)
	sum.Sum(u.text[:0])
	u.ok, u.metadata = true, m
	return u
}

// authorsByFolder gives stories that name no author the name of their folder, if
// the folder may be an author's: it lies below the one that was named, it has no
// name that folders of any content have, and no story in it names another author.
func authorsByFolder(groups []group, read []understood) {
	others := map[string]bool{} // folders with a story of somebody else
	for i, g := range groups {
		for _, a := range read[i].metadata.Authors {
			if !strings.EqualFold(a, folderOf(g.files[0])) {
				others[path.Dir(g.files[0].below)] = true
			}
		}
	}
	for i := range groups {
		f := groups[i].files[0]
		if name := folderOf(f); read[i].ok && len(read[i].metadata.Authors) == 0 && mayBeAuthor(name) && !others[path.Dir(f.below)] {
			groups[i].author = name
			read[i].metadata.Authors = []string{name}
		}
	}
}

// folderOf is the name of the folder that a story lies in, below the one that was named.
func folderOf(f found) string {
	dir := path.Dir(filepath.ToSlash(f.below))
	if dir == "." || dir == "/" {
		return ""
	}
	return strings.ReplaceAll(path.Base(dir), "_", " ")
}

// anything names folders that hold stories of anybody.
var anything = map[string]bool{"stories": true, "story": true, "fic": true, "fics": true, "fanfic": true, "fanfics": true, "fanfiction": true,
	"text": true, "texts": true, "txt": true, "books": true, "ebooks": true, "archive": true, "archives": true, "download": true, "downloads": true,
	"new": true, "new folder": true, "untitled folder": true, "misc": true, "other": true, "others": true, "various": true, "unknown": true,
	"unsorted": true, "anonymous": true, "inbox": true, "old": true, "backup": true, "temp": true, "tmp": true, "in": true, "out": true,
	"complete": true, "completed": true, "wip": true, "wips": true, "drafts": true, "series": true, "oneshots": true, "drabbles": true}

func mayBeAuthor(name string) bool {
	letters := 0
	for _, r := range name {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters > 1 && !anything[strings.ToLower(name)]
}
