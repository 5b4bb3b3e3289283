package parse

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed words/compounds.txt
var compoundWords string

// compounds are the words of the list (words/README.md).
var compounds = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for line := range strings.Lines(compoundWords) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			out[line] = true
		}
	}
	return out
})

// keepsHyphen reports whether the parts of a word broken at a line's end are those of
// a word that is written with a hyphen, in languages whose words nobody has listed here.
func (v *hyphenVote) keepsHyphen(head, tail string) bool {
	if v.english {
		return false
	}
	c := compounds()
	return c[head+"-"+tail] || c["-"+tail] || c[head+"-"]
}
