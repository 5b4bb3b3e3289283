// Package outline finds a story's outline: its headings and their levels, printed contents,
// parts and other stories in one file.
package outline
