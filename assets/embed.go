// Package assets carries the files that storybind puts into books: stylesheets
// and hyphenation patterns.
package assets
