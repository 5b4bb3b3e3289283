package xhtml

import (
	"strings"
	"testing"

	"storybind/internal/book"
)

// An asterisk stands high by itself; figures and daggers are raised.
func TestStar(t *testing.T) {
	for mark, star := range map[string]bool{"*": true, "**": true, "1": false, "†": false, "*2": false, "": false} {
		for _, note := range []string{"", "#note"} {
			r := &Renderer{Links: Links{Note: func(string) string { return note }}}
			r.inlines([]book.Inline{book.NoteRef{ID: "note", Mark: mark}})
			if got := strings.Contains(string(r.buf), ` class="star"`); got != star {
				t.Errorf("%q, linked to %q: %s", mark, note, r.buf)
			}
		}
	}
}
