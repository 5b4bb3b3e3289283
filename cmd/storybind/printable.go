package main

import "strings"

// printable is one line without the characters that a terminal would obey: the name
// of a file from elsewhere may hold any.
func printable(s string) string { return withoutControls(s, "") }

// withoutControls puts a question mark for each control character but those of keep.
// What is no UTF-8 stays: a name in an old encoding is still that file's name.
func withoutControls(s, keep string) string {
	control := func(r rune) bool {
		return (r < ' ' || r >= 0x7f && r < 0xa0) && !strings.ContainsRune(keep, r)
	}
	if strings.IndexFunc(s, control) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if control(r) {
			return '?'
		}
		return r
	}, s)
}
