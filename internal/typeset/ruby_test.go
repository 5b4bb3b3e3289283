package typeset

import (
	"context"
	"strings"
	"testing"

	"storybind/internal/book"
)

// A reading stands above its characters, centred, right after them in the order of reading, and
// they stay together; where it has no room it stands behind them in brackets.
func TestRuby(t *testing.T) {
	filler := strings.Repeat("朝の光が坂道を照らし、", 9)
	set := func(language string, change func(*Style), ins ...book.Inline) (text string, above, base *Run) {
		b := oneChapter(&book.Paragraph{Inlines: ins})
		b.Meta.Language = language
		st := DefaultStyle()
		if change != nil {
			change(&st)
		}
		d, _, err := Book(context.Background(), b, st)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range d.Pages {
			for _, l := range p.Lines {
				if l.Kind != BodyLine {
					continue
				}
				for i := range l.Runs {
					text += l.Runs[i].Text
					if l.Runs[i].Raise > 0 {
						above, base = &l.Runs[i], &l.Runs[i-1]
					}
				}
				text += "|"
			}
		}
		return text, above, base
	}
	ruby := func(base, reading string) []book.Inline {
		return []book.Inline{book.Text{Value: filler + "遠い"}, book.Ruby{Base: base, Reading: reading}, book.Text{Value: "が" + filler}}
	}
	for n := range 30 { // wherever the line ends
		ins := ruby("煙突", "チムニー")
		ins[0] = book.Text{Value: strings.Repeat("光", n) + filler + "遠い"}
		text, above, base := set("ja", nil, ins...)
		if above == nil || !strings.Contains(text, "煙突チムニー") || base.Text[len(base.Text)-6:] != "煙突" {
			t.Fatalf("%d: %s", n, text)
		}
		if above.Size != base.Size/2 || above.Raise < base.Size*8/10 || above.Raise > base.Size {
			t.Errorf("the reading is %d high above %d, of the size %d", above.Raise, base.Size, above.Size)
		}
		right := base.right()
		if middle, want := (above.X+above.right())/2, right-base.Size; middle < want-500 || middle > want+500 {
			t.Errorf("%d: the reading's middle is at %d, that of its characters at %d", n, middle, want)
		}
	}
	for what, c := range map[string]struct {
		language string
		change   func(*Style)
		ins      []book.Inline
		want     string
	}{
		"a long reading": {"ja", nil, ruby("承", "うけたまわりまして"), "承（うけたまわりまして）"},
		"close lines":    {"ja", func(s *Style) { s.Leading = Points(12 * Point) }, ruby("煙", "けむり"), "煙（けむり）"},
		"Latin letters":  {"en", nil, []book.Inline{book.Ruby{Base: "after", Reading: "later"}, book.Text{Value: " it"}}, "after(later) it"},
	} {
		if text, above, _ := set(c.language, c.change, c.ins...); above != nil || !strings.Contains(strings.ReplaceAll(text, "|", ""), c.want) {
			t.Errorf("%s: %s", what, text)
		}
	}
}
