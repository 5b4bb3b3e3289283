package xhtml

import (
	"strings"
	"testing"
)

// Chapters that have numbers and no titles stand in a row.
func TestNumbersRunOn(t *testing.T) {
	entries := func(titles ...string) []Entry {
		var es []Entry
		for _, t := range titles {
			es = append(es, Entry{Title: t, Href: "a.xhtml"})
		}
		return es
	}
	for _, c := range []struct {
		es   []Entry
		want bool
	}{
		{entries("I", "II", "III", "XXXVIII."), true},
		{entries("1", "2", "3", "4"), true},
		{entries("一", "二", "三", "二十一"), true},
		{entries("1", "2", "3"), false},
		{entries("I", "II", "III", "Epilogue"), false},
		{entries("I", "II", "III", ""), false},
		{entries("I: Low Water", "II: High Water", "III: Ebb", "IV: Out"), false},
		{append(entries("I", "II", "III"), Entry{Title: "IV", Entries: entries("1")}), false},
	} {
		if got := strings.Contains(string(AppendList(nil, c.es)), "numbers"); got != c.want {
			t.Errorf("%v: in a row: %v", c.es, got)
		}
		inner := []Entry{{Title: "Part One", Entries: c.es}}
		if got := strings.Contains(string(AppendList(nil, inner)), `<ol class="numbers">`); got != c.want {
			t.Errorf("%v in a part: in a row: %v", c.es, got)
		}
	}
}
