// Package verify proves from the files alone that a story's words are in a book,
// whoever made it. It knows nothing of what was decided when the book was made: it
// reads the finished EPUB or PDF with readers of its own, and looks for every word of the
// story, in order. What is not there is named with its line.
//
// A book may carry a list of what it sets aside, and why (see Carried). A book without
// one is judged by its pages alone.
package verify

import (
	"context"
	"fmt"

	"storybind/internal/decode"
	"storybind/internal/diag"
	"storybind/internal/source"
)

// A Report says what became of a story's words in a book. Its JSON is a public interface.
type Report struct {
	Schema   int       `json:"schema"`
	Story    []string  `json:"story"` // its files
	Book     string    `json:"book"`
	Words    Counts    `json:"words"`
	Lost     []Stretch `json:"lost"`      // neither in the book nor set aside
	Moved    []Stretch `json:"moved"`     // in the book, but in another place
	SetAside []Stretch `json:"set_aside"` // not on a page, for the reason that the book gives
	Packed   []Stretch `json:"packed"`    // what the story's file holds besides text, as it was read
}

// Counts add up: Source = Book + Header + Notes + Metadata + Moved + SetAside + Lost.
type Counts struct {
	Source   int `json:"source"`   // in the story; a word is a run of letters and digits
	Book     int `json:"book"`     // on the book's pages, in order
	Header   int `json:"header"`   // of header, front and back matter, where the book has put them
	Notes    int `json:"notes"`    // in the book's notes, which stand in places of their own
	Metadata int `json:"metadata"` // in what the book says about itself, but on no page
	Moved    int `json:"moved"`
	SetAside int `json:"set_aside"`
	Lost     int `json:"lost"`
}

// A Stretch is words of the story that follow each other.
type Stretch struct {
	File   string `json:"file"`
	Line   int    `json:"line"` // the file's, counted from 1
	Words  int    `json:"words"`
	Text   string `json:"text"`             // its first words
	Reason string `json:"reason,omitempty"` // why it is set aside, or where it was moved to
}

// A Story is a file of a story.
type Story struct {
	Name string
	Data []byte
}

// Whole reports whether every word is in the book, in order, or set aside for a reason.
func (r *Report) Whole() bool { return r.Words.Lost+r.Words.Moved == 0 }

// Check looks for the words of a story in a book. The errors are that a file cannot be
// read as what its name or its first bytes say it is, or that ctx ended.
func Check(ctx context.Context, stories []Story, encoding, name string, file []byte) (Report, error) {
	r := Report{Schema: 1, Book: name, Lost: []Stretch{}, Moved: []Stretch{}, SetAside: []Stretch{}, Packed: []Stretch{}}
	var texts []*source.Text
	for _, s := range stories {
		text, ds, err := decode.Text(s.Name, s.Data, decode.Options{Encoding: encoding})
		if err != nil {
			return r, fmt.Errorf("%s: %w", s.Name, err)
		}
		r.Story = append(r.Story, s.Name)
		r.packed(ds)
		texts = append(texts, text)
	}
	book, err := Open(ctx, name, file)
	if err != nil {
		return r, fmt.Errorf("%s: %w", name, err)
	}
	texts = book.order(texts)
	c := newComparison(texts, book)
	if err := c.run(ctx); err != nil {
		return r, err
	}
	c.report(&r)
	return r, nil
}

// packed notes what decode has left out of a file.
func (r *Report) packed(ds []diag.Diagnostic) {
	for _, d := range ds {
		if d.Code == "decode/attachment" {
			r.Packed = append(r.Packed, Stretch{File: d.Span.Name(), Line: d.Span.Line(), Text: d.Message})
		}
	}
}
