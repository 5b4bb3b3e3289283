package xhtml

import (
	"strings"
	"testing"

	"storybind/internal/book"
)

// A dash stays with the word before it, or with the word after it where a space or
// a quotation mark stands before it. [ and ] are the ends of what stays on one line.
func TestDash(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"no dash at all - none", "no dash at all - none"},
		{"the signal tower—wet through—where she", "the signal [tower—]wet [through—]where she"},
		{"the cellar—’ Dov stopped", "the [cellar—]’ Dov stopped"},
		{"very queer indeed:—", "very queer [indeed:—]"},
		{"said the Dormouse; ‘—well in.’", "said the Dormouse; ‘[—well] in.’"},
		{"‘—well—’ she said", "‘[—well—]’ she said"},
		{"dijo —respondió él—, y", "dijo [—respondió] [él—], y"},
		{"—Hola", "—Hola"},
		{"a rose-tree—red", "a rose-[tree—]red"},
		{"Mr. B—— of C——.", "Mr. [B——] of [C——]."},
		{"he — paused", "he — paused"},
		{"e—e—evening", "[e—][e—]evening"},
		{"他说——好", "他说——好"},
		{"a < b—& c", "a < [b—]& c"},
		{"—", "—"},
		{"", ""},
		{strings.Repeat("long", 9) + "—so", strings.Repeat("long", 9) + "[—so]"},
		{strings.Repeat("long", 9) + "—" + strings.Repeat("long", 9), strings.Repeat("long", 9) + "—" + strings.Repeat("long", 9)},
	} {
		r := &Renderer{}
		r.inlines([]book.Inline{book.Text{Value: c.text}})
		got := strings.NewReplacer(`<span class="dash">`, "[", "</span>", "]", "&lt;", "<", "&amp;", "&").Replace(string(r.buf))
		if got != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}
