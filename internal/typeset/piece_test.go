package typeset

import (
	"context"
	"testing"

	"storybind/internal/book"
	"storybind/internal/face"
)

// Letters that the chosen family lacks come from the default one, italic as italic.
func TestLettersOfTheSecondFamily(t *testing.T) {
	b := oneChapter(&book.Paragraph{Inlines: []book.Inline{book.Text{Value: "Sister, Сестра, "}, book.Emphasis{Inlines: []book.Inline{book.Text{Value: "Αδελφή"}}}, book.Text{Value: " ♥ and no more."}}})
	st := DefaultStyle()
	st.Font = face.Named("Atkinson Hyperlegible Next")
	d, ds, err := Book(context.Background(), b, st)
	if err != nil || len(ds) > 0 {
		t.Fatal(err, ds)
	}
	checkWords(t, b, d)
	second, _ := face.Bundled("")
	seen := map[*face.Face]bool{}
	for _, f := range d.Faces {
		seen[f] = true
	}
	if !seen[second.Face(face.Regular)] || !seen[second.Face(face.Italic)] || !seen[face.Symbols()] {
		t.Errorf("the faces used are %v", d.Faces)
	}
}
