package xhtml

import (
	"strings"
	"testing"

	"storybind/internal/book"
)

// [ and ] are the ends of a word that is divided at its own hyphen alone.
func TestCompound(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"a well-remembered night", "a [well-remembered] night"},
		{"the merry-go-round, the mother-in-law", "the [merry-go-round], the [mother-in-law]"},
		{"an up-to-day he-man", "an up-to-day he-man"},
		{"half-forgotten—and re-covered", "half-[forgotten—]and [re-covered]"},
		{"a <half-forgotten> tale", "a <[half-forgotten]> tale"},
		{"wait- and see -waiting, --- -", "wait- and see -waiting, --- -"},
		{"the years 1914-1918", "the years 1914-1918"},
		{"Zürich-Österreich", "[Zürich-Österreich]"},
		{"stopp-", "stopp-"},
		{"", ""},
	} {
		r := &Renderer{}
		r.inlines([]book.Inline{book.Text{Value: c.text}})
		got := strings.NewReplacer(`<span class="compound">`, "[", `<span class="dash">`, "[", "</span>", "]", "&lt;", "<", "&gt;", ">").Replace(string(r.buf))
		if got != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// A heading typed in capitals says so, and the style sets it in small ones; on a title page
// each field is a list of its own, for it has a line to itself.
func TestLooks(t *testing.T) {
	at := func(s *book.Section) string {
		return string((&Renderer{}).Append(nil, Stretch{Section: s, Level: 1, First: true, Blocks: s.Blocks}))
	}
	title := func(s string) []book.Inline { return []book.Inline{book.Text{Value: s}} }
	for _, c := range []struct {
		label, title string
		want         bool
	}{{"", "THE GATE", true}, {"Chapter One", "THE GATE", true}, {"CHAPTER ONE", "", true}, {"CHAPTER ONE", "The Gate", false}, {"", "The NASA Gate", false}, {"I", "", false}, {"", "1984", false}, {"", "灯台", false}} {
		s := &book.Section{Role: book.Chapter, Label: c.label}
		if c.title != "" {
			s.Title = title(c.title)
		}
		if got := at(s); strings.Contains(got, `<h1 class="capitals">`) != c.want {
			t.Errorf("%q %q: %s", c.label, c.title, got)
		}
	}
	list := &book.FieldList{Fields: []book.Field{{Name: "series", Label: "Series", Value: "Lamps"}, {Name: "rating", Label: "Rated", Value: "PG"}, {Name: "other", Value: "A Novel"}, {Name: "other", Label: "For", Value: "Bea"}}}
	for role, want := range map[book.Role]int{book.TitlePage: 3, book.Part: 3, book.CopyrightPage: 2} {
		got := at(&book.Section{Role: role, Blocks: []book.Block{list}})
		if strings.Count(got, "<dl>") != want || strings.Count(got, "</dl>") != want || strings.Contains(got, "<dl>\n<p>") {
			t.Errorf("%s: %s", role, got)
		}
	}
}
