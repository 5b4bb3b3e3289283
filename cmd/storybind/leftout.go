package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"storybind/internal/batch"
)

// named is how many files of a kind are named that a folder leaves out.
const named = 3

// leftOut tells what a folder holds besides stories: each kind with its number, the
// first names, and what to do.
func (t *terminal) leftOut(left []batch.LeftOut) {
	if len(left) == 0 {
		return
	}
	var kinds []string
	files := map[string][]batch.LeftOut{}
	for _, l := range left {
		if files[l.Kind()] == nil {
			kinds = append(kinds, l.Kind())
		}
		files[l.Kind()] = append(files[l.Kind()], l)
	}
	t.say("left out, because a folder's stories end in %s:", strings.Join(batch.Extensions, ", "))
	for _, k := range kinds {
		all := files[k]
		var names []string
		for _, l := range all[:min(len(all), named)] {
			names = append(names, printable(filepath.Base(l.Path)))
		}
		text := strings.Join(names, ", ")
		if more := len(all) - len(names); more > 0 {
			text += fmt.Sprintf(" and %d more", more)
		}
		if k == "" {
			k = "without ending"
		}
		t.say("  %d %s: %s (%s)", len(all), k, text, all[0].Why)
	}
}
