package cover

import (
	"testing"

	"storybind/internal/book"
	"storybind/internal/face"
)

func BenchmarkDraw(b *testing.B) {
	family, err := face.Bundled("")
	if err != nil {
		b.Fatal(err)
	}
	m := &book.Metadata{Title: "Alice’s Adventures in Wonderland", Contributors: []book.Contributor{{Name: "Lewis Carroll", Role: "aut"}}}
	for b.Loop() {
		if _, _, err := Draw(m, family); err != nil {
			b.Fatal(err)
		}
	}
}
