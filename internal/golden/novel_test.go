package golden

import (
	"context"
	"fmt"
	"math/rand"
	"strings"
	"testing"
	"time"

	"storybind/internal/convert"
)

// novel is a story of forty chapters and about 200,000 words.
func novel() []byte {
	lexicon := strings.Fields(`the keeper lamp harbour ferry night came went stood under over before after light water
		gulls stones tower window letter nobody somebody spoke answered waited wind tide morning evening frost road and but while`)
	r := rand.New(rand.NewSource(1))
	var b strings.Builder
	b.WriteString("Title: The Lamplighter\nAuthor: Annie Lee\n")
	for chapter := 1; chapter <= 40; chapter++ {
		fmt.Fprintf(&b, "\n\n\nChapter %d\n", chapter)
		for range 50 {
			b.WriteByte('\n')
			line := 0
			for n := range 100 {
				w := lexicon[r.Intn(len(lexicon))]
				if n%12 == 0 {
					w = strings.ToUpper(w[:1]) + w[1:]
				} else if n%12 == 11 {
					w += "."
				}
				if line += len(w) + 1; line > 70 {
					b.WriteByte('\n')
					line = len(w)
				} else if n > 0 {
					b.WriteByte(' ')
				}
				b.WriteString(w)
			}
			b.WriteByte('\n')
		}
	}
	return []byte(b.String())
}

// TestNovelsTime converts a novel of 200,000 words. A second for the EPUB and a
// few for the PDF are what people are promised; the limits are ten times that, so
// that a busy machine passes and work that grows with the square does not.
func TestNovelsTime(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	story := novel()
	for name, limit := range map[string]time.Duration{"epub": 10 * time.Second, "pdf": 30 * time.Second} {
		format, err := convert.Format(name)
		if err != nil {
			t.Fatal(err)
		}
		req := convert.Request{Files: []convert.File{{Name: "novel.txt", Data: story}}}
		req.Formats = append(req.Formats, format)
		begin := time.Now()
		res, err := convert.Story(context.Background(), req)
		took := time.Since(begin)
		if err != nil || res.Words.Source < 200_000 || res.Words.Lost() != 0 {
			t.Fatalf("%s: %+v, %v", name, res.Words, err)
		}
		t.Logf("%s: %d words, %v", name, res.Words.Source, took)
		if took > limit {
			t.Errorf("%s took %v, more than %v", name, took, limit)
		}
	}
}
