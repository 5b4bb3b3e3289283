package typeset

import (
	"strings"
	"testing"

	"storybind/internal/book"
)

// roles lists what stands on each page.
func roles(d *Document) []book.Role {
	var out []book.Role
	for _, p := range d.Pages {
		role := book.Role("")
		for _, l := range p.Lines {
			if l.Section != nil {
				role = l.Section.Role
			}
		}
		out = append(out, role)
	}
	return out
}

// A long book that will be bound has a half title on a leaf of its own; the title
// page follows on the right, with the copyright page on its back.
func TestHalfTitle(t *testing.T) {
	b := novel(14, 100)
	b.Front = append(b.Front[:1:1], &book.Section{ID: "copyright-page", Role: book.CopyrightPage, Unlisted: true,
		Blocks: []book.Block{&book.FieldList{Fields: []book.Field{{Name: "disclaimer", Label: "Disclaimer", Value: "The tide is nobody’s."}}}}}, b.Front[1])
	for _, c := range []struct {
		change func(*Style)
		want   []book.Role
	}{
		{func(*Style) {}, []book.Role{book.HalfTitlePage, "", book.TitlePage, book.CopyrightPage, book.Contents, "", book.Chapter}},
		{func(s *Style) { s.NoHalfTitle = true }, []book.Role{book.TitlePage, book.CopyrightPage, book.Contents, "", book.Chapter}},
		{func(s *Style) { s.TwoSided = false }, []book.Role{book.TitlePage, book.CopyrightPage, book.Contents, book.Chapter}},
	} {
		st := DefaultStyle()
		c.change(&st)
		d := pages(t, b, st)
		got := roles(d)
		for i, want := range c.want {
			if got[i] != want {
				t.Fatalf("page %d is %q, want %q", i, got[i], want)
			}
		}
		for i, p := range d.Pages {
			if got[i] == book.CopyrightPage && p.Lines[len(p.Lines)-1].Y < d.geo.head+d.geo.depth()*9/10 {
				t.Error("the copyright page's text does not stand at its foot")
			}
		}
	}
	if got := roles(pages(t, novel(2, 30), DefaultStyle())); got[0] != book.TitlePage {
		t.Error("a short story has a half title")
	}
}

func TestRectos(t *testing.T) {
	st := DefaultStyle()
	st.Rectos = true
	d := pages(t, novel(9, 25), st)
	for _, o := range d.Outline {
		if o.Page%2 != 0 {
			t.Errorf("%s begins on a left-hand page", o.Title)
		}
	}
}

// A cover is a leaf before everything, and whatever leads to a page still does.
func TestCover(t *testing.T) {
	b := novel(3, 20)
	for _, size := range [][2]int{{1200, 1800}, {1800, 1200}, {1, 90}} {
		for _, twoSided := range []bool{true, false} {
			st := DefaultStyle()
			st.TwoSided = twoSided
			plain := pages(t, b, st)
			st.Cover = &book.Image{ID: "cover", Width: size[0], Height: size[1]}
			d := pages(t, b, st)
			leaf := len(d.Pages) - len(plain.Pages)
			if want := map[bool]int{true: 2, false: 1}[twoSided]; leaf != want || len(d.Pages[0].Pictures) != 1 {
				t.Fatalf("two-sided %v: the cover takes %d pages", twoSided, leaf)
			}
			p := d.Pages[0].Pictures[0]
			if p.X < 0 || p.Y < 0 || p.X+p.Width > d.geo.width || p.Y+p.Height > d.geo.height || p.Width != d.geo.width && p.Height != d.geo.height {
				t.Errorf("a cover of %v stands at %d,%d and is %d by %d", size, p.X, p.Y, p.Width, p.Height)
			}
			if d.Outline[1].Page != plain.Outline[1].Page+leaf || d.Pages[1+leaf].Links[0].Page != plain.Pages[1].Links[0].Page+leaf {
				t.Error("outline and contents do not reckon with the cover")
			}
		}
	}
}

// Margins are what one asks for; heads and folios that have no room are left out.
func TestMargins(t *testing.T) {
	for _, v := range []string{"0", "10mm", "30mm,10mm,25mm,40mm"} {
		st := DefaultStyle()
		if err := st.Margins.Set(v); err != nil {
			t.Fatal(err)
		}
		d := pages(t, novel(2, 30), st)
		for i, p := range d.Pages {
			for _, l := range p.Lines {
				if l.Kind == BodyLine && l.Runs[0].X < d.geo.left(i)-hangRoom(d.geo) || l.Y > p.Height {
					t.Errorf("margins %s: page %d has a line at %d,%d", v, i, l.Runs[0].X, l.Y)
				}
				if v == "0" && (l.Kind == RunningHead || l.Kind == Folio) {
					t.Error("there is no room for heads and folios")
				}
			}
		}
	}
}

// The contents of an anthology, and its outline, name who wrote a story; titles typed in
// capitals get small letters only where they are English. A story's own part is no title page.
func TestAnthologyContents(t *testing.T) {
	text := func(s string) []book.Inline { return []book.Inline{book.Text{Value: s}} }
	var stories []*book.Book
	var parts []*book.Section
	for _, s := range [][3]string{{"THE DOOR", "Annie", "en"}, {"DER ALTE HAFEN", "Bea", "de"}, {"Low Water", "Annie", "en"}} {
		one := &book.Book{Meta: book.Metadata{Title: s[0], Language: s[2], Contributors: []book.Contributor{{Name: s[1], Role: "aut"}}}}
		one.Body = []*book.Section{{ID: "part-1", Role: book.Part, Label: "Part One", Sections: []*book.Section{
			{ID: "chapter-1", Role: book.Chapter, Title: text("The Gate"), Blocks: []book.Block{&book.Paragraph{Inlines: text("It was a much longer story than the others, so it is English.")}}}}}}
		stories = append(stories, one)
		parts = append(parts, &book.Section{Role: book.Part, Title: text(s[0])})
	}
	b := book.Bind("All", stories, parts)
	b.Front = []*book.Section{{ID: "contents", Role: book.Contents, Title: text("Contents"), Unlisted: true, Blocks: []book.Block{&book.ContentsList{}}}}
	d := pages(t, b, DefaultStyle())
	var entries []string
	for _, p := range d.Pages {
		for _, l := range p.Lines {
			if l.Kind == ContentsLine {
				var s strings.Builder
				for _, r := range l.Runs {
					s.WriteString(r.Text)
				}
				entries = append(entries, s.String())
			}
		}
	}
	for i, want := range map[int]string{0: "The Door · Annie..", 3: "DER ALTE HAFEN · Bea..", 6: "Low Water · Annie..", 7: "Part One.."} {
		if len(entries) != 9 || !strings.HasPrefix(strings.ReplaceAll(entries[i], "\u00a0", " "), want) {
			t.Errorf("entry %d is not %q: %q", i, want, entries)
		}
	}
	if d.Outline[3].Title != "DER ALTE HAFEN · Bea" {
		t.Errorf("outline: %q", d.Outline[3].Title)
	}
	if isTitlePage(b.Body[0].Sections[0]) || !isTitlePage(b.Body[0]) {
		t.Error("a story's own part stands as a title page does, or its title page does not")
	}
}

// A dedication stands on a right-hand page, whatever is before it.
func TestDedicationOnTheRight(t *testing.T) {
	title := []book.Inline{book.Text{Value: "Lamps"}}
	for _, front := range [][]*book.Section{
		{{ID: "title", Role: book.TitlePage, Title: title}},
		{{ID: "half", Role: book.HalfTitlePage, Title: title}, {ID: "title", Role: book.TitlePage, Title: title}, {ID: "copyright", Role: book.CopyrightPage, Blocks: []book.Block{words("Printed at the harbour.")}}},
	} {
		b := oneChapter(words("It was late."))
		b.Front = append(front, &book.Section{ID: "for", Role: book.Dedication, Blocks: []book.Block{words("For nobody at all.")}})
		at := -1
		for i, p := range pages(t, b, DefaultStyle()).Pages {
			for _, l := range p.Lines {
				if l.Section != nil && l.Section.ID == "for" {
					at = i
				}
			}
		}
		if at < 0 || at%2 != 0 {
			t.Errorf("behind %d sections the dedication stands on page %d", len(front), at+1)
		}
	}
}
