package convert

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"sort"
	"strings"

	"storybind/internal/book"
)

// The types below are what `inspect --json` prints: a public interface that
// other programs read. Fields may be added; none changes its meaning while
// Schema stays. Schema 2 added confidence and because, and took nothing away.

// An Inspection is everything that was understood of a story.
type Inspection struct {
	Schema      int                `json:"schema"`
	Source      InspectedSource    `json:"source"`
	Metadata    InspectedMetadata  `json:"metadata"`
	Sections    []InspectedSection `json:"sections"`
	Words       Words              `json:"words"`
	Confidence  float64            `json:"confidence"` // the least of title, authors and sections
	Diagnostics []InspectedRemark  `json:"diagnostics"`
}

// InspectedSource is the story's file.
type InspectedSource struct {
	Name     string `json:"name"`
	Bytes    int    `json:"bytes"`
	Lines    int    `json:"lines"`
	Encoding string `json:"encoding"`
}

// InspectedMetadata is what the book says about itself.
type InspectedMetadata struct {
	Title     string           `json:"title"`
	TitleFrom book.Origin      `json:"title_from"`
	Authors   []string         `json:"authors"`
	Language  string           `json:"language"`
	Series    InspectedSeries  `json:"series"`
	Fields    []InspectedField `json:"fields"`

	TitleConfidence   float64   `json:"title_confidence"`   // 0 to 1; 0 when there is none
	TitleBecause      []string  `json:"title_because"`      // up to three short reasons
	AuthorsConfidence []float64 `json:"authors_confidence"` // of each author
}

// InspectedSeries is the series that the story belongs to.
type InspectedSeries struct {
	Name  string `json:"name"`
	Index string `json:"index"`
}

// InspectedField is one field of the header.
type InspectedField struct {
	Name  string `json:"name"`
	Label string `json:"label"`
	Value string `json:"value"`
	Line  int    `json:"line"`
}

// InspectedSection is one section read from the story.
type InspectedSection struct {
	Region      string           `json:"region"`
	Role        book.Role        `json:"role"`
	Level       int              `json:"level"`
	Heading     string           `json:"heading"`
	Label       string           `json:"label"`
	Title       string           `json:"title"`
	Line        int              `json:"line"`
	Words       int              `json:"words"`
	SceneBreaks int              `json:"scene_breaks"`
	Confidence  float64          `json:"confidence"` // 0 to 1; of a section without a heading that of the story's sections
	Because     []string         `json:"because"`    // at most three; empty without a heading
	Blocks      []InspectedBlock `json:"blocks,omitempty"`

	opening string // the first paragraph
}

// InspectedBlock is one block of a section. A letter is given as its own lines,
// the blocks inside it, and its own lines again.
type InspectedBlock struct {
	Kind     string   `json:"kind"`
	Line     int      `json:"line"`
	Text     string   `json:"text"`
	Emphasis []string `json:"emphasis,omitempty"`
}

// InspectedRemark is one remark.
type InspectedRemark struct {
	Code     string `json:"code"`
	Severity string `json:"severity"`
	Line     int    `json:"line"`
	Column   int    `json:"column"`
	Message  string `json:"message"`
	Hint     string `json:"hint"`
}

// Metadata is what the book says about itself.
func (r *Result) Metadata() InspectedMetadata {
	m := &r.book.Meta
	out := InspectedMetadata{m.Title, m.TitleFrom, append([]string{}, m.Authors()...), m.Language,
		InspectedSeries{m.Series, m.SeriesIndex}, []InspectedField{}, confidence(m.TitleSure), append([]string{}, m.TitleBecause...), []float64{}}
	for range out.Authors {
		out.AuthorsConfidence = append(out.AuthorsConfidence, confidence(m.AuthorsSure))
	}
	if m.TitleFrom == book.FromNone {
		out.Title = ""
	}
	for _, f := range m.Fields {
		out.Fields = append(out.Fields, InspectedField{f.Name, f.Label, f.Value, f.Span.Line()})
	}
	return out
}

// confidence is the least of what is said of title, authors and sections. What nobody
// weighed, because a person or the file's name said it, does not count.
func (r *Result) confidence() float64 {
	least := r.book.Confidence
	for _, sure := range [...]int{r.book.Meta.TitleSure, r.book.Meta.AuthorsSure} {
		if sure > 0 {
			least = min(least, sure)
		}
	}
	return confidence(least)
}

// confidence is thousandths as a number between 0 and 1.
func confidence(thousandths int) float64 { return float64(thousandths) / 1000 }

// Inspection gathers what was understood; blocks says whether every block is wanted.
func (r *Result) Inspection(blocks bool) Inspection {
	out := Inspection{
		Schema:   2,
		Source:   InspectedSource{r.sources[0].Name, r.sources[0].Size, r.sources[0].Lines(), r.sources[0].Encoding},
		Metadata: r.Metadata(), Sections: []InspectedSection{}, Words: r.Words, Confidence: r.confidence(), Diagnostics: []InspectedRemark{},
	}
	for at, s := range r.book.Regions() {
		if s.Span.IsZero() { // a page that matter added
			continue
		}
		is := InspectedSection{Region: at.Region, Role: s.Role, Level: at.Level, Heading: s.Heading,
			Label: s.Label, Title: book.Named(s.Title), Line: s.Span.Line(), Confidence: float64(s.Confidence) / 1000, Because: append([]string{}, s.Because...)}
		if s.Confidence == 0 {
			is.Confidence = float64(r.book.Confidence) / 1000
		}
		book.SectionPieces(s, func(t string) { is.Words += countWords(t) })
		for b := range book.Blocks(s.Blocks) {
			switch b := b.(type) {
			case *book.SceneBreak:
				is.SceneBreaks++
			case *book.Paragraph:
				if is.opening == "" && s.Heading == "" {
					is.opening = book.Plain(b.Inlines)
				}
			}
		}
		for _, b := range s.Blocks {
			if blocks {
				is.Blocks = inspectBlock(is.Blocks, b)
			}
		}
		if at.Region == book.BackMatter && s.Role == book.Notes { // what the author says after the story is not its text
			for i := range is.Blocks {
				if is.Blocks[i].Kind == "paragraph" {
					is.Blocks[i].Kind = "note"
				}
			}
		}
		out.Sections = append(out.Sections, is)
	}
	for _, d := range r.Diagnostics {
		out.Diagnostics = append(out.Diagnostics, InspectedRemark{d.Code, d.Severity.String(), d.Span.Line(), d.Span.Column(), d.Message, d.Hint})
	}
	return out
}

// SourceLine is line n of the story's first file, counted from 1, as it was
// decoded; "" when there is none.
func (r *Result) SourceLine(n int) string {
	src := r.sources[0]
	at := sort.Search(src.Lines(), func(i int) bool { return src.FileLine(i) >= n-1 })
	if at == src.Lines() || src.FileLine(at) != n-1 {
		return ""
	}
	return src.Line(at)
}

func inspectBlock(out []InspectedBlock, b book.Block) []InspectedBlock {
	line := b.Where().Line()
	if l, ok := b.(*book.Letter); ok {
		lines := func(ls []book.Line) {
			if len(ls) > 0 {
				out = append(out, inspected("letter", line, &book.Inscription{Lines: ls}))
			}
		}
		lines(l.Opening)
		for _, b := range l.Blocks {
			out = inspectBlock(out, b)
		}
		lines(l.Closing)
		return out
	}
	return append(out, inspected(b.Kind(), line, b))
}

func inspected(kind string, line int, b book.Block) InspectedBlock {
	var lines, emphasis []string
	book.Pieces(b, func(t string) { lines = append(lines, t) })
	if sb, ok := b.(*book.SceneBreak); ok {
		lines = []string{sb.Mark}
	}
	for b := range book.Blocks([]book.Block{b}) {
		book.EachLine(b, func(ins []book.Inline) { emphasis = append(emphasis, book.Emphasised(ins)...) })
	}
	return InspectedBlock{kind, line, strings.Join(lines, "\n"), emphasis}
}

// WriteJSON prints the inspection as JSON.
func (r *Result) WriteJSON(w io.Writer, blocks bool) error {
	var buf bytes.Buffer
	e := json.NewEncoder(&buf)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(r.Inspection(blocks)); err != nil {
		return err
	}
	_, err := w.Write(buf.Bytes())
	return err
}

// WriteText prints the inspection for people, with every block if blocks, and how sure
// each heading is and what spoke for it if why; remarks are left to the caller.
func (r *Result) WriteText(w io.Writer, blocks, why bool) error {
	in := r.Inspection(blocks)
	var b bytes.Buffer
	row := func(label, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%-12s %s\n", label, value)
		}
	}
	row("title", cmp.Or(in.Metadata.Title, book.Untitled)+map[book.Origin]string{book.FromNone: "  (the story names no title)", book.FromFilename: "  (from the file's name)", book.FromSetting: "  (from a setting)"}[in.Metadata.TitleFrom])
	row("author", strings.Join(in.Metadata.Authors, "; "))
	row("language", in.Metadata.Language)
	row("series", strings.TrimSpace(in.Metadata.Series.Name+" "+in.Metadata.Series.Index))
	row("encoding", in.Source.Encoding)
	row("words", fmt.Sprintf("%d in the story: %d in the book, %d set aside (read, but not printed), %d lost", r.Words.Source, r.Words.Book, r.Words.SetAside, r.Words.Lost()))
	if len(in.Metadata.Fields) > 0 {
		fmt.Fprintf(&b, "\nheader\n")
		for _, f := range in.Metadata.Fields {
			name := f.Name
			if f.Label != "" && !strings.EqualFold(f.Label, f.Name) {
				name += " (" + f.Label + ")"
			}
			fmt.Fprintf(&b, "%6d  %-22s %s\n", f.Line, name, shorten(f.Value, 90))
		}
	}
	fmt.Fprintf(&b, "\nsections\n")
	for _, s := range in.Sections {
		heading := s.Heading
		if heading == "" {
			heading = strings.TrimRight("(no heading) "+shorten(s.opening, 40), " ")
		}
		breaks := ""
		if s.SceneBreaks > 0 {
			breaks = fmt.Sprintf(", %d scene %s", s.SceneBreaks, plural(s.SceneBreaks, "break"))
		}
		fmt.Fprintf(&b, "%6d  %s%s: %s  [%d %s%s]\n", s.Line, strings.Repeat("  ", s.Level-1), s.Role, shorten(heading, 70), s.Words, plural(s.Words, "word"), breaks)
		if why && s.Heading != "" {
			fmt.Fprintf(&b, "%8s%s%3.0f %%: %s\n", "", strings.Repeat("  ", s.Level-1), 100*s.Confidence, strings.Join(s.Because, ", "))
		}
		if blocks {
			for _, bl := range s.Blocks {
				fmt.Fprintf(&b, "%6d    %-12s %s\n", bl.Line, bl.Kind, shorten(bl.Text, 90))
			}
		}
	}
	_, err := w.Write(b.Bytes())
	return err
}

func plural(n int, word string) string {
	if n == 1 {
		return word
	}
	return word + "s"
}

// shorten cuts a text to at most n characters for one line of output.
func shorten(s string, n int) string {
	if most := 4 * n; len(s) > most { // a paragraph may be as long as the story
		s = strings.ToValidUTF8(s[:most], "")
	}
	s = strings.ReplaceAll(s, "\n", " / ")
	if r := []rune(s); len(r) > n {
		return string(r[:n-1]) + "…"
	}
	return s
}
