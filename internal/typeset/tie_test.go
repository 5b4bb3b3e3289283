package typeset

import (
	"strings"
	"testing"

	"storybind/internal/book"
)

// Words that belong together stay together, unless a line would gape for it.
func TestTies(t *testing.T) {
	l := lot(5)
	parted, kept := 0, 0
	var blocks []book.Block
	for range 400 {
		text := strings.Repeat(l.sentence(3)+" ", 1) + "the keeper gave the lamp to Mr.\u00A0Cadwallader, " + l.sentence(4+l.n(9))
		blocks = append(blocks, words(text))
	}
	d := pages(t, oneChapter(blocks...), DefaultStyle())
	for _, p := range d.Pages {
		for _, ln := range p.Lines {
			var text strings.Builder
			for _, r := range ln.Runs {
				text.WriteString(r.Text)
			}
			switch s := text.String(); {
			case strings.HasSuffix(s, "Mr."):
				parted++
			case strings.Contains(s, "Mr."):
				kept++
			}
		}
	}
	if parted*20 > kept || kept < 100 {
		t.Errorf("%d pairs are parted, %d kept", parted, kept)
	}
	if q := Report(d); q.Over3 > 0 || q.Over2*50 > q.Full {
		t.Errorf("%d of %d lines have spaces over twice the natural one", q.Over2, q.Full)
	}
}
