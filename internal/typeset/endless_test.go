package typeset

import (
	"context"
	"runtime"
	"strings"
	"testing"
)

// A word of megabytes, in letters or in marks, is set in full lines, and takes what
// prose of its length takes: twice the word, twice the allocations.
func TestEndlessWord(t *testing.T) {
	for what, letters := range map[string]string{"one letter": "x", "an alphabet": "abcdefghijklmnopqrstuvwxyz", "accents": "éàü", "marks": "a\u0301\u0323", "wide letters": "WM", "a digit": "1"} {
		var before uint64
		for _, size := range []int{100_000, 200_000} {
			word := strings.Repeat(letters, size/len(letters))
			b := oneChapter(words("Then " + word + " came."))
			var from, to runtime.MemStats
			runtime.ReadMemStats(&from)
			d, _, err := Book(context.Background(), b, DefaultStyle())
			runtime.ReadMemStats(&to)
			if err != nil {
				t.Fatal(err)
			}
			took := to.TotalAlloc - from.TotalAlloc
			if before > 0 && took*10 > before*26 || took > 400*uint64(size)+64<<20 {
				t.Errorf("%s: %d bytes for a word of %d, %d for half of it", what, took, size, before)
			}
			before = took
			checkWords(t, b, d)
			if q := Report(d); q.Overfull > 0 {
				t.Errorf("%s: %d lines stick out", what, q.Overfull)
			}
		}
	}
}
