package parse

import (
	"strings"
	"testing"
	"time"

	"storybind/internal/book"
)

// TestHardStories reads texts that look like headers, ends, rules and headings all
// over. Four times the text may take four times as long, and not sixteen times, as work
// does that begins anew at each line; twice and a second are left for a busy machine, and
// what took longer is tried again: the least counts.
func TestHardStories(t *testing.T) {
	if testing.Short() {
		t.Skip("reads large texts")
	}
	rule := strings.Repeat("-", 40) + "\n\n"
	for _, unit := range []string{
		"Title: A lamp\n\n", "Title: A lamp\nAuthor: Bo\n\n", "From: a@b.example\nSubject: x (1/2)\n\n", "The End\n\n", rule, rule + "Title: A lamp\nAuthor: Bo\n\n",
		"The End\n\nTitle: A lamp\nAuthor: Bo\n\nIt was late when the keeper came down from the tower and went in.\n\n", "The End\n\nOther\n\n",
		"Chapter 1\n\n", "HELLO WORLD\n\n", "\n\n\nThe Gate\n\nText.\n", "Mara's POV\n\nText.\n\n", "January 3rd\n\nText.\n\n", "(1/3)\n\n", "Contents\n\n",
	} {
		const begins = "Title: The Lamp\nAuthor: Annie\n\nIt was late when the keeper came down from the tower.\n\n"
		text := begins + repeatTo(unit, 1<<18)
		quarter, whole := time.Duration(1<<62), time.Duration(1<<62)
		var b *book.Book
		for range 4 {
			begin := time.Now()
			read(begins + repeatTo(unit, 1<<16))
			quarter = min(quarter, time.Since(begin))
			begin = time.Now()
			b, _ = read(text)
			whole = min(whole, time.Since(begin))
			if whole <= 8*quarter+time.Second {
				break
			}
		}
		if whole > 8*quarter+time.Second {
			t.Errorf("%q: %v, and a quarter of it %v", unit, whole, quarter)
		}
		if want, got := accounted(text, b); want != got {
			t.Errorf("%q: letters differ", unit)
		}
	}
}
