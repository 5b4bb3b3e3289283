// Package inlines reads the marks inside a line: emphasis, notes, tags, ruby, links.
package inlines
