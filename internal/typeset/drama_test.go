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
		if got := book.Cast(nil).Speaker(text); got != want {
			t.Errorf("the speaker of %q ends at %d, want %d", text, got, want)
		}
	}
	if book.IsPlay(&book.Section{Blocks: []book.Block{p("It was late."), p("NASA. It is what it is."), p("He went home."), p("She did not.")}}, nil) {
		t.Error("a story is taken for a play")
	}
}

// Names that are not in capitals are those of a play when they open most of its paragraphs, each
// several times.
func TestCast(t *testing.T) {
	section := func(lines ...string) *book.Book {
		var bs []book.Block
		for _, l := range lines {
			bs = append(bs, words(l))
		}
		return oneChapter(bs...)
	}
	play := section("Marian. Is the lamp lit?", "Old Tom. Aye.", "Marian. And the boats?", "[He looks out.]", "Old Tom. Gone, all of them.", "Marian. Then we wait.", "Old Tom. [Sitting down.] We wait.", "Lady Holt. Who is there?", "Marian. (low) Hush [and rises] all (both) of you! [Going.]", "Old Tom. No more [of")
	if names := book.CastOf(play); len(names) != 2 || !names["Marian"] || !names["Old Tom"] || !book.IsPlay(play.Body[0], names) {
		t.Errorf("the cast is %v", names)
	}
	d := pages(t, play, DefaultStyle())
	small := 0
	for _, p := range d.Pages {
		for _, l := range p.Lines {
			if l.Kind == BodyLine && len(l.Runs) > 1 && l.Runs[0].Track > 0 && (strings.HasPrefix(l.Runs[0].Text, "Marian.") || strings.HasPrefix(l.Runs[0].Text, "Old Tom.")) {
				small++
			}
		}
	}
	slanted := ""
	for _, p := range d.Pages {
		for _, l := range p.Lines {
			for _, r := range l.Runs {
				if l.Kind == BodyLine && d.Faces[r.Face].Metrics().ItalicAngle != 0 {
					slanted += r.Text + "|"
				}
			}
		}
	}
	if slanted != "[He looks out.]|[Sitting down.] |(low) |[and rises] |[Going.]|" {
		t.Errorf("the directions are %q", slanted)
	}
	if small != 8 {
		t.Errorf("%d speakers of 8 in small capitals", small)
	}
	for what, b := range map[string]*book.Book{
		"answers": section("Yes. He came back.", "It was late, and nobody was there.", "Yes. She went.", "There was a light on the hill.", "Yes. They knew.", "Nobody spoke."),
		"titles":  section("Mr. Holt came.", "Mr. Holt went.", "Mr. Holt was seen no more.", "Mr. Holt's hat was found."),
		"lists":   section("Chapter one: the gate", "Chapter two: the stair", "Chapter three: the lamp"),
	} {
		if book.IsPlay(b.Body[0], book.CastOf(b)) {
			t.Errorf("%s are taken for a play", what)
		}
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

// A play whose speeches were read as entries of a log is set as one: above the first speech
// stand directions, and a name in verse is a turn.
func TestPlayInLog(t *testing.T) {
	e := func(who, says string) book.LogEntry {
		entry := book.LogEntry{Inlines: []book.Inline{book.Text{Value: says}}}
		if who != "" {
			entry.Speaker = []book.Inline{book.Text{Value: who}}
		}
		return entry
	}
	b := oneChapter(words("A loft, in the evening."), &book.Log{Entries: []book.LogEntry{
		e("MIREK:", "There are two free."), e("DOLORES (looking up):", "I see."), e("", "[The hatch opens.]"), e("MIREK:", "(low) That is he."), e("DOLORES:", "Who?"),
	}}, stanza("MIREK (sings).", "The tide came up", "to the door."))
	d := pages(t, b, DefaultStyle())
	italic := func(r Run) bool { return d.Faces[r.Face].Metrics().ItalicAngle != 0 }
	got := ""
	for _, l := range d.Pages[0].Lines {
		if l.Kind != BodyLine {
			continue
		}
		for _, r := range l.Runs {
			switch {
			case italic(r):
				got += "i"
			case r.Track > 0:
				got += "s"
			default:
				got += "r"
			}
		}
		got += " "
	}
	if want := "i sr sir i sir sr si r r "; got != want {
		t.Errorf("italics, small capitals and roman are %q, want %q", got, want)
	}
}

// Where speeches are verse again and again, each stands right below the line that says whose it
// is, as far in as other speeches' lines; a few stanzas in a play are songs, and set off.
func TestSpeechesInVerse(t *testing.T) {
	for turns, spoken := range map[int]bool{leastTurns: true, 3: false} {
		blocks := []book.Block{words("MIREK. There are two free."), words("DOLORES. I see."), words("MIREK. Then take one."), words("DOLORES. Who pays?")}
		for range turns {
			blocks = append(blocks, words("DOLORES, at the hatch."), stanza("The tide came up", "to the door."), words("MIREK. So it did."))
		}
		d := pages(t, oneChapter(blocks...), DefaultStyle())
		n := 0
		for _, p := range d.Pages {
			for i, l := range p.Lines {
				if l.Kind != BodyLine || i == 0 || !strings.HasPrefix(l.Runs[0].Text, "The tide") {
					continue
				}
				n++
				close := l.Y-p.Lines[i-1].Y == d.geo.leading && p.Lines[i+2].Y-p.Lines[i+1].Y == d.geo.leading
				inset := l.Runs[0].X-p.Lines[i-1].Runs[0].X == d.geo.leading
				if close != spoken || inset != spoken {
					t.Errorf("%d stanzas: one stands close: %v, as far in as speeches: %v", turns, close, inset)
				}
			}
		}
		if n < turns/2 {
			t.Errorf("%d stanzas found of %d", n, turns)
		}
	}
}

// The line that says whose turn it is does not end a page.
func TestTurnStaysWithItsSpeech(t *testing.T) {
	seen := 0
	for before := range 12 {
		blocks := []book.Block{words("MIREK. There are two free."), words("DOLORES. I see."), words("DOLORES. Who pays?")}
		for range before {
			blocks = append(blocks, words("MIREK. Not I."))
		}
		for range 2 * leastTurns {
			blocks = append(blocks, words("DOLORES, at the hatch."), stanza("The tide came up", "to the door.", "Nobody was there."), words("MIREK. So it was."))
		}
		d := pages(t, oneChapter(blocks...), DefaultStyle())
		for i, p := range d.Pages[:len(d.Pages)-1] {
			var last *Line
			for _, l := range p.Lines {
				if l.Kind == BodyLine {
					last = l
				}
			}
			if seen++; strings.HasPrefix(last.Runs[0].Text, "DOLORES") {
				t.Errorf("%d speeches before: page %d ends with whose turn it is", before, i+1)
			}
		}
	}
	if seen == 0 {
		t.Error("no page ends within the play")
	}
}
