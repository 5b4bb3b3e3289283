package parse

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"storybind/internal/book"
	"storybind/internal/parse/build"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/passage"
	"storybind/internal/source"
)

// readBody reads a text without a header and without chapters.
func readBody(body string) *desk.Reading {
	src := source.New("story.txt", len(body), "utf-8", body)
	r := &desk.Reading{Src: src, Lines: passage.Scan(src), Book: &book.Book{}}
	r.Layout = breaksLines(r, 0, len(r.Lines))
	end := endMatter(r, 0, len(r.Lines))
	r.Book.Body = []*book.Section{{ID: "chapter-1", Blocks: build.Blocks(r, 0, end)}}
	return r
}

// onlyLetters are a text's letters and digits.
func onlyLetters(s string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			return c
		}
		return -1
	}, s)
}

// lost compares the letters of a text with those that were read, in order; it
// returns "" when they are the same, and else shows the first difference.
func lost(r *desk.Reading) string {
	type stretch struct {
		at   int
		text string
	}
	var all []stretch
	for _, s := range r.Book.SetAside {
		all = append(all, stretch{s.Span.Start, onlyLetters(s.Span.Raw())})
	}
	for _, s := range r.Book.Sections() {
		if len(s.Title) > 0 {
			all = append(all, stretch{s.Span.Start, onlyLetters(s.Heading)})
		}
		for _, b := range s.Blocks {
			var w strings.Builder
			book.Pieces(b, func(t string) { w.WriteString(t) })
			if sb, ok := b.(*book.SceneBreak); ok {
				w.WriteString(sb.Mark)
			}
			all = append(all, stretch{b.Where().Start, onlyLetters(w.String())})
		}
	}
	slices.SortStableFunc(all, func(a, b stretch) int { return a.at - b.at })
	// A block that has a tag or a caption's word set aside inside it is not in order;
	// then only the letters as such are compared.
	var got strings.Builder
	for _, s := range all {
		got.WriteString(s.text)
	}
	want := onlyLetters(r.Src.Body)
	if got.String() == want {
		return ""
	}
	a, b := []rune(want), []rune(got.String())
	slices.Sort(a)
	slices.Sort(b)
	if len(r.Book.SetAside) > 0 && slices.Equal(a, b) {
		return ""
	}
	i := 0
	for i < len(want) && i < got.Len() && want[i] == got.String()[i] {
		i++
	}
	return fmt.Sprintf("letters differ at %d: story %.60q, book %.60q", i, want[i:], got.String()[i:])
}

// FuzzBlocks holds that reading never fails, keeps every letter in its order or
// sets it aside, and gives each block a place in the story.
func FuzzBlocks(f *testing.F) {
	for _, s := range []string{
		"It was late.\n\n* * *\n\nThe end.\n", "_a *b_ c* __d__ ***e*** <i>f</i> [b]g", "   One.\n   Two and\nthree.\n", "Dear Tom,\n\nCome.\n\nYours,\nMara\n",
		"<a> hi\n<b> ho\n* a waves\n", "A: b\n\nC: d\n\nA: e\n", "word[1] and word*\n\n[1] Note.\n\n* Star.\n", "[Illustration: x\n\ny]\n", "> quoted\n> lines\n>\n> more\n",
		"     la la\n     lo lo\n        la\n", "a-\nb well-\nknown\n", "| a | b |\n| c | d |\n", "Title\n=====\ntext\n", "S\nP\nO\nI\nL\nE\nR\n", "x\n\n1\n\ny\n\n2\n\nz\n\n3\n\nw\n",
		"text\n\nA/N: note\n\n-- \nme\n", "1. one\n2. two\n", "　彼は\n　「そうか」\n", "--\n", "a\n\n\n\nb.\n\nc.\n\n\n\nd.\n", "line one\n\nline two goes\n\non and on here\n", "0\n0@0@0\n0@0", "0\n#\n#0#0#\n0",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, body string) {
		if !clean(body) {
			t.Skip("decode never hands such a text on")
		}
		r := readBody(body)
		if why := lost(r); why != "" {
			t.Fatalf("%s\n%q", why, body)
		}
		for _, s := range r.Book.Sections() {
			for b := range book.Blocks(s.Blocks) {
				if at := b.Where(); at.IsZero() || at.Start < 0 || at.End > len(body) || at.Start > at.End {
					t.Fatalf("a %s stands nowhere: %v", b.Kind(), at)
				}
			}
		}
	})
}

// clean reports whether a text is as decode hands it over.
func clean(s string) bool {
	if !strings.Contains(strings.ToValidUTF8(s, "\x00"), "\x00") {
		for _, c := range s {
			if unicode.IsControl(c) && c != '\n' && c != '\t' {
				return false
			}
		}
		return true
	}
	return false
}

// inventedNovel is an invented text of at least n bytes: wrapped paragraphs with speech,
// emphasis and scene breaks.
func inventedNovel(n int) string {
	var b bytes.Buffer
	sentences := []string{
		"The keeper lit the lamp at six, as he had done on every evening since the war.", "\"Nothing,\" said Mara, and put the kettle on the stove.",
		"It was _not_ the boat that he had been waiting for, or so he told himself.", "The light came round again and showed them the grey water, far out, beyond the last of the buoys.",
		"She laughed.", "\"Have you counted them?\" he asked--twice--and did not wait for the answer.", "Nobody had seen the well-known lights of the harbour since the spring.",
	}
	k := 0
	for b.Len() < n {
		var line []byte
		for range 3 + k%5 {
			for _, w := range strings.Fields(sentences[k%len(sentences)]) {
				if len(line)+1+len(w) > 72 {
					b.Write(line)
					b.WriteByte('\n')
					line = line[:0]
				}
				if len(line) > 0 {
					line = append(line, ' ')
				}
				line = append(line, w...)
			}
			k++
		}
		b.Write(line)
		b.WriteString("\n\n")
		if k%40 == 0 {
			b.WriteString("* * *\n\n")
		}
	}
	return b.String()
}

// BenchmarkBlocks reads the body of a novel of 1 MB; BenchmarkCount is a plain
// look at the same bytes, for comparison.
func BenchmarkBlocks(b *testing.B) {
	text := inventedNovel(1 << 20)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		readBody(text)
	}
}

func BenchmarkCount(b *testing.B) {
	text := []byte(inventedNovel(1 << 20))
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		bytes.Count(text, []byte("z"))
	}
}

// BenchmarkHard reads texts that are hard to read in linear time.
func BenchmarkHard(b *testing.B) {
	for name, unit := range map[string]string{
		"one-line": "It was _late_ and /he/ waited. ", "unclosed": "_a *b /c ~d ", "nested": "_*/~", "brackets": "[", "stars": "*", "closers": "a_ b* c/ ", "rows": "a\n", "marks": "* * *\n\n", "blank": "\n",
		"greetings": "Dear Tom,\n\n", "voices": "A: b\n\n", "notes": "[1] a\n\n", "deep": "a\n      b\n", "quoted": "> a\n", "address": "a@b", "pictures": "[Illustration: x\n",
	} {
		for _, n := range []int{1 << 18, 1 << 20} {
			text := strings.Repeat(unit, n/len(unit))
			b.Run(fmt.Sprintf("%s/%dK", name, n>>10), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					readBody(text)
				}
			})
		}
	}
}

func repeatTo(unit string, n int) string { return strings.Repeat(unit, n/len(unit)) }
