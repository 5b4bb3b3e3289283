package typeset

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"storybind/internal/book"
	"storybind/internal/face"
)

// atoms are what random text is made of: words, every kind of space, dash and
// quotation mark, letters that change with case, characters that no face has.
var atoms = []string{
	"a", "the", "word", "extraordinary", " ", " ", " ", " ", "  ", "-", "--", "—", "–", "…", "“", "”", "‘", "’", "\n", "\t",
	"\u00a0", "\u00ad", "\u200b", "\u2009", "\u202f", "\u3000", "é", "e\u0301", "ß", "ﬁ", "Æ", "ж", "漢", "字", "、", "（", "ש",
	"👩\u200d👧", "♥", "𝐇", "\u0f40", "/", "http://", "www.", "x@y.z", "...", "123", "1,234.5", "I", "'em", "\u0301", "\ufe0f",
	"\u2028", "\x01", "İ", "ǆ", "ﬀ", "½", "Ⅳ", "٣", "A.B.", "w", "h", "|", "<", ">",
}

func (l *lot) text(n int) string {
	var b strings.Builder
	for range l.n(n + 1) {
		b.WriteString(atoms[l.n(len(atoms))])
	}
	return b.String()
}

func (l *lot) inlines(depth int) []book.Inline {
	var out []book.Inline
	for range 1 + l.n(4) {
		kind := l.n(11)
		if depth > 3 {
			kind = 0
		}
		switch kind {
		case 4:
			out = append(out, book.Emphasis{Inlines: l.inlines(depth + 1)})
		case 5:
			out = append(out, book.Strong{Inlines: l.inlines(depth + 1)})
		case 6:
			out = append(out, book.SmallCaps{Inlines: l.inlines(depth + 1)})
		case 7:
			out = append(out, book.Code{Value: l.text(12)})
		case 8:
			out = append(out, book.Link{URL: "http://x/" + l.text(4), Inlines: l.inlines(depth + 1)})
		case 9:
			out = append(out, book.LineBreak{})
		case 10:
			out = append(out, book.NoteRef{ID: fmt.Sprint("n0", l.n(9)), Mark: l.text(2)})
		default:
			out = append(out, book.Text{Value: l.text(30)})
		}
	}
	return out
}

func (l *lot) lines(n int) []book.Line {
	var out []book.Line
	for range l.n(n + 1) {
		out = append(out, l.inlines(1))
	}
	return out
}

func (l *lot) fields() []book.Field {
	var out []book.Field
	for range l.n(7) {
		out = append(out, book.Field{Name: []string{"rating", "summary", "x"}[l.n(3)], Label: l.text(6),
			Value: l.text(80) + []string{"", "\n\n"}[l.n(2)] + l.text(20)})
	}
	return out
}

func (l *lot) blocks(n, depth int) []book.Block {
	var out []book.Block
	for range l.n(n + 1) {
		kind := l.n(16)
		if depth > 3 {
			kind = 15
		}
		var b book.Block
		switch kind {
		case 0:
			b = &book.Subheading{Level: l.n(4), Inlines: l.inlines(0)}
		case 1:
			b = &book.SceneBreak{Mark: []string{"", "*"}[l.n(2)]}
		case 2:
			v := &book.Verse{}
			for range l.n(4) {
				var st []book.VerseLine
				for range l.n(6) {
					st = append(st, book.VerseLine{Indent: l.n(5) - 1, Inlines: l.inlines(1)})
				}
				v.Stanzas = append(v.Stanzas, st)
			}
			b = v
		case 3:
			b = &book.Quote{Blocks: l.blocks(4, depth+1), Source: l.inlines(1)}
		case 4:
			b = &book.Letter{Opening: l.lines(3), Blocks: l.blocks(4, depth+1), Closing: l.lines(3)}
		case 5:
			lg := &book.Log{}
			for range l.n(5) {
				lg.Entries = append(lg.Entries, book.LogEntry{Speaker: l.inlines(2), Inlines: l.inlines(1)})
			}
			b = lg
		case 6:
			b = &book.Inscription{Lines: l.lines(4)}
		case 7:
			b = &book.Figure{Caption: l.inlines(1), Image: &book.Image{ID: "i", Width: l.n(3000), Height: l.n(3000)}}
		case 8:
			b = &book.Preformatted{Lines: []string{l.text(80), "", l.text(30)}}
		case 9:
			b = &book.Note{ID: fmt.Sprint("n", depth, l.n(9)), Mark: l.text(1), Blocks: l.blocks(3, depth+1)}
		case 10:
			b = &book.Byline{Inlines: l.inlines(0)}
		case 11:
			b = &book.FieldList{Fields: l.fields()}
		default:
			b = &book.Paragraph{Inlines: l.inlines(0)}
		}
		out = append(out, b)
	}
	return out
}

func (l *lot) section() *book.Section {
	s := &book.Section{ID: "s", Unlisted: l.n(2) == 0, Role: []book.Role{book.Chapter, book.Part, book.TitlePage, book.Dedication, book.Epigraph,
		book.Notes, book.Colophon, book.CopyrightPage, book.HalfTitlePage, book.Prologue}[l.n(10)]}
	if l.n(2) == 0 {
		s.Label = l.text(5)
	}
	if l.n(2) == 0 {
		s.Title = l.inlines(1)
	}
	if l.n(4) == 0 {
		s.Subtitle = l.inlines(1)
	}
	s.Blocks = l.blocks([]int{2, 5, 25}[l.n(3)], 0) // small books show as much, and there are more of them in a minute
	return s
}

func (l *lot) book() *book.Book {
	b := &book.Book{Meta: book.Metadata{Title: l.text(5), Language: []string{"en", "fr", "de", "ru", "", "zh"}[l.n(6)],
		Contributors: []book.Contributor{{Name: l.text(4), Role: "aut"}}}}
	for range l.n(3) {
		b.Front = append(b.Front, l.section())
	}
	b.Front = append(b.Front, &book.Section{ID: "c", Role: book.Contents, Blocks: []book.Block{&book.ContentsList{}}})
	for range l.n(4) {
		s := l.section()
		if l.n(3) == 0 {
			s.Sections = append(s.Sections, l.section())
		}
		b.Body = append(b.Body, s)
	}
	if l.n(2) == 0 {
		b.Back = append(b.Back, l.section())
	}
	return b
}

func (l *lot) style() Style {
	st := DefaultStyle()
	st.Page.Set(PageNames()[l.n(len(PageNames()))])
	st.Ragged, st.NoHyphens, st.TwoSided = l.n(4) == 0, l.n(4) == 0, l.n(3) == 0
	st.Font = face.Named([]string{"", "", "Literata", "Atkinson Hyperlegible Next"}[l.n(4)])
	return st
}

// FuzzRandomBook sets books of every kind of block, nested in each other: every
// letter is on the pages, in order; nothing leaves the text block or the page;
// every link leads somewhere.
func FuzzRandomBook(f *testing.F) {
	for seed := range uint64(12) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		l := lot(seed)
		b := l.book()
		d, _, err := Book(context.Background(), b, l.style())
		if err != nil && strings.Contains(err.Error(), " would be boxes: ") {
			return // more than a tenth of a very short story has no glyph anywhere: no book is what is promised
		}
		if err != nil {
			t.Fatal(err)
		}
		checkWords(t, b, d)
		if q := Report(d); q.Overfull > 0 {
			t.Errorf("%d lines stick out", q.Overfull)
		}
		for i, p := range d.Pages {
			for _, ln := range p.Lines {
				if ln.Y < 0 || ln.Y > p.Height {
					t.Errorf("page %d: a line at %d", i, ln.Y)
				}
				for _, r := range ln.Runs {
					if r.Face < 0 || r.Face >= len(d.Faces) || len(r.Glyphs) == 0 {
						t.Errorf("page %d: a run of %d glyphs in face %d", i, len(r.Glyphs), r.Face)
					}
				}
			}
			for _, k := range p.Links {
				if k.Width < 0 || k.URL == "" && (k.Page < 0 || k.Page >= len(d.Pages)) {
					t.Errorf("page %d: link %+v", i, k)
				}
			}
		}
	})
}
