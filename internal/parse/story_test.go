package parse

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"storybind/internal/book"
	"storybind/internal/diag"
	"storybind/internal/parse/desk"
	"storybind/internal/source"
)

// read reads a story given as text.
func read(text string) (*book.Book, []diag.Diagnostic) {
	return Story(source.New("story.txt", len(text), "utf-8", text), desk.Options{})
}

// letterStream is a text's letters and digits, case folded; raised digits, with which notes
// are marked, as any others.
func letterStream(s string) string {
	return strings.Map(func(c rune) rune {
		if i := strings.IndexRune("⁰¹²³⁴⁵⁶⁷⁸⁹", c); i >= 0 {
			c = '0' + rune(utf8.RuneCountInString("⁰¹²³⁴⁵⁶⁷⁸⁹"[:i]))
		}
		if !unicode.IsLetter(c) && !unicode.IsDigit(c) {
			return -1
		}
		return unicode.ToLower(unicode.ToUpper(c))
	}, s)
}

// accounted compares a story's letters with those of the book made of it: what is
// not in a field, a heading or a block, in the order of the story, must have been
// set aside. It returns the two texts that differ, or "".
func accounted(src string, b *book.Book) (want, got string) {
	want, got = letters(src, b)
	if want == got {
		return "", ""
	}
	n := 0
	for n < len(want) && n < len(got) && want[n] == got[n] {
		n++
	}
	cut := func(s string) string { return strings.ToValidUTF8(s[max(0, n-20):min(len(s), n+60)], "") }
	return cut(want), cut(got)
}

// letters are those of a story that are not set aside, and those of its book.
func letters(src string, b *book.Book) (want, got string) {
	type piece struct {
		start int
		text  string
	}
	var pieces []piece
	var spans [][2]int
	for _, a := range b.SetAside {
		spans = append(spans, [2]int{a.Span.Start, a.Span.End})
	}
	slices.SortFunc(spans, func(a, b [2]int) int { return a[0] - b[0] })
	var rest strings.Builder
	at := 0
	for _, s := range spans {
		if s[0] > at {
			rest.WriteString(src[at:s[0]])
		}
		at = max(at, s[1])
	}
	rest.WriteString(src[at:])
	add := func(start source.Span, text string) {
		if !start.IsZero() {
			pieces = append(pieces, piece{start.Start, text})
		}
	}
	for _, f := range b.Meta.Fields {
		add(f.Span, f.Label+f.Value)
	}
	for _, s := range b.Sections() {
		if !headedAbove(b, s) {
			add(s.Span, s.Label+book.Plain(s.Title)+book.Plain(s.Subtitle))
		}
		for _, bl := range s.Blocks {
			var t strings.Builder
			if m, ok := bl.(*book.SceneBreak); ok {
				t.WriteString(m.Mark)
			}
			book.Pieces(bl, func(s string) { t.WriteString(s) })
			add(bl.Where(), t.String())
		}
	}
	slices.SortStableFunc(pieces, func(a, b piece) int { return a.start - b.start })
	var all strings.Builder
	for _, p := range pieces {
		all.WriteString(p.text)
	}
	return letterStream(rest.String()), letterStream(all.String())
}

// stories that exercise many rules at once, for the fuzzer to start from.
var seeds = []string{
	"The Lamp\nby Annie\n\nRated: PG\nSummary: A keeper waits.\n\n***\n\nChapter One\n\nIt was late.\n\n* * *\n\n\"Yes,\" he said.\n\nChapter Two: Snow\n\nIt snowed.\n\nTHE END\n\nFeedback: annie@mail.invalid\n",
	"Contents\n\nI. The Gate\nII. The Road\n\n\nI. The Gate\n\nText one.\n\nII. The Road\n\nText two.\n",
	"PART ONE\n\n\n1\n\nSnow\n\n\nText.\n\n2\n\nRain\n\n\nText.\n\nPART TWO\n\n3\n\nWind\n\n\nText.\n\nEPILOGUE\n\nText.\n",
	"The Lamp (1/2)\nby Annie\n\nText.\n\n[end part 1/2]\n\nThe Lamp (2/2)\nby Annie\nSee part 1 for the notes.\n\nText.\n",
	"~*~ Harbour ~*~\n\nText.\n\n\n~*~ Road ~*~\n\nText -oOo- text.\n\n-oOo-\n\nText.\n",
	"第一回 灯与海\n\n　　夜里。\n\n第二回 山\n\n　　早上。\n",
	"The Gate\n========\n\nText.\n\nThe Road\n--------\n\nText.\n",
	"Chapter 1\nChapter 2\nChapter 2\n\n\nChapter 9\n\nText.",
}

func FuzzStory(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(holds)
}

// FuzzSections puts the text between a header and a last paragraph, so that it is
// read as headings and text.
func FuzzSections(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	files, err := filepath.Glob("../../testdata/headings/*.txtar")
	if err != nil || len(files) == 0 {
		f.Fatalf("no stories found: %v", err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		_, text, _ := strings.Cut(string(data), "-- story.txt --\n")
		text, _, _ = strings.Cut(text, "-- want.headings --\n")
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		holds(t, "Title: The Lamp\nAuthor: Ann Lee\nRating: PG\n\n***\n\nIt was late in the year and it rained on the road.\n\n"+
			text+"\n\nIt rained still, and he slept in the tower for a while.\n")
	})
}

// headedAbove reports whether a section has its heading from the header, or from a
// message's header set aside, where its words stand: its span begins there.
func headedAbove(b *book.Book, s *book.Section) bool {
	for _, f := range b.Meta.Fields {
		if s.Span.Start >= f.Span.Start && s.Span.Start < f.Span.End {
			return true
		}
	}
	for _, a := range b.SetAside {
		if s.Span.Start == a.Span.Start && (a.Reason == desk.MailHeaderCut || a.Reason == "licence text") {
			return true
		}
	}
	return false
}

var boardTag = regexp.MustCompile(`\[/?[A-Za-z]{1,10}\]`)

// holds checks what is true of every story: its letters are in the book or set
// aside, in order; identifiers differ; label and title are the heading's letters.
func holds(t *testing.T, text string) {
	if !utf8.ValidString(text) || strings.ContainsFunc(text, func(c rune) bool { return c < ' ' && c != '\n' && c != '\t' }) {
		t.Skip("decode never hands such a text on")
	}
	b, ds := read(text)
	if want, got := accounted(text, b); want != got {
		t.Errorf("the book does not account for the story's letters:\nstory %q\nbook  %q", want, got)
	}
	ids := map[string]bool{}
	for _, s := range b.Sections() {
		if s.ID == "" || ids[s.ID] {
			t.Errorf("identifier %q is empty or used twice", s.ID)
		}
		ids[s.ID] = true
		bare := boardTag.ReplaceAllString(s.Heading, "") // a tag in a heading is no word
		if l := letterStream(s.Label + book.Plain(s.Title) + book.Plain(s.Subtitle)); l != letterStream(s.Heading) && l != letterStream(bare) {
			t.Errorf("heading %q became %q", s.Heading, l)
		}
	}
	for _, d := range ds {
		if !strings.HasPrefix(d.Code, "parse/") || d.Message == "" {
			t.Errorf("remark without code or message: %v", d)
		}
	}
}

// BenchmarkStory reads a novel of about 1 MB: hard-wrapped, 40 chapters, dialogue.
func BenchmarkStory(b *testing.B) {
	text := novel(1 << 20)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		read(text)
	}
}

// novel makes a hard-wrapped story of about size bytes.
func novel(size int) string {
	paragraphs := []string{
		"It was late in the year when the keeper came down from the tower, and the road\nto the harbour was white with frost; nobody had walked on it since the morning,\nand he did not mean to be the first.\n",
		"\"You could have sent word,\" said Mara. \"There is _always_ someone at the ferry,\nand the boy has nothing to do.\"\n",
		"\"I could have,\" he said.\n",
		"She laughed. It was not the answer that she had waited for--but it was an answer,\nand on most days he gave her none...\n",
		"He put the lamp on the table and looked at it for a while, as one looks at a dog\nthat has bitten; then he took the glass off, and wiped it, and put it on again.\n",
	}
	var t strings.Builder
	t.WriteString("THE LAMPLIGHTER\n\nby Annie Example\n\nRating: PG\nSummary: A keeper has to choose.\n\n\n")
	for n := 0; t.Len() < size; n++ {
		if n%(size/40/150+1) == 0 {
			fmt.Fprintf(&t, "\n\n\nChapter %d\n\n\n", n/(size/40/150+1)+1)
		}
		t.WriteString(paragraphs[(n*7+n/3)%len(paragraphs)])
		t.WriteByte('\n')
	}
	return t.String()
}
