package mail

import (
	"slices"
	"testing"
)

func TestSubject(t *testing.T) {
	for _, c := range []struct {
		subject, title string
		part, of       int
		by             []string
	}{
		{"FIC: The Lamp (1/3)", "The Lamp", 1, 3, nil},
		{"NEW: The Lamp (1/?) VOY J/C [PG]", "The Lamp", 1, 0, nil},
		{"[lamps] Re: The Lamp by Annie, 2/5", "The Lamp", 2, 5, []string{"Annie"}},
		{"REPOST: \"The Lamp\"", "The Lamp", 0, 0, nil},
		{"The Lamp", "The Lamp", 0, 0, nil},
	} {
		got, by := subjectOf(c.subject)
		if got.Text != c.title || got.Part != c.part || got.Of != c.of || !slices.Equal(by, c.by) {
			t.Errorf("subjectOf(%q) = %+v, %q; want %q %d/%d %q", c.subject, got, by, c.title, c.part, c.of, c.by)
		}
	}
}
