package xhtml

import (
	"strings"
	"testing"

	"storybind/internal/book"
)

// A play's speakers, directions and settings are marked, in paragraphs and in logs; a story's are not.
func TestPlay(t *testing.T) {
	text := func(s string) []book.Inline { return []book.Inline{book.Text{Value: s}} }
	entry := func(who, s string) book.LogEntry {
		e := book.LogEntry{Inlines: text(s)}
		if who != "" {
			e.Speaker = text(who)
		}
		return e
	}
	sec := &book.Section{ID: "s1", Role: book.Chapter, Blocks: []book.Block{
		&book.Paragraph{Inlines: text("A loft, in the evening.")},
		&book.Log{Entries: []book.LogEntry{entry("AGNES.", "You & I. [She sits.] Well."), entry("", "[A knock.]"), entry("OLD TOM:", "(low) Hush [and"), entry("AGNES (aside):", "No.")}},
		&book.Paragraph{Inlines: append(text("Lucy. It is "), book.Emphasis{Inlines: text("he")})},
		&book.Paragraph{Inlines: text("Lucy. Yes.")}, &book.Paragraph{Inlines: text("Lucy. No.")},
		&book.Paragraph{Inlines: text("Exit Lucy.")},
	}}
	b := &book.Book{Body: []*book.Section{sec}}
	got := string((&Renderer{Cast: book.CastOf(b)}).Append(nil, Stretch{Section: sec, Level: 1, Blocks: sec.Blocks, First: true}))
	for _, want := range []string{
		`<p class="direction"><i>A loft, in the evening.</i></p>`,
		`<p class="speech"><span class="speaker capitals">AGNES.</span> You &amp; I. <i>[She sits.]</i> Well.</p>`,
		`<p class="direction"><i>[A knock.]</i></p>`,
		`<p class="speech"><span class="speaker capitals">OLD TOM:</span> <i>(low)</i> Hush [and</p>`,
		`<p class="speech"><span class="speaker capitals">AGNES</span> <i>(aside)</i>: No.</p>`,
		`<p class="speech"><span class="speaker">Lucy.</span> It is <em>he</em></p>`,
		`<p class="direction"><i>Exit Lucy.</i></p>`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%s is missing in\n%s", want, got)
		}
	}
	if plain := string((&Renderer{}).Append(nil, Stretch{Section: sec, Level: 1, Blocks: sec.Blocks, First: true})); strings.Contains(plain, "speech") {
		t.Error("a play without a cast")
	}
}
