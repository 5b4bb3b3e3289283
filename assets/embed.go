// Package assets carries the files that storybind puts into books: stylesheets
// and hyphenation patterns.
package assets

import _ "embed"

// EPUBStyle is the stylesheet of EPUB books.
//
//go:embed css/epub.css
var EPUBStyle string
