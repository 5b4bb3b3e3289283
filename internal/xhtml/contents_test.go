package xhtml

import (
	"strings"
	"testing"
)

// The contents of an anthology name who wrote a story, inside what leads to it.
func TestBy(t *testing.T) {
	got := string(AppendList(nil, []Entry{{Title: "Der Hafen", By: "Bea & Annie", Href: "a.xhtml", Entries: []Entry{{Title: "Eins", Href: "b.xhtml"}}}}))
	if want := `<li><a href="a.xhtml">Der Hafen · <span class="by">Bea &amp; Annie</span></a>`; !strings.Contains(got, want) || strings.Count(got, "·") != 1 {
		t.Errorf("%s", got)
	}
}

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

// What is typed in capitals stands in small ones, as its heading does; numerals are left.
func TestLoudEntries(t *testing.T) {
	for title, want := range map[string]string{
		"THE SMALL LAMP":               `<span class="capitals">THE SMALL LAMP</span>`,
		"Adventure II: THE SMALL LAMP": `Adventure II: <span class="capitals">THE SMALL LAMP</span>`,
		"XIV":                          "XIV",
		"XIV: The Lamp":                "XIV: The Lamp",
		"The USA":                      "The USA",
	} {
		if got := string(AppendList(nil, []Entry{{Title: title, Href: "a.xhtml"}})); !strings.Contains(got, ">"+want+"</a>") {
			t.Errorf("%q: %s", title, got)
		}
	}
}
