// Package book is the model of a finished story: what it says and in which
// order, never how it looks.
//
// parse makes a Book, typogrify and matter complete it, and after matter nobody
// changes it: writers only read. Nothing that can be derived is stored.
package book

import (
	"strings"
	"time"

	"storybind/internal/source"
)

// Untitled is what a story without a title is called wherever its title would stand.
const Untitled = "Untitled story"

// A Book is a finished story.
type Book struct {
	Meta     Metadata
	Front    []*Section // front matter, in reading order
	Body     []*Section // body matter: parts, or chapters
	Back     []*Section // back matter
	Images   []*Image   // the pictures that figures and the cover refer to
	SetAside []SetAside // stretches of the source that are not in the book, in source order

	Confidence int // how sure it is that the sections are the story's, in thousandths: the least of what was decided for and against a heading
}

// Metadata is what the book says about itself.
type Metadata struct {
	Title, Subtitle string
	TitleFrom       Origin        // where Title comes from
	TitleSort       string        // "Lighthouse, The"
	Filed           string        // what a library lists a story without a title as: its file's name; else ""
	Contributors    []Contributor // in the order they are credited
	Language        string        // BCP 47: "en", "pt-BR"
	Languages       []string      // the other languages of an anthology
	Identifier      string        // "urn:uuid:…" or "urn:isbn:…"; the same story keeps its identifier
	Publisher       string
	Source          string // where the story comes from: an address, an archive's name
	Description     string // from the summary; paragraphs parted by a blank line
	Rights          string
	Subjects        []string
	Series          string
	SeriesIndex     string    // "2", "2.5"
	Part, Parts     int       // "(2/3)": the story is one of several files; 0 when it does not say
	Published       string    // as given: "1925" or "1925-04-10"
	Modified        time.Time // handed in by the caller; no floor reads a clock
	Cover           *Image
	Progression     Direction
	Fields          []Field // the header's fields, in the order of the story

	TitleSure    int      // how sure the title is, in thousandths; 0 when nobody weighed it
	TitleBecause []string // what spoke most for it, in a few words
	AuthorsSure  int      // how sure the authors are
}

// Authors are the names of the contributors whose role is "aut", in order.
func (m *Metadata) Authors() []string {
	var names []string
	for _, c := range m.Contributors {
		if c.Role == "aut" {
			names = append(names, c.Name)
		}
	}
	return names
}

// An Origin says where a value was found; its string is what `inspect --json` prints.
type Origin string

const (
	FromNone     Origin = "none"     // the story has none
	FromHeader   Origin = "header"   // the story's own text
	FromFilename Origin = "filename" // the file's name, as a last resort
	FromSetting  Origin = "setting"  // a person said so
)

// A Contributor is a person credited for the book.
type Contributor struct {
	Name   string // "Ann Lee"
	FileAs string // "Lee, Ann"; may be empty
	Role   string // MARC relator code: "aut", "edt", "trl", "ill"
}

// A Field is one field of the story's header.
type Field struct {
	Name  string      // canonical name (package parse lists them): "rating", "notes", "other"
	Label string      // as written, without its separator: "Rated"; "" for a line without a label
	Value string      // lines joined by a space, paragraphs parted by a blank line ("\n\n")
	Text  [][]Inline  // the value's paragraphs where words in them are stressed; nil where Value says it all
	Span  source.Span // label and value
}

// Paragraphs are the paragraphs of a field's value.
func (f *Field) Paragraphs() [][]Inline {
	if f.Text != nil {
		return f.Text
	}
	var out [][]Inline
	for p := range strings.SplitSeq(f.Value, "\n\n") {
		if p = strings.TrimSpace(p); p != "" {
			out = append(out, []Inline{Text{Value: strings.ReplaceAll(p, "\n", " ")}})
		}
	}
	return out
}

// A Direction is the way pages follow each other (EPUB 3.3, page-progression-direction).
type Direction int

const (
	LeftToRight Direction = iota
	RightToLeft
)

// An Image is a picture's bytes.
type Image struct {
	ID, MediaType string // "image/png", "image/jpeg"
	Data          []byte
	Width, Height int // pixels
}

// SetAside names a stretch of the source that is left out of the book on
// purpose. Each kind of thing set aside is named in a remark as well.
type SetAside struct {
	Reason string // "mail header", "licence text", "repeated byline", "printed contents"
	Span   source.Span
}
