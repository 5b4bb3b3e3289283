package batch

import (
	"path"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// patterns choose files by their path below the folder that was named: "*" stands
// for anything but a slash, "**" for folders of any depth, "{a,b}" for either. A
// pattern without a slash means the name alone, in every folder; one that matches
// a folder means everything in it.
type patterns []string

// parsePatterns checks what a flag was given.
func parsePatterns(flag string, list []string) (patterns, error) {
	var out patterns
	for _, p := range list {
		p = strings.TrimSuffix(strings.TrimPrefix(p, "./"), "/")
		if p == "" || !doublestar.ValidatePattern(p) {
			return nil, usage("%s %q is no pattern; \"*.txt\" or \"drafts/**\" would be one", flag, p)
		}
		out = append(out, p)
	}
	return out, nil
}

func (ps patterns) match(below string) bool {
	for _, p := range ps {
		for at := below; at != "."; at = path.Dir(at) {
			against := at
			if !strings.Contains(p, "/") {
				against = path.Base(at)
			}
			if doublestar.MatchUnvalidated(p, against) {
				return true
			}
		}
	}
	return false
}

// adding parts patterns that speak of one ending that stories do not have, as "*.md"
// does: they add such files to a folder's stories. The others choose among them.
func (ps patterns) adding() (add, choose patterns) {
	for _, p := range ps {
		ext := strings.ToLower(path.Ext(p))
		if ext != "" && !strings.ContainsAny(ext, "*?[{}]") && !slices.Contains(Extensions, ext) {
			add = append(add, p)
		} else {
			choose = append(choose, p)
		}
	}
	return add, choose
}

// names reports whether one of the patterns speaks of the file's ending, as "*.md"
// does and "finished/**" does not: such a file is a story because the person says so.
func (ps patterns) names(below string) bool {
	ext := path.Ext(below)
	if ext == "" {
		return false
	}
	other := strings.TrimSuffix(below, ext) + ".of-no-kind"
	for _, p := range ps {
		if one := (patterns{p}); one.match(below) && !one.match(other) {
			return true
		}
	}
	return false
}
