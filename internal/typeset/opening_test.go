package typeset

import (
	"testing"

	"storybind/internal/book"
)

// The first words of a chapter: a phrase, up to a stop that is none of an abbreviation, no part of a name.
func TestOpeningWords(t *testing.T) {
	b := &book.Book{Meta: book.Metadata{Language: "en"}}
	st := DefaultStyle()
	g, err := st.geometry("en")
	if err != nil {
		t.Fatal(err)
	}
	tc, err := newTypecase(b, &st, g)
	if err != nil {
		t.Fatal(err)
	}
	s := newSetter(tc, g, true)
	for text, want := range map[string]string{
		"It was late, and the lamp was lit.":                     "It was late",
		"“Wait,” Tom says, and waits.":                           "“Wait",
		"Mr. Bennet was among the earliest of those.":            "Mr. Bennet was among the earliest",
		"The responsibilities of an intermittent keeper":         "The responsibilities",
		"1925 was a bad year.":                                   "",
		"Stop!":                                                  "Stop",
		"Характерно, что он молчал.":                             "Характерно",
		"漢字で始まる章。":                                               "",
		"—And then, at last, he came to the door of it all":      "—And then",
		"O’Brien’s well-worn coat hung there.":                   "O’Brien’s well-worn coat hung there",
		"The lighthouse keeper John Meredith Parker never slept": "The lighthouse keeper",
		"Anna Maria Schmidt-Rottluff was eleven when it began":   "Anna Maria Schmidt-Rottluff",
		"He had been walking along the shore since the morning":  "He had been walking",
		"Nobody ever spoke about Miss Havisham Underwood":        "Nobody ever spoke",
		"Llanfairpwllgwyngyllgogerychwyrndrobwll is a long word": "Llanfairpwllgwyngyllgogerychwyrndrobwll",
	} {
		fl := s.flatten([]book.Inline{book.Text{Value: text}}, fontKey{size: g.size})
		s.openingWords(&fl)
		got := ""
		if fl.spans[0].font.key.caps == smallCaps {
			got = text[:fl.spans[0].end]
		}
		if got != want {
			t.Errorf("%q opens with %q in small capitals, want %q", text, got, want)
		}
	}
}

// What is typed in capitals at the beginning is set in small ones; nothing that is all capitals.
func TestCapitalsEnd(t *testing.T) {
	for text, want := range map[string]string{
		"MY DEAR BROTHER,—I can no longer wait":      "MY DEAR BROTHER,",
		"THE lamp keeps a small vibration":           "THE",
		"I WALKED away from home":                    "I WALKED",
		"“IT WAS late,” he said":                     "“IT WAS",
		"I walked away":                              "",
		"A lamp":                                     "",
		"XII ships came in":                          "",
		"THE LAMP IS OUT":                            "",
		"NO. NEVER. THE LAMP IS OUT AGAIN AND AGAIN": "",
		"H2O and more":                               "",
		"Plain words":                                "",
	} {
		if got := text[:capitalsEnd(text)]; got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	line := func(s string) *book.Paragraph {
		return &book.Paragraph{Inlines: []book.Inline{book.Text{Value: s}}}
	}
	name := line("MIRA CASTELL.")
	closing := &book.Letter{Closing: []book.Line{{book.Text{Value: "Yours ever,"}}, {book.Text{Value: "Mira"}}}}
	for _, blocks := range [][]book.Block{
		{line("Gull Street."), line("YOU were mistaken, my dear, and so was I."), closing},
		{line("Gull Street."), line("YOU were mistaken, my dear, and so was I."), name},
		{&book.Verse{Stanzas: [][]book.VerseLine{{{Inlines: line("YOU were mistaken, and so was I,").Inlines}}}}},
	} {
		d := pages(t, &book.Book{Meta: book.Metadata{Title: "T", Language: "en"}, Body: []*book.Section{{ID: "s", Role: book.Chapter, Label: "I", Blocks: blocks}}}, DefaultStyle())
		runs := map[string]int{}
		for _, p := range d.Pages {
			for _, l := range p.Lines {
				if l.Kind == BodyLine {
					runs[l.Runs[0].Text] = len(l.Runs)
				}
			}
		}
		if n, ok := runs["Gull Street."]; len(blocks) > 1 && (!ok || n != 1) || runs["Y"] != 3 {
			t.Errorf("the lines' first runs: %v", runs)
		}
	}
}

func TestTitleCase(t *testing.T) {
	for from, want := range map[string]string{
		"THE HOUSE BY THE SEA":   "The House by the Sea",
		"II. MR. DARCY'S RETURN": "II. Mr. Darcy's Return",
		"HENRY VIII":             "Henry VIII",
		"A LIGHT-KEEPER":         "A Light-Keeper",
	} {
		if got := titleCase(from); got != want {
			t.Errorf("%q becomes %q, want %q", from, got, want)
		}
	}
}
