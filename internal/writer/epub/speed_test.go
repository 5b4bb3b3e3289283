package epub

import (
	"context"
	"fmt"
	"io"
	"strings"
	"testing"

	"storybind/internal/book"
	"storybind/internal/book/booktest"
)

// story is about so many bytes of prose in chapters.
func story(size, chapters int) *book.Book {
	b := booktest.Every()
	b.Body = nil
	words := strings.Fields("lamp keeper water stone salt grey bell rope tide gull window stair door hand light night morning letter boat sister fog rock sea page glass wick oil flame brass wheel hour rain wind wall lantern shadow harbour")
	n, seed := 0, uint32(1)
	for c := range chapters {
		s := &book.Section{ID: fmt.Sprintf("chapter-%d", c+1), Role: book.Chapter, Label: fmt.Sprintf("Chapter %d", c+1)}
		for (c+1)*(size/chapters) > n {
			var sb strings.Builder
			sb.WriteString("“")
			for range 20 + seed>>7%60 {
				seed = seed*1664525 + 1013904223
				sb.WriteString(words[seed>>16%uint32(len(words))])
				sb.WriteString([4]string{" ", " ", ", ", "’s "}[seed>>28&3])
			}
			n += sb.Len()
			s.Blocks = append(s.Blocks, &book.Paragraph{Inlines: []book.Inline{book.Text{Value: sb.String()}, book.Emphasis{Inlines: text("so.”")}}})
		}
		b.Body = append(b.Body, s)
	}
	return b
}

func BenchmarkWrite(b *testing.B) {
	for _, c := range []struct {
		name           string
		size, chapters int
		noCover        bool
	}{{"story15KB", 15 << 10, 1, true}, {"story15KBcover", 15 << 10, 1, false}, {"novel1MB", 1 << 20, 40, true}, {"novel1MBcover", 1 << 20, 40, false}, {"chapters5000", 1 << 20, 5000, true}} {
		b.Run(c.name, func(b *testing.B) {
			bk := story(c.size, c.chapters)
			for b.Loop() {
				if _, err := (&Writer{noCover: c.noCover}).Write(context.Background(), io.Discard, bk); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	// The floor: only deflating the same pages, on one processor.
	b.Run("deflate1MB", func(b *testing.B) {
		e := &edition{book: story(1<<20, 40)}
		e.metadata()
		e.plan(&Writer{noCover: true})
		e.drawing(false).bodies(nil, e.pages)
		for b.Loop() {
			for i := range e.pages {
				e.document(&e.pages[i])
			}
		}
	})
}
