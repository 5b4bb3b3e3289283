// Package parse reads a plain-text story into a book. It cannot fail: every
// text is some book, and every doubtful guess is a remark.
//
// One rule, one file. This file is the order of the rules.
package parse

import (
	"storybind/internal/book"
	"storybind/internal/diag"
	"storybind/internal/parse/build"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/opening"
	"storybind/internal/parse/passage"
	"storybind/internal/source"
)

// Options are the settings of parse.
type Options = desk.Options

// FieldNames are the names that fields of a header may have, in order.
func FieldNames() []string { return desk.FieldNames() }

// Story reads a story's text into a book: metadata from its header, sections,
// blocks and inlines, and the spans of everything set aside. Every letter and
// digit of the text is in the book's fields, headings (Label, Title and Subtitle
// together hold the letters of Heading) or blocks, or in Book.SetAside.
func Story(src *source.Text, o Options) (*book.Book, []diag.Diagnostic) {
	r := &desk.Reading{Src: src, Opts: o, Lines: passage.Scan(src), Book: &book.Book{}}
	readStory(r)
	return r.Book, r.Diags
}

// readStory reads the story.
func readStory(r *desk.Reading) {
	from, to := frame(r)
	build.Structure(r, from, to)
	opening.StressFields(r)
	build.PairNotes(r)
	noText(r, from)
	r.TellMuchAside()
	language(r)
	diag.Sort(r.Diags)
}

// frame reads all that stands round a story, and returns the lines of its text.
func frame(r *desk.Reading) (from, to int) {
	r.OverrideLines()
	from, to = boilerplate(r, 0, len(r.Lines))
	signatures(r, from, to)
	unquote(r, from, to)
	placeInWhole(r, from, to)
	counted := readCounts(r, from, to)
	typesetterNotes(r, from, to)
	spoilerSpace(r, from, to) // the header may stand below it
	to = headerBelow(r, from, to)
	from = opening.Header(r, from, min(counted, r.FirstSaid(from, to), firstMarked(r, from, to)))
	from = remarkInMessage(r, from, to)
	to = nameAtEnd(r, from, to)
	opening.NoAuthor(r)
	markdownHeads(r, from, to)
	r.Layout = breaksLines(r, from, to)
	return from, endMatter(r, from, to)
}

// Header reads only what stands above a story: quickly, to learn from its first
// lines whose and which part of what it is.
func Header(src *source.Text) *book.Metadata {
	r, from, to := aboveStory(src)
	opening.Header(r, from, to)
	return &r.Book.Meta
}

// aboveStory begins a reading that goes no further than the header.
func aboveStory(src *source.Text) (r *desk.Reading, from, to int) {
	r = &desk.Reading{Src: src, Lines: passage.Scan(src), Book: &book.Book{}}
	from, to = boilerplate(r, 0, len(r.Lines))
	signatures(r, from, to)
	unquote(r, from, to)
	spoilerSpace(r, from, to)
	return r, from, to
}
