package desk

import (
	"storybind/internal/book"
	"storybind/internal/source"
)

// A Head is what one header says: the fields in the order of the story, and what
// follows from them for the book.
type Head struct {
	Title     string // cleaned: without quotes, decoration and part number
	Subtitle  string
	Credits   []book.Contributor
	Series    string
	Index     string // the story's place in the series: "2", "2.5"
	Published string // as written
	Language  string // BCP 47; "" when the header does not say
	Rights    string
	Part, Of  int // "(2/3)": 2 and 3; 0 when the header does not say
	Fields    []book.Field
	Aside     []Aside // rules, repeated titles
	Guesses   []Guess
	Tags      []source.Span // tags of web pages among the words

	TitleSure    int      // thousandths
	TitleBecause []string // what spoke most for the title
	AuthorsSure  int
}

// An Aside is a stretch of lines [from, to) that the book leaves out.
type Aside struct {
	Reason   string
	From, To int
}

// A Guess is a doubtful decision about lines [from, to).
type Guess struct {
	Code          string
	From, To      int
	Message, Hint string
}

// Authors are the names credited as authors.
func (h *Head) Authors() []string {
	m := book.Metadata{Contributors: h.Credits}
	return m.Authors()
}

// RepeatedTitle is the reason of an aside that says what the header has said.
const RepeatedTitle = "repeated title"

// Quoted is s between quotation marks, as remarks print what a story says.
func Quoted(s string) string { return "\"" + s + "\"" }

// known is what the story's wrapping said before the header was read: an
// envelope, a licence text.
type known struct {
	Title, Subtitle string
	Credits         []book.Contributor
	Published       string
	Language        string
	Part, Of        int   // "(2/3)" in a subject
	Below           *Head // the header that stands below the story's end
	Enveloped       bool  // the story came in a message
	Digest          bool  // the file is a mailing list's digest, a row of messages
	Firm            bool  // a catalogue said it (Project Gutenberg): it overrules the title page
}
