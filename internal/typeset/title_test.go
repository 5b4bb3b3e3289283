package typeset

import (
	"strings"
	"testing"

	"storybind/internal/book"
)

// Lines of a title end where its phrases do, if need be in smaller type.
func TestTitleByPhrases(t *testing.T) {
	for _, want := range []string{
		"A SHORT HISTORY / OF THE HARBOUR CATS",
		"THE VERY SMALL BEAR / AND THE VERY LARGE MOON",
		"The Importance / of Being Earnest",
		"Eine kurze Geschichte / der Katzen am Hafen",
		"The Man Who Walked / to the Sea",
		"More Harbours / (For Smaller Boats)",
		"The Keeper Said / “In the Morning”",
	} {
		title := strings.ReplaceAll(want, " / ", " ")
		b := oneChapter(words("It was late."))
		b.Front = []*book.Section{{ID: "title", Role: book.TitlePage, Title: []book.Inline{book.Text{Value: title}}}}
		var lines []string
		for _, l := range pages(t, b, DefaultStyle()).Pages[0].Lines {
			if l.Kind == TitleLine {
				var text strings.Builder
				for _, r := range l.Runs {
					text.WriteString(r.Text)
				}
				lines = append(lines, strings.TrimSpace(text.String()))
			}
		}
		if got := strings.Join(lines, " / "); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
