package batch

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"storybind/internal/convert"
)

// name makes the jobs of the groups and names their books: in the folder for
// books as in the folder of stories, or as the template has filled it, or beside
// the story. A story's own name stays, as long as it is not too long and no device
// on Windows. What would be one file on a system that does not tell letters' cases
// apart becomes "Name (2)", in the order of the stories, so that the same stories
// get the same names in every run.
func (p *Plan) name(groups []group, extensions []string, output string, asFile bool) error {
	taken := map[string]bool{} // folded paths
	next := map[string]int{}   // a folded stem → the number to try first
	for _, g := range groups {
		j := g.job()
		switch {
		case j.Err != nil:
		case asFile:
			j.Outputs = []string{output}
		case output == "" && j.Inputs[0] == Stdin:
			return usage("a story from standard input needs -o FILE (or -o - for standard output)")
		default:
			stem := filepath.Join(output, filepath.FromSlash(g.name()))
			if output == "" {
				stem = filepath.Join(filepath.Dir(j.Inputs[0]), filepath.FromSlash(g.beside()))
			}
			j.Outputs = unique(stem, extensions, taken, next)
		}
		p.Jobs = append(p.Jobs, j)
	}
	return nil
}

// unique finds names for a story's books that no story before it has.
func unique(stem string, extensions []string, taken map[string]bool, next map[string]int) []string {
	key := folded(stem)
	for n := max(next[key], 1); ; n++ {
		try := stem
		if n > 1 {
			try = fmt.Sprintf("%s (%d)", stem, n)
		}
		var paths, folds []string
		for _, ext := range extensions {
			paths = append(paths, try+ext)
			folds = append(folds, folded(try+ext))
		}
		if slices.ContainsFunc(folds, func(f string) bool { return taken[f] }) {
			continue
		}
		for _, f := range folds {
			taken[f] = true
		}
		next[key] = n + 1
		return paths
	}
}

// name is the path of a group's book below the folder for books, with slashes and
// without ending.
func (g group) name() string {
	if g.named != "" {
		return g.named
	}
	dir, _ := path.Split(filepath.ToSlash(g.files[0].below))
	parts := strings.Split(dir, "/")
	for i := range parts {
		parts[i] = convert.NoDevice(parts[i])
	}
	return strings.Join(parts, "/") + g.stem()
}

// beside is the name of a group's book beside its story: as the template says, or
// like the story.
func (g group) beside() string {
	if g.named != "" {
		return g.named
	}
	return g.stem()
}

// stem is the name of a group's book alone: its file's, or what its parts share.
func (g group) stem() string {
	bare := stem(g.files[0].below)
	if m := g.files[0].message; m.mailbox != "" {
		if name := convert.SafeName(m.title); name != "" {
			return name
		}
		bare = strings.Replace(bare, "#", " ", 1)
	}
	if len(g.files) > 1 {
		if p, ok := convert.ReadPartName(bare); ok && p.Story != "" {
			bare = p.Story
		} else if s := strings.TrimRight(bare, "0123456789"); strings.Trim(s, " _.-") != "" {
			bare = strings.TrimRight(s, " _.-")
		}
	}
	return convert.NoDevice(convert.ShortName(bare))
}

// guardStories refuses a plan in which a book would replace a story.
func (p *Plan) guardStories() error {
	stories := map[string]bool{}
	for _, j := range p.Jobs {
		for _, in := range j.Inputs {
			stories[filepath.Clean(in)] = true
		}
	}
	for _, j := range p.Jobs {
		for _, out := range j.Outputs {
			if out == Stdin {
				continue
			}
			if stories[filepath.Clean(out)] || slices.ContainsFunc(j.Inputs, func(in string) bool { return sameFile(out, in) }) {
				return usage("%s would be replaced by the book made from %s; choose another place with -o", filepath.Clean(out), j.Input())
			}
		}
	}
	return nil
}

// sameFile reports whether two names are one existing file.
func sameFile(a, b string) bool {
	sa, err := disk.Stat(a)
	if err != nil {
		return false
	}
	sb, err := disk.Stat(b)
	return err == nil && os.SameFile(sa, sb)
}

// folded is a path as systems see it that do not tell letters' cases or ways of
// writing an accent apart: two paths that fold alike are one file there.
func folded(path string) string {
	return strings.ToLower(strings.ToUpper(norm.NFC.String(path)))
}
