package pdf

import (
	"context"
	"fmt"
	"io"
	"strings"
	"testing"

	"storybind/internal/book"
)

// novel is an invented book of about so many bytes: words of made-up syllables,
// always the same ones.
func novel(chapters, bytes int) *book.Book {
	state := uint32(7)
	random := func(n int) int {
		state = state*1664525 + 1013904223
		return int(state>>8) % n
	}
	syllables := []string{"la", "ter", "mo", "ri", "sen", "ko", "fi", "nd", "el", "an", "the", "ing", "ver", "tu", "ble", "ffi", "sho", "re"}
	b := &book.Book{Meta: book.Metadata{Title: "The Invented Novel", Language: "en", Contributors: []book.Contributor{{Name: "Nobody", Role: "aut"}}}}
	for c := range chapters {
		s := &book.Section{ID: fmt.Sprintf("chapter-%d", c+1), Role: book.Chapter, Label: fmt.Sprintf("Chapter %d", c+1), Title: []book.Inline{book.Text{Value: "Of the Shore"}}}
		for size := 0; size < bytes/chapters; {
			var p strings.Builder
			for range 15 + random(80) {
				if p.Len() > 0 {
					p.WriteByte(' ')
				}
				for range 1 + random(3) {
					p.WriteString(syllables[random(len(syllables))])
				}
				if random(9) == 0 {
					p.WriteByte(',')
				}
			}
			p.WriteByte('.')
			size += p.Len() + 2
			s.Blocks = append(s.Blocks, &book.Paragraph{Inlines: []book.Inline{book.Text{Value: p.String()}}})
		}
		b.Body = append(b.Body, s)
	}
	return b
}

func benchmark(b *testing.B, chapters, bytes int) {
	bk := novel(chapters, bytes)
	doc := newHand(b).book(bk)
	b.Logf("%d pages", len(doc.Pages))
	b.SetBytes(int64(bytes))
	b.ReportAllocs()
	b.ResetTimer()
	for range b.N {
		if _, err := write(context.Background(), io.Discard, doc, bk, false); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkStory(b *testing.B) { benchmark(b, 1, 15_000) }
func BenchmarkNovel(b *testing.B) { benchmark(b, 40, 1_000_000) }

func BenchmarkPlan(b *testing.B) {
	bk := novel(40, 1_000_000)
	doc := newHand(b).book(bk)
	b.ResetTimer()
	for range b.N {
		if _, err := newPlan(context.Background(), doc, bk, nil); err != nil {
			b.Fatal(err)
		}
	}
}
