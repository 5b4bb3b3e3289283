// Package assets carries the files that storybind puts into books, stylesheets and
// hyphenation patterns, and what it reads stories with: the learned trees.
package assets

import "embed"

// EPUBStyle is the stylesheet of EPUB books.
//
//go:embed css/epub.css
var EPUBStyle string

//go:embed reading/*.trees reading/*.steps
var reading embed.FS

// Reading is one of the forests that assets/reading/train.py makes: "headings.trees".
// It is nil when there is none of that name.
func Reading(name string) []byte {
	b, _ := reading.ReadFile("reading/" + name)
	return b
}
