package main

import (
	"strings"
	"testing"

	"storybind/internal/batch"
	"storybind/internal/diag"
)

// Remarks that differ in their lines alone are told once, from three on.
func TestEqualRemarks(t *testing.T) {
	remark := func(file string, line int, message string) batch.Remark {
		return batch.Remark{File: file, Line: line, Column: 1, Severity: diag.Warning, Code: "x/y", Message: message, Hint: "mend it"}
	}
	rs := []batch.Remark{remark("a.txt", 3, "odd"), remark("a.txt", 5, "odd"), remark("a.txt", 6, "other"), remark("a.txt", 9, "odd"), remark("b.txt", 1, "odd"), remark("b.txt", 2, "odd"),
		{File: "a.txt", Severity: diag.Note, Code: "x/z", Message: "whole"}, {File: "a.txt", Severity: diag.Note, Code: "x/z", Message: "whole"}}
	for n := range 20 {
		rs = append(rs, remark("c.txt", n+1, "many"))
	}
	var b strings.Builder
	(&terminal{err: &b}).remarks(rs, false)
	want := `a.txt:3:1: warning: odd (x/y); the same in lines 5 and 9
    mend it
a.txt:6:1: warning: other (x/y)
    mend it
b.txt:1:1: warning: odd (x/y)
    mend it
b.txt:2:1: warning: odd (x/y)
    mend it
a.txt: note: whole (x/z)
a.txt: note: whole (x/z)
c.txt:1:1: warning: many (x/y); the same in lines 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13 and 7 more
    mend it
`
	if b.String() != want {
		t.Errorf("got\n%s", b.String())
	}
}
