package pdf

import (
	"bytes"
	"context"
	"os"
	"testing"

	"storybind/internal/book"
	"storybind/internal/book/booktest"
)

func TestEveryKind(t *testing.T) {
	b := booktest.Every()
	doc := newHand(t).book(b)
	var out bytes.Buffer
	result, err := Document(context.Background(), &out, doc, b)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range result.Diagnostics {
		t.Error(d)
	}
	for _, s := range b.Sections() {
		if got, want := result.Drawn[s.ID], book.Drawn(s); got != want {
			t.Errorf("section %s: drawn %+v, the model has %+v", s.ID, got, want)
		}
	}
	if name := os.Getenv("STORYBIND_KEEP"); name != "" {
		os.WriteFile(name, out.Bytes(), 0o644)
	}
}
