package verify

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"storybind/internal/source"
)

// A Book is a finished book's text.
type Book struct {
	Pages    []Page
	Notes    string   // text of notes that stand apart
	Metadata string   // what the book says about itself
	Carried  *Carried // what it says it sets aside; nil when it says nothing
}

// A Page is one stretch of a book: a document of an EPUB, a page of a PDF.
type Page struct{ Name, Text string }

// Carried is the list that a book carries of what it was made from and what it sets
// aside, and why: META-INF/storybind.json in an EPUB, /PieceInfo in a PDF's catalog.
type Carried struct {
	Sources  []string `json:"sources"` // the story's files, in order
	SetAside []Aside  `json:"set_aside"`
	Fields   []Aside  `json:"fields"` // of the header, with their labels
	Placed   []Aside  `json:"placed"` // front and back matter, which stands where books have it
}

// An Aside is a stretch that is set aside: lines and columns, counted in characters from
// 1; To is the place behind it.
type Aside struct {
	File   int    `json:"file,omitempty"` // which of the sources
	From   [2]int `json:"from"`
	To     [2]int `json:"to"`
	Reason string `json:"reason"`
	Label  string `json:"label"`
}

var errKind = errors.New("this is neither an EPUB nor a PDF; those are what verify reads")

// Open reads a book; its first bytes say what it is.
func Open(ctx context.Context, name string, file []byte) (*Book, error) {
	switch {
	case bytes.HasPrefix(file, []byte("PK")):
		return openEPUB(ctx, file)
	case bytes.HasPrefix(bytes.TrimLeft(file[:min(len(file), 1024)], " \r\n\t\xEF\xBB\xBF"), []byte("%PDF-")):
		return openPDF(ctx, file)
	}
	return nil, errKind
}

// carried reads the list; what is no list is none.
func carried(data []byte) *Carried {
	c := new(Carried)
	if json.Unmarshal(data, c) != nil {
		return nil
	}
	return c
}

// order puts a story's files in the order in which the book has them.
func (b *Book) order(texts []*source.Text) []*source.Text {
	if b.Carried == nil || len(texts) < 2 {
		return texts
	}
	out := slices.Clone(texts)
	slices.SortStableFunc(out, func(x, y *source.Text) int {
		return slices.Index(b.Carried.Sources, baseName(x.Name)) - slices.Index(b.Carried.Sources, baseName(y.Name))
	})
	return out
}

func baseName(name string) string { return name[strings.LastIndexAny(name, `/\`)+1:] }
