package typeset

import (
	"strings"
	"testing"

	"storybind/internal/book"
)

// A name typed in capitals below a letter stands in small ones, its words' first letters large;
// one that is not stays as it is.
func TestSignature(t *testing.T) {
	for name, small := range map[string]int{"S. CASTELL.": 6, "MIRA O’DELL": 6, "Mira": 0} {
		l := &book.Letter{Blocks: []book.Block{words("I have put back the oil.")}, Closing: []book.Line{{book.Text{Value: "YOURS EVER,"}}, {book.Text{Value: name}}}}
		b := &book.Book{Meta: book.Metadata{Title: "T", Language: "en"}, Body: []*book.Section{{ID: "s", Role: book.Chapter, Label: "I", Blocks: []book.Block{words("She read it."), l}}}}
		d := pages(t, b, DefaultStyle())
		checkWords(t, b, d)
		var last *Line
		for _, p := range d.Pages {
			for _, line := range p.Lines {
				if line.Kind == BodyLine {
					if last = line; line.Runs[0].Text == "YOURS EVER," && line.Runs[0].track != 0 {
						t.Error("what stands above the name is set in small capitals")
					}
				}
			}
		}
		got := 0
		for _, r := range last.Runs {
			if r.track != 0 {
				got += len([]rune(strings.TrimSpace(r.Text)))
			}
		}
		if got != small {
			t.Errorf("%s: %d letters are small capitals, want %d: %+v", name, got, small, last.Runs)
		}
	}
}

// Dates, places and salutations are no openings; short sentences are.
func TestDateline(t *testing.T) {
	for text, want := range map[string]bool{
		"14 January 1911": true, "Gull Street, 3 o’clock": true, "Langford, Dec.": true, "My dear Mother,": true, "Monday:": true, "le 14 mai 1911": true,
		"The keeper sent this by the coal boat:": false, "He was 12 years old.": false, "It was 1911.": false, "And then he said,": false, "Nobody came.": false, "Is it 1911?": false,
	} {
		if got := dateline(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

// Below an epigraph or a date a chapter opens as any other: its first line is not indented.
func TestOpensBelow(t *testing.T) {
	for _, above := range []book.Block{&book.Quote{Blocks: []book.Block{words("What is the light for?")}}, words("14 January 1911")} {
		b := &book.Book{Meta: book.Metadata{Title: "T", Language: "en"}, Body: []*book.Section{{ID: "s", Role: book.Chapter, Label: "I", Blocks: []book.Block{above, words("It began with the ice, and ended with it.")}}}}
		d := pages(t, b, DefaultStyle())
		found := false
		for i, p := range d.Pages {
			for _, l := range p.Lines {
				if l.Kind == BodyLine && strings.HasPrefix(l.Runs[0].Text, "It began") {
					found = true
					if l.Runs[0].X != d.geo.left(i) || l.Runs[0].track == 0 {
						t.Errorf("the chapter opens at %d, want %d: %+v", l.Runs[0].X, d.geo.left(i), l.Runs[0])
					}
				}
			}
		}
		if !found {
			t.Error("the opening is not found")
		}
	}
}

// So does a section that runs on.
func TestRunsOnBelow(t *testing.T) {
	b := &book.Book{Meta: book.Metadata{Title: "T", Language: "en"}}
	for i := range 4 {
		b.Body = append(b.Body, &book.Section{ID: string(rune('a' + i)), Role: book.Chapter, Title: []book.Inline{book.Text{Value: "The Oil"}},
			Blocks: []book.Block{words("14 January 1911"), words("Nobody came to the door at all."), words("Then somebody did.")}})
	}
	n := 0
	d := pages(t, b, DefaultStyle())
	for i, p := range d.Pages {
		for _, l := range p.Lines {
			if l.Kind == BodyLine && strings.HasPrefix(l.Runs[0].Text, "Nobody") {
				if n++; l.Runs[0].X != d.geo.left(i) {
					t.Errorf("what stands below a date begins at %d, want %d", l.Runs[0].X, d.geo.left(i))
				}
			} else if l.Kind == BodyLine && strings.HasPrefix(l.Runs[0].Text, "Then") && l.Runs[0].X == d.geo.left(i) {
				t.Error("the next paragraph is not indented")
			}
		}
	}
	if n != 4 || len(d.Pages) != 1 {
		t.Errorf("%d sections on %d pages", n, len(d.Pages))
	}
}

// In a book of letters all that begin a section stand alike, though something be added to one of them;
// a letter that begins one chapter of a story is inset.
func TestLettersAlike(t *testing.T) {
	long := words(strings.Repeat("The oil is low, and there is weather in the west. ", 20))
	letter := func() *book.Letter {
		return &book.Letter{Blocks: []book.Block{words("Dear Mo,"), words("I have put back the oil.")}, Closing: []book.Line{{book.Text{Value: "Tess"}}}}
	}
	for of, want := range map[int]int{2: 0, 0: 1} {
		b := &book.Book{Meta: book.Metadata{Title: "T", Language: "en"}}
		for i := range 3 {
			sec := &book.Section{ID: string(rune('a' + i)), Role: book.Chapter, Title: []book.Inline{book.Text{Value: "The Oil"}}}
			switch {
			case i < of:
				sec.Blocks = []book.Block{letter()}
			case i == 2:
				sec.Blocks = []book.Block{letter(), long}
			default:
				sec.Blocks = []book.Block{long}
			}
			b.Body = append(b.Body, sec)
		}
		inset, found := 0, 0
		d := pages(t, b, DefaultStyle())
		for i, p := range d.Pages {
			for _, l := range p.Lines {
				if l.Kind == BodyLine && strings.HasPrefix(l.Runs[0].Text, "Dear Mo") {
					if found++; l.Runs[0].X > d.geo.left(i) {
						inset++
					}
				}
			}
		}
		if inset != want || found != of+1 {
			t.Errorf("%d letters, %d of them inset, want %d of %d", found, inset, want, of+1)
		}
	}
}

// The lines that close a letter do not turn over: a long one moves all of them to the left.
func TestLongClosing(t *testing.T) {
	closing := []string{"Believe me, my dear sir, your most humble servant,", "Tess"}
	l := &book.Letter{Blocks: []book.Block{words("I have put back the oil.")}}
	for _, c := range closing {
		l.Closing = append(l.Closing, book.Line{book.Text{Value: c}})
	}
	var got []string
	var x []Length
	for _, p := range pages(t, oneChapter(words("She read it."), l), DefaultStyle()).Pages {
		for _, line := range p.Lines {
			if line.Kind == BodyLine {
				text := ""
				for _, r := range line.Runs {
					text += r.Text
				}
				got, x = append(got, strings.ReplaceAll(text, "\u00a0", " ")), append(x, line.Runs[0].X)
			}
		}
	}
	n := len(got)
	if n != 4 || strings.TrimSpace(got[2]) != closing[0] || x[2] != x[3] {
		t.Errorf("%q at %d", got, x)
	}
}
