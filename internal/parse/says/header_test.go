package says

import (
	"slices"
	"testing"
)

func TestLabelOf(t *testing.T) {
	for _, c := range []struct{ line, label, name, value string }{
		{"Title: The Lamp", "Title", "title", "The Lamp"},
		{"TITLE......: The Lamp", "TITLE", "title", "The Lamp"},
		{"Title..... The Lamp", "Title", "title", "The Lamp"},
		{"Spoilers : none", "Spoilers", "spoilers", "none"},
		{"Pairing(s): A/B", "Pairing(s)", "pairing", "A/B"},
		{"Pairing/s - A/B", "Pairing/s", "pairing", "A/B"},
		{"Rating -- PG-13", "Rating", "rating", "PG-13"},
		{"Category — Drama", "Category", "category", "Drama"},
		{"**Author:** Annie", "Author", "author", "Annie"},
		{"*Author*: Annie", "Author", "author", "Annie"},
		{"[Title] The Lamp", "Title", "title", "The Lamp"},
		{"<Title>: The Lamp", "Title", "title", "The Lamp"},
		{"» Title: The Lamp", "Title", "title", "The Lamp"},
		{"A/N: For Bea.", "A/N", "notes", "For Bea."},
		{"Authors’ Notes: For Bea.", "Authors’ Notes", "notes", "For Bea."},
		{"E-MAIL ADDRESS: a@x.invalid", "E-MAIL ADDRESS", "email", "a@x.invalid"},
		{"Pairing/Characters: A/B", "Pairing/Characters", "pairing", "A/B"},
		{"'Ship: A/B", "'Ship", "pairing", "A/B"},
		{"Soundtrack: waves", "Soundtrack", "", "waves"},
		{"Summary:", "Summary", "summary", ""},
		{"作者：安妮", "作者", "author", "安妮"},
	} {
		l, ok := LabelOf(c.line)
		if !ok || l.Text != c.label || l.Name != c.name || c.line[l.Value:] != c.value {
			t.Errorf("labelOf(%q) = %+v, %v; want %q (%s) and %q", c.line, l, ok, c.label, c.name, c.value)
		}
	}
	for _, line := range []string{
		"", "It was late: nobody came.", "He had one rule - never leave.", "http://www.example.org/", "\"Title: nothing,\" he said.",
		"10:30", "The lamp -- the only one -- went out.", "He said that the summary: was short.", "Tom - Mara", "...",
	} {
		if l, ok := LabelOf(line); ok && l.Known() {
			t.Errorf("labelOf(%q) = %+v; want none", line, l)
		}
	}
}

func TestTitleOf(t *testing.T) {
	for _, c := range []struct {
		written, title string
		part, of       int
	}{
		{"The Lamp", "The Lamp", 0, 0},
		{`"The Lamp" (1/3)`, "The Lamp", 1, 3},
		{`"The Lamp (1/3)"`, "The Lamp", 1, 3},
		{"*** THE LAMP ***", "THE LAMP", 0, 0},
		{"_The Lamp_", "The Lamp", 0, 0},
		{"~ The Lamp ~", "The Lamp", 0, 0},
		{"The Lamp - Part 2 of 3", "The Lamp", 2, 3},
		{"The Lamp, part 2/3", "The Lamp", 2, 3},
		{"The Lamp 2/3", "The Lamp", 2, 3},
		{"The Lamp [2/?]", "The Lamp", 2, 0},
		{"The Lamp (Part 2)", "The Lamp", 2, 0},
		{"The Lamp (2 of 3)", "The Lamp", 2, 3},
		{"NEW: The Lamp (1/1) [PG-13]", "The Lamp", 1, 1},
		{"[fic] The Lamp", "The Lamp", 0, 0},
		{"REPOST: The Lamp", "The Lamp", 0, 0},
		{"The Lamp - G", "The Lamp", 0, 0},
		{"T H E   L A M P", "THE LAMP", 0, 0},
		{"L A M P", "LAMP", 0, 0},
		{"A STUDY OF LAMPS.", "A STUDY OF LAMPS", 0, 0},
		{"Henry 5", "Henry 5", 0, 0},
		{"24/7", "24/7", 0, 0},
		{"Lamps: A History", "Lamps: A History", 0, 0},
		{"'Tis the Season", "'Tis the Season", 0, 0},
		{"What Is a Lamp?", "What Is a Lamp?", 0, 0},
		{"《守灯人》", "守灯人", 0, 0},
		{"St. Elmo's Fire", "St. Elmo's Fire", 0, 0},
	} {
		if got := TitleOf(c.written); got.Text != c.title || got.Part != c.part || got.Of != c.of {
			t.Errorf("titleOf(%q) = %+v; want %q %d/%d", c.written, got, c.title, c.part, c.of)
		}
	}
}

func TestTitleLike(t *testing.T) {
	for _, s := range []string{"The Lamp", "What Tom Kept", "Harbour", "THE LAMP AND THE SEA", `"The Lamp"`, "Salt Road, Copper Door", "The Lamp at the End of the Road", "Who Is It?", "*** The Lamp ***", "こころ"} {
		if !TitleLike(s) {
			t.Errorf("titleLike(%q) = false", s)
		}
	}
	for _, s := range []string{"", "It rained.", "He woke and", `"Wait," Tom says`, `"Wait," Tom says, and waits.`, "Dear Mara,", "the lamp went out", "Nobody came that night, nor the next", "Once there was a lamp:", "No."} {
		if TitleLike(s) {
			t.Errorf("titleLike(%q) = true", s)
		}
	}
}

func TestBylines(t *testing.T) {
	for _, c := range []struct {
		line  string
		names []string
	}{
		{"by Annie", []string{"Annie"}},
		{"By: Annie W.", []string{"Annie W."}},
		{"BY ANNIE LEE", []string{"ANNIE LEE"}},
		{"_by Annie Lee_", []string{"Annie Lee"}},
		{"~ by Annie ~", []string{"Annie"}},
		{"Written by Annie Lee, Jr.", []string{"Annie Lee, Jr."}},
		{"A story by Annie", []string{"Annie"}},
		{"A Harbour Lights/Tide story by Annie", []string{"Annie"}},
		{"by Annie and Bea", []string{"Annie", "Bea"}},
		{"by Annie, Bea & Cy", []string{"Annie", "Bea", "Cy"}},
		{"by Annie with Bea", []string{"Annie", "Bea"}},
		{"by moonharbour", []string{"moonharbour"}},
		{"by brightside_99 and Ada Quist", []string{"brightside_99", "Ada Quist"}},
		{"by Annie <annie@x.invalid>", []string{"Annie"}},
		{"by Annie (annie@x.invalid)", []string{"Annie"}},
		{"by Annie (pen of A. Lee)", []string{"Annie"}},
		{"by Tasha - A Harbour/Tide Xover", []string{"Tasha"}},
		{"by Annie aka Lamplighter", []string{"Annie"}},
		{"by The Night Clerk", []string{"The Night Clerk"}},
		{"by Ludwig van Voss", []string{"Ludwig van Voss"}},
		{"by Annie.", []string{"Annie"}},
	} {
		b, ok := BylineOf(c.line)
		if got := AuthorsOf(b.Names); !ok || !slices.Equal(got, c.names) {
			t.Errorf("%q names %q, %v; want %q", c.line, got, ok, c.names)
		}
	}
	for _, line := range []string{"", "By morning", "by the sea", "by now", "By half past nine the door was still locked.", "by and large, nobody came", "bygone days", "By the time he came, she had gone.", "Stand by me", "by accident"} {
		if b, ok := BylineOf(line); ok && !b.Alone {
			t.Errorf("bylineOf(%q) = %+v; want none", line, b)
		}
	}
}

func TestTitleByAuthor(t *testing.T) {
	title, names, _, ok := TitleByAuthor("The Lantern by the Sea by Annie Lee")
	if !ok || title != "The Lantern by the Sea" || names != "Annie Lee" {
		t.Errorf("got %q, %q, %v", title, names, ok)
	}
	for _, s := range []string{"Stand by Me", "By Lamplight", "The Lantern by the Sea", "Two by Two"} {
		if title, names, _, ok := TitleByAuthor(s); ok {
			t.Errorf("titleByAuthor(%q) = %q, %q", s, title, names)
		}
	}
}

func TestSeries(t *testing.T) {
	for _, c := range []struct{ label, value, name, index string }{
		{"Series", "Lamp 3", "Lamp", "3"},
		{"Series", "Lamp 2.5", "Lamp", "2.5"},
		{"Series", "A Hollow Tide for Orrin #3", "A Hollow Tide for Orrin", "3"},
		{"Series", "Part 2 of The Lamp", "The Lamp", "2"},
		{"Series", "Book Two of the Lamp Cycle", "Lamp Cycle", "2"},
		{"Series", "First in the Tide series", "Tide", "1"},
		{"Series", "3rd in the Tide series", "Tide", "3"},
		{"Series", "Lamp (second story)", "Lamp", "2"},
		{"Series", "Lamp, Book 2", "Lamp", "2"},
		{"Series", "\"Lamp\"", "Lamp", ""},
		{"Part of", "the Tide series", "Tide", ""},
		{"Series", "Sequel to The First Lamp", "", ""},
		{"Sequel to", "The First Lamp", "", ""},
		{"Series", "none", "", ""},
		{"Series", "The Saltway Cycle, story 4 of 7", "The Saltway Cycle", "4"},
		{"Series", "Lamp 2/7", "Lamp", "2"},
		{"Series", "Lamps, part two of three", "Lamps", "2"},
		{"Series", "Tales of Seven", "Tales of Seven", ""},
	} {
		if name, index := SeriesOf(c.label, c.value); name != c.name || index != c.index {
			t.Errorf("%s: %s gives %q, %q; want %q, %q", c.label, c.value, name, index, c.name, c.index)
		}
	}
}

func TestNameOfFile(t *testing.T) {
	for _, c := range []struct {
		file          string
		known         []string
		title, author string
	}{
		{"Annie Lee - The Lamp.txt", nil, "The Lamp", "Annie Lee"},
		{"annie - the lamp.txt", nil, "The Lamp", "Annie"},
		{"The Lamp - Annie Lee.txt", []string{"Annie Lee"}, "The Lamp", ""},
		{"the_lamp_by_annie_lee.txt", nil, "The Lamp", "Annie Lee"},
		{"stories/the_lamp.txt", nil, "The Lamp", ""},
		{"lamp.txt", nil, "Lamp", ""},
		{"Lamp 02 - The Gate.txt", nil, "The Gate", ""},
		{"The Lamp (1 of 3).txt", nil, "The Lamp", ""},
		{"stand_by_me.txt", nil, "Stand by Me", ""},
		{"Moss, Annie - The Lamp.txt", nil, "The Lamp", "Moss, Annie"},
		{"The Lamp_by_Annie_Lee.txt", nil, "The Lamp", "Annie Lee"},
		{"The Lamp_ A Tale.txt", nil, "The Lamp: A Tale", ""},
		{"The.Lamp.v1.0.txt", nil, "The Lamp", ""},
		{"The Lamp v2.txt", nil, "The Lamp", ""},
		{"The Lamp (2).txt", nil, "The Lamp", ""},
		{"[Annie Lee] The Lamp (complete).txt", nil, "The Lamp", "Annie Lee"},
		{"TheIronLamp.txt", nil, "The Iron Lamp", ""},
		{"McDonald.txt", nil, "McDonald", ""},
		{"铁灯-陈默.txt", nil, "铁灯", "陈默"},
		{"陈默-铁灯.txt", nil, "铁灯", "陈默"},
		{"【完结】铁灯 作者：陈默.txt", nil, "铁灯", "陈默"},
		{"night-bus.txt", nil, "Night Bus", ""},
		{"the_lamp-annie_lee.txt", nil, "The Lamp", "Annie Lee"},
		{"0042.txt", nil, "", ""},
		{"3f9a2b7c.txt", nil, "", ""},
		{"d41d8cd98f00b204e9800998ecf8427e.txt", nil, "", ""},
		{"story.txt", nil, "", ""},
		{"chapter 3.txt", nil, "", ""},
		{"-", nil, "", ""},
		{"", nil, "", ""},
	} {
		if title, author := NameOfFile(c.file, c.known); title != c.title || author != c.author {
			t.Errorf("nameOfFile(%q, %q) = %q, %q; want %q, %q", c.file, c.known, title, author, c.title, c.author)
		}
	}
}
