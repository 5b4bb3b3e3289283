package convert

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"storybind/internal/decode"
	"storybind/internal/parse"
	"storybind/internal/typogrify"
)

// BenchmarkReading reads novels on one core, from bytes to a book with printed
// punctuation, beside a plain look at the same bytes.
func BenchmarkReading(b *testing.B) {
	for _, size := range []struct {
		name          string
		bytes         int
		printed, long bool
	}{
		{"15KB", 15_000, false, false}, {"100KB", 100_000, false, false}, {"1MB", 1_000_000, false, false}, {"1MB-printed", 1_000_000, true, false},
		{"10MB", 10_000_000, false, true}, {"60MB", 60_000_000, false, true},
	} {
		b.Run(size.name, func(b *testing.B) {
			if size.long && testing.Short() {
				b.Skip("takes long")
			}
			data := novel(size.bytes)
			if size.printed {
				data = []byte(printed.Replace(string(data)))
			}
			b.Run("count", func(b *testing.B) {
				b.SetBytes(int64(len(data)))
				for b.Loop() {
					bytes.Count(data, []byte{'z'})
				}
			})
			b.Run("read", func(b *testing.B) {
				b.SetBytes(int64(len(data)))
				b.ReportAllocs()
				for b.Loop() {
					readNovel(b, data)
				}
			})
		})
	}
}

func readNovel(t testing.TB, data []byte) {
	src, _, err := decode.Text("novel.txt", data, decode.Options{})
	if err != nil {
		t.Fatal(err)
	}
	book, _ := parse.Story(src, parse.Options{})
	typogrify.Apply(book, typogrify.Options{})
}

// printed puts quotes as books print them in the place of the typewriter's.
var printed = strings.NewReplacer(` "`, " “", "\n\"", "\n“", `"`, "”", "'", "’")

// A prose writes English that nobody would read, with the shape that novels have:
// common words are common, sentences and paragraphs are long and short, two in five
// paragraphs are speech. It writes the same text each time.
type prose struct {
	bytes.Buffer
	state uint32
	line  int // characters of the line being written
}

// upTo is a number of [0, n): the generator of Numerical Recipes, section 7.1.
func (p *prose) upTo(n int) int {
	p.state = p.state*1664525 + 1013904223
	return int(p.state>>8) * n >> 24
}

var (
	small  = strings.Fields("the the the the of and and to to a a in in that it was was his her he he she she with for as had had not at on but from they by were all him this which so or no one if there would could when been out up into what some then them about over only two how their before more now down after who where upon very again too just than other any never our my little own time")
	common = strings.Fields("said keeper harbour lamp door tower morning evening window table letter garden captain mother father brother sister answer question nothing something everyone looked turned walked waited listened remembered wondered thought knew felt stood laughed whispered carried opened closed followed wished minute shoulder kitchen village market ferry island winter summer bridge station lantern silence shadow quiet sudden bright heavy narrow wooden silver broken gentle distant foolish patient curious between against towards behind beneath because although perhaps already almost always forever together themselves understand understood o'clock half-open well-known grandmother conversation acquaintance extraordinary disappointment neighbourhood immediately unexpectedly Mara Tom Annie Mr. Mrs. Bennet London Lewis don't wouldn't couldn't it's keeper's")
)

func (p *prose) word() string {
	if p.upTo(100) < 55 {
		return small[p.upTo(len(small))]
	}
	return common[p.upTo(len(common))]
}

// put writes a word, on the next line where it has no room on this one; a compound
// may part at its hyphen.
func (p *prose) put(word string) {
	if i := strings.IndexByte(word, '-') + 1; i > 1 && i < len(word) && word[i] != '-' && p.line+1+len(word) > 70 && p.line+1+i <= 70 {
		p.put(word[:i])
		p.WriteByte('\n')
		p.line = 0
		word = word[i:]
	}
	if n := len([]rune(word)); p.line == 0 || p.line+1+n <= 70 {
		if p.line > 0 {
			p.WriteByte(' ')
			p.line++
		}
		p.line += n
	} else {
		p.WriteByte('\n')
		p.line = n
	}
	p.WriteString(word)
}

// sentence writes n words: before stands in front of the first, end behind the last.
func (p *prose) sentence(before string, n int, end string) {
	for i := range n {
		w := p.word()
		if i == 0 {
			w = before + strings.ToUpper(w[:1]) + w[1:]
		}
		switch chance := p.upTo(300); {
		case i == n-1:
			w = strings.TrimSuffix(w, ".") + end
		case chance < 21:
			w += ","
		case chance < 23:
			w += ";"
		case chance == 23:
			w += "--" + p.word()
		case chance == 24:
			w = "_" + w + "_"
		case chance == 25:
			w += "..."
		}
		p.put(w)
	}
}

var stops = [...]string{".", ".", ".", ".", ".", "!", "?", "..."}

func (p *prose) stop() string { return stops[p.upTo(len(stops))] }

func (p *prose) paragraph() {
	if p.upTo(5) < 2 {
		p.sentence(`"`, 3+p.upTo(9), `,"`)
		p.put("said")
		p.put([]string{"he", "she", "Tom", "Mara"}[p.upTo(4)] + ".")
		if p.upTo(2) == 0 {
			p.sentence(`"`, 4+p.upTo(20), p.stop()+`"`)
		}
	} else {
		for range 1 + p.upTo(6) {
			p.sentence("", 4+p.upTo(26), p.stop())
		}
	}
	p.WriteString("\n\n")
	p.line = 0
}

// novel makes a story of about size bytes: a header, and chapters of 25,000 bytes
// with a scene break here and there, wrapped at 70 columns.
func novel(size int) []byte {
	p := &prose{}
	p.WriteString("Title: The Long Winter of the Lamp\nAuthor: Ann Lee\nRating: PG\nSummary: A keeper waits for a ship.\n\n\n")
	for n := 1; p.Len() < size; n++ {
		fmt.Fprintf(p, "\n\nChapter %d\n\n\n", n)
		for end := min(size, p.Len()+25_000); p.Len() < end; {
			if p.paragraph(); p.upTo(60) == 0 && p.Len() < end-2000 {
				p.WriteString("* * *\n\n")
			}
		}
	}
	return p.Bytes()
}
