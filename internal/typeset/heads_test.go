package typeset

import (
	"strconv"
	"strings"
	"testing"

	"storybind/internal/book"
)

// Right pages name what stands on them: of poems that run on the last one that begins there;
// and chapters that are only counted the part that they are in.
func TestRunningHeads(t *testing.T) {
	named := func(s string) []book.Inline { return []book.Inline{book.Text{Value: s}} }
	line := words(strings.Repeat("The oil is low, and there is weather in the west. ", 12))
	heads := func(b *book.Book) (d *Document, out map[int]string) {
		d, out = pages(t, b, DefaultStyle()), map[int]string{}
		for i, p := range d.Pages {
			for _, l := range p.Lines {
				if l.Kind == RunningHead {
					for _, r := range l.Runs {
						out[i] += r.Text
					}
				}
			}
		}
		return d, out
	}
	b := &book.Book{Meta: book.Metadata{Title: "Harbour Verse", Language: "en"}}
	for i := range 24 {
		b.Body = append(b.Body, &book.Section{ID: "p" + strconv.Itoa(i), Role: book.Chapter, Title: named("Keeper " + strconv.Itoa(i)), Blocks: []book.Block{line}})
	}
	d, got := heads(b)
	seen, last := 0, ""
	for i, p := range d.Pages {
		for _, l := range p.Lines {
			if l.Kind == TitleLine {
				last = l.Runs[0].Text
			}
		}
		if h, ok := got[i]; ok && i%2 == 0 {
			seen++
			if h != last {
				t.Errorf("page %d: the head is %q, the last poem that begins there %q", i, h, last)
			}
		} else if ok && h != "Harbour Verse" {
			t.Errorf("page %d: the head is %q", i, h)
		}
	}
	if seen < 2 {
		t.Errorf("only %d right pages have heads", seen)
	}

	b = &book.Book{Meta: book.Metadata{Title: "Two Winters", Language: "en"}}
	for i, name := range []string{"The First Winter", "The Second Winter"} {
		part := &book.Section{ID: "w" + strconv.Itoa(i), Role: book.Part, Title: named(name)}
		for k := range 2 {
			c := &book.Section{ID: "w" + strconv.Itoa(i) + strconv.Itoa(k), Role: book.Chapter, Label: strconv.Itoa(k + 1)}
			for range 40 {
				c.Blocks = append(c.Blocks, line)
			}
			part.Sections = append(part.Sections, c)
		}
		b.Body = append(b.Body, part)
	}
	_, got = heads(b)
	count := map[string]int{}
	for i, h := range got {
		if i%2 == 0 {
			count[h]++
		} else if h != "Two Winters" {
			t.Errorf("page %d: the head is %q", i, h)
		}
	}
	if count["The First Winter"] < 2 || count["The Second Winter"] < 2 || len(count) != 2 {
		t.Errorf("right pages have the heads %v", count)
	}
}

// Heads are in small capitals or italics where the script has them, else upright and not
// bold, the figures too.
func TestHeadsWithoutItalics(t *testing.T) {
	for text, language := range map[string]string{"פרק 1": "he", "الفصل 1": "ar", "第1章": "ja"} {
		b := &book.Book{Meta: book.Metadata{Title: text, Language: language}, Body: []*book.Section{
			{ID: "c", Role: book.Chapter, Title: []book.Inline{book.Text{Value: text}}}}}
		for range 60 {
			b.Body[0].Blocks = append(b.Body[0].Blocks, words(strings.Repeat(text+". ", 12)))
		}
		d, n := pages(t, b, DefaultStyle()), 0
		for _, p := range d.Pages {
			for _, l := range p.Lines {
				for _, r := range l.Runs {
					if l.Kind != RunningHead {
						continue
					}
					n++
					if name := d.Faces[r.Face].Name(); strings.Contains(name, "Italic") || strings.Contains(name, "Bold") {
						t.Errorf("%q of the head %q is set in %s", r.Text, text, name)
					}
				}
			}
		}
		if n == 0 {
			t.Errorf("no head %q", text)
		}
	}
}
