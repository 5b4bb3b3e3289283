package parse

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"storybind/internal/book"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/opening"
	"storybind/internal/parse/passage"
	"storybind/internal/source"
)

func readingOf(text string) *desk.Reading {
	src := source.New("story.txt", len(text), "utf-8", text)
	return &desk.Reading{Src: src, Lines: passage.Scan(src), Book: &book.Book{}}
}

func TestSettingsOverrule(t *testing.T) {
	text := "Title: The Lamp\nAuthor: Annie\nTranslator: Bea\n\n***\n\nIt rained.\n"
	src := source.New("story.txt", len(text), "utf-8", text)
	b, _ := Story(src, desk.Options{Title: "Another", Authors: []string{"Cy", "Dov"}, Language: "en-GB"})
	m := &b.Meta
	if m.Title != "Another" || m.TitleFrom != book.FromSetting || !slices.Equal(m.Authors(), []string{"Cy", "Dov"}) || m.Language != "en-GB" {
		t.Errorf("got %q (%s) by %q in %q", m.Title, m.TitleFrom, m.Authors(), m.Language)
	}
	if n := len(m.Contributors); n != 3 || m.Contributors[2].Role != "trl" {
		t.Errorf("the translator is gone: %v", m.Contributors)
	}
}

// letterRunes are a text's letters and digits, small.
func letterRunes(s string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			return unicode.ToLower(c)
		}
		return -1
	}, s)
}

// FuzzHeader holds that a header's lines are, letter for letter and in order,
// the fields' labels and values and what is set aside, whatever the text.
func FuzzHeader(f *testing.F) {
	for _, s := range []string{
		"Title: X\nAuthor: Annie <a@x.invalid> and Bea\nRating: PG. Archive: any\n\n***\n\nIt rained.\n",
		"THE LAMP\n========\nby\n\nAnnie\n\n\nTHE LAMP\nby Annie\n\nIt rained.\n",
		"* The Lamp *\n* by Annie *\n\n(c) 1999 Annie\n\nSummary:\n\n  a\n\n  b\n\nNotes: c\n\nd e f.\n\n----\n",
		"From: a@x.invalid\nSubject: FIC: Lamp (1/2)\nDate: x\n\nTitle - Lamp\n",
		"Characters:\n  Tom\n  Mara\nStats:\n  Words:\n  1/1\nThe Lamp\nAnnie\nSummary: x\n",
		"*** START OF THIS PROJECT GUTENBERG EBOOK X ***\nX\n*** END OF THIS PROJECT GUTENBERG EBOOK X ***",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		keepsLetters(t, strings.ToValidUTF8(strings.Map(func(c rune) rune {
			if c < ' ' && c != '\n' && c != '\t' {
				return -1
			}
			return c
		}, s), ""))
	})
}

// FuzzHeaderLines holds the same for texts made of the lines that headers are made of.
func FuzzHeaderLines(f *testing.F) {
	lines := strings.Split(`

Title: The Lamp
TITLE - "The Lamp" (1/3)
Author: Annie <annie@x.invalid>, Bea (bea@y.invalid)
by Annie
by
Annie Lee
Written By
The Lamp by Annie Lee
THE LAMP
The Lamp
T H E   L A M P
*     THE LAMP     *
**********************
----------
          The Lamp
          by Annie
Rating: PG. Archive: anywhere;  Spoilers: none | Warning: storm
Summary: A keeper waits. Content
Warning: none of the above, and so on until the line is full of words
Summary:
   He should not.
Characters:
  Tom
  Mara
Notes: For Bea.
I know that lamps do not burn that long. Call it a miracle.
Enjoy!
Kudos to whoever finds the references.
It rained all night, and in the morning the lamp was out, and nobody had
seen it go.
"Wait," Tom says.
(c) 1999 Annie
FEB 1999
annie@x.invalid
http://www.example.org/
Part 2/4
Chapter One
Chapters: 1/1
Comments: 5
Work Text:
Soundtrack: waves
From: annie@x.invalid (Annie)
From: Tom
To: Mara
Subject: FIC: The Lamp (1/3)
Date: Tue, 4 May 1999 21:07:44
Transcriber's note: x
《灯》安妮
【テキスト】
A Tale of the Coast
THE END
Contents
1872`, "\n")
	f.Add([]byte{1, 2, 3, 4, 5})
	f.Add([]byte{10, 5, 0, 18, 26, 0, 27, 0, 14, 0, 10, 5, 0, 30, 31})
	f.Add([]byte{40, 8, 0, 19, 20, 21, 22, 0, 28, 29, 14})
	f.Fuzz(func(t *testing.T, picks []byte) {
		var s strings.Builder
		for _, p := range picks {
			s.WriteString(lines[int(p)%len(lines)] + "\n")
		}
		keepsLetters(t, s.String())
	})
}

func keepsLetters(t *testing.T, s string) {
	t.Helper()
	r := readingOf(s)
	end := opening.Header(r, 0, len(r.Lines))
	if end < 0 || end > len(r.Lines) {
		t.Fatalf("header ends at line %d of %d", end, len(r.Lines))
	}
	type piece struct {
		at   int
		text string
	}
	var pieces []piece
	for _, f := range r.Book.Meta.Fields {
		if f.Span.Start > f.Span.End || f.Span.End > len(s) {
			t.Fatalf("field %q has the span %d-%d", f.Name, f.Span.Start, f.Span.End)
		}
		pieces = append(pieces, piece{f.Span.Start, f.Label + "\n" + f.Value})
	}
	for _, a := range r.Book.SetAside {
		pieces = append(pieces, piece{a.Span.Start, a.Span.Raw()})
	}
	slices.SortStableFunc(pieces, func(a, b piece) int { return a.at - b.at })
	var got strings.Builder
	for _, p := range pieces {
		got.WriteString(p.text + "\n")
	}
	want := ""
	if end > 0 {
		want = r.Span(0, end).Raw()
	}
	g, w := letterRunes(got.String()), letterRunes(want)
	if slices.ContainsFunc(r.Book.SetAside, func(a book.SetAside) bool { return a.Reason == "tag" }) { // a tag inside a field is not in order
		a, b := []rune(g), []rune(w)
		slices.Sort(a)
		slices.Sort(b)
		g, w = string(a), string(b)
	}
	if g != w {
		t.Errorf("fields and asides hold\n%q\nthe header's lines\n%q", g, w)
	}
}
