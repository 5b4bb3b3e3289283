package typeset

import (
	"context"
	"strings"
	"testing"

	"storybind/internal/book"
)

// A play: speakers in small capitals, speeches that hang, directions in italics, scenes that
// run on below their act.
func TestPlay(t *testing.T) {
	p := func(s string) book.Block { return words(s) }
	long := strings.Repeat("The oil is low, and there is weather in the west. ", 4)
	b := &book.Book{Meta: book.Metadata{Title: "The Lamp", Language: "en"}, Body: []*book.Section{
		{ID: "a1", Role: book.Part, Label: "Act I", Sections: []*book.Section{
			{ID: "s1", Role: book.Chapter, Label: "Scene 1", Blocks: []book.Block{p("THOMAS. " + long), p("MARY. (At the window.) Look."), p("[He looks.]"), p("OLD TOM: Aye.")}},
			{ID: "s2", Role: book.Chapter, Label: "Scene 2", Blocks: []book.Block{p("MARY. Gone."), p("Exit MARY.")}},
		}},
		{ID: "a2", Role: book.Part, Label: "Act II", Sections: []*book.Section{
			{ID: "s3", Role: book.Chapter, Label: "Scene 1", Blocks: []book.Block{p("MARY. Here again.")}},
		}},
	}}
	d := pages(t, b, DefaultStyle())
	if len(d.Pages) != 2 {
		t.Errorf("%d pages, want one an act", len(d.Pages))
	}
	if len(d.Outline) != 5 || d.Outline[2].Title != "Scene 2" || d.Outline[2].Level != 2 || d.Outline[2].Page != 0 || d.Outline[3].Page != 1 {
		t.Errorf("outline %+v", d.Outline)
	}
	left := d.geo.left(0)
	for _, l := range d.Pages[0].Lines {
		if l.Kind != BodyLine || len(l.Runs) == 0 {
			continue
		}
		name := l.Runs[0].Text
		switch {
		case l.at > 0 && l.Runs[0].X < left+d.geo.leading:
			t.Errorf("a speech does not hang: %q", name)
		case strings.HasPrefix(name, "["), strings.HasPrefix(name, "Exit"):
			if d.Faces[l.Runs[0].Face].Metrics().ItalicAngle == 0 {
				t.Errorf("a direction is not italic: %q", name)
			}
		case l.at == 0 && l.Runs[0].Track == 0:
			t.Errorf("a speaker is not in small capitals: %q", name)
		}
	}
	for text, want := range map[string]int{"THOMAS. Yes.": 7, "A SAILOR: Yes.": 9, "MARY (softly): No.": 5, "I. The first": 0, "NASA. It is": 5, "U.S. ships": 0, "He said. No": 0, "THE END.": 0, "1. Yes": 0} {
		if got := speaker(text); got != want {
			t.Errorf("the speaker of %q ends at %d, want %d", text, got, want)
		}
	}
	if isPlay(&book.Section{Blocks: []book.Block{p("It was late."), p("NASA. It is what it is."), p("He went home."), p("She did not.")}}) {
		t.Error("a story is taken for a play")
	}
}

// Headings part at phrases: not behind a word that leans on the next.
func TestHeadingPhrases(t *testing.T) {
	for _, title := range []string{"The Lamp: A Play in Two Acts", "The House by the Side of the Long and Winding Road", "A Short History of the Keepers of the Light"} {
		b := oneChapter(words("It was late."))
		b.Body[0].Title = []book.Inline{book.Text{Value: title}}
		st := DefaultStyle()
		st.Page.Set("pocket")
		d, _, err := Book(context.Background(), b, st)
		if err != nil {
			t.Fatal(err)
		}
		var lines []string
		for _, l := range d.Pages[0].Lines {
			if l.Kind == TitleLine {
				text := ""
				for _, r := range l.Runs {
					text += r.Text
				}
				lines = append(lines, strings.TrimSpace(text))
			}
		}
		for _, l := range lines[:len(lines)-1] {
			if last := l[strings.LastIndexByte(l, ' ')+1:]; littleWords[strings.ToLower(last)] {
				t.Errorf("%q is parted as %q", title, lines)
			}
		}
	}
}
