// Package hyphen decides whether a word that is broken at a line's end had its hyphen
// before: by the file, then by the word.
package hyphen
