package book_test

import (
	"testing"

	"storybind/internal/book"
	"storybind/internal/book/booktest"
)

// Joining loses nothing: every section's text is in the joined book, in order,
// and everything has a name of its own.
func TestJoin(t *testing.T) {
	var want, got book.Digest
	var parts []*book.Book
	for range 3 {
		b := booktest.Every()
		b.Front, b.Back = nil, nil
		for _, s := range b.Sections() {
			book.SectionPieces(s, want.Add)
		}
		parts = append(parts, b)
	}
	b := book.Join(parts)
	ids := map[string]bool{}
	for _, s := range b.Sections() {
		book.SectionPieces(s, got.Add)
		if ids[s.ID] {
			t.Errorf("two sections are called %s", s.ID)
		}
		ids[s.ID] = true
		refs, notes := map[string]bool{}, map[string]bool{}
		for bl := range book.Blocks(s.Blocks) {
			if n, ok := bl.(*book.Note); ok {
				notes[n.ID] = true
			}
			book.EachLine(bl, func(ins []book.Inline) {
				for _, in := range ins {
					if r, ok := in.(book.NoteRef); ok {
						refs[r.ID] = true
					}
				}
			})
		}
		for id := range refs {
			if !notes[id] || ids[id] {
				t.Errorf("section %s refers to the note %s, which it does not have, or which another part has", s.ID, id)
			}
			ids[id] = true
		}
	}
	if want != got {
		t.Errorf("the joined book holds %d letters, its parts %d", got.Letters, want.Letters)
	}
	if n := len(b.Meta.Contributors); n != 1 {
		t.Errorf("%d people are credited, want 1", n)
	}
	if len(b.Meta.Fields) != 1 || len(b.SetAside) != 2 {
		t.Errorf("got %d fields and %d set aside, want 1 and 2", len(b.Meta.Fields), len(b.SetAside))
	}
}

// A part that has no heading gets its number as label.
func TestJoinLabels(t *testing.T) {
	one := func(title string) *book.Book {
		return &book.Book{Meta: book.Metadata{Title: title, TitleFrom: book.FromFilename}, Body: []*book.Section{{ID: "chapter-1", Role: book.Chapter}}}
	}
	b := book.Join([]*book.Book{one("lamp1"), one("lamp2")})
	if len(b.Body) != 2 || b.Body[0].Label != "1" || b.Body[1].Label != "2" || b.Body[1].ID != "part-2-chapter-1" {
		t.Errorf("got %+v, %+v", b.Body[0], b.Body[1])
	}
}

func TestDigest(t *testing.T) {
	digest := func(parts ...string) (d book.Digest) {
		for _, p := range parts {
			d.Add(p)
		}
		return d
	}
	same := digest("“Don’t”, SHE said: Ähre 東京 7")
	if got := digest("Don't,", " she", "said", "ähre", "東京7"); got != same {
		t.Errorf("got %+v, want %+v", got, same)
	}
	for _, other := range []string{"Don’t, she sad: Ähre 東京 7", "Don’t, she said: Ahre 東京 7", "she said Don’t: Ähre 東京 7"} {
		if digest(other) == same {
			t.Errorf("%q has the same digest", other)
		}
	}
}
