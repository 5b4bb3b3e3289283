// Package parse reads a plain-text story into a book. It cannot fail: every
// text is some book, and every doubtful guess is a remark.
//
// One rule, one file. This file is the order of the rules.
package parse

import (
	"github.com/spf13/pflag"

	"storybind/internal/book"
	"storybind/internal/diag"
	"storybind/internal/parse/passage"
	"storybind/internal/source"
)

// Options are the settings of parse.
type Options struct {
	Title               string
	Authors             []string
	Language            string
	Series, SeriesIndex string
	Fields              fieldValues // header fields that replace those of the story
	Drop                lineRanges  // lines to leave out
	Keep                lineRanges  // lines that stay as they stand
	Headings            lineRanges  // lines that head chapters
	NoHeadings          lineRanges  // lines that head none
	Chapters            pattern     // what a line that heads a chapter looks like
	SceneBreaks         breakMarks  // lines that are scene breaks
	NoContact           bool        // leave e-mail addresses out
}

// Flags declares the settings on fs.
func (o *Options) Flags(fs *pflag.FlagSet) {
	fs.StringVar(&o.Title, "title", o.Title, "give the book this `title`")
	fs.StringArrayVar(&o.Authors, "author", o.Authors, "give the book this author, by `name`; repeat for several")
	fs.Var((*spokenLanguage)(&o.Language), "language", "language of the story as a BCP 47 `tag`, for example en-GB (default: the text decides)")
	fs.StringVar(&o.Series, "series", o.Series, "the `name` of the series that the story belongs to")
	fs.Var((*seriesPlace)(&o.SeriesIndex), "series-index", "the story's `number` in its series")
	fs.Var(&o.Fields, "set", "give a field of the header, for example rating=PG, or take it out (rating=); repeat for several")
	fs.Var(&o.Chapters, "chapter-pattern", "the lines that match this `regexp`, and no others, head chapters; for example '^(Chapter|Part) '")
	fs.Var(&o.Headings, "heading-lines", "these `lines` of the story head chapters, for example 12; repeat for several")
	fs.Var(&o.NoHeadings, "no-heading-lines", "these `lines` of the story head nothing; repeat for several")
	fs.Var(&o.SceneBreaks, "scene-break", "a line that holds only this `mark` is a scene break; repeat for several")
	fs.Var(&o.Keep, "keep-lines", "keep these `lines` of the story as they stand: not joined, no headings, no scene breaks; repeat for several")
	fs.BoolVar(&o.NoContact, "no-contact", o.NoContact, "leave e-mail addresses out of the book")
	fs.Var(&o.Drop, "drop-lines", "leave these lines of the story out of the book, for example 12 or 12-15; repeat for several")
}

// ForLaterFile are the options for the second and later files of a story: settings
// that speak of lines count those of the first.
func (o Options) ForLaterFile() Options {
	o.Drop, o.Keep, o.Headings, o.NoHeadings = nil, nil, nil, nil
	return o
}

// Story reads a story's text into a book: metadata from its header, sections,
// blocks and inlines, and the spans of everything set aside. Every letter and
// digit of the text is in the book's fields, headings (Label, Title and Subtitle
// together hold the letters of Heading) or blocks, or in Book.SetAside.
func Story(src *source.Text, o Options) (*book.Book, []diag.Diagnostic) {
	r := &reading{src: src, opts: o, lines: passage.Scan(src), book: &book.Book{}}
	r.read()
	return r.book, r.diags
}

// read reads the story.
func (r *reading) read() {
	from, to := r.frame()
	r.structure(from, to)
	r.stressFields()
	r.pairNotes()
	r.noText(from)
	r.tellMuchAside()
	r.language()
	diag.Sort(r.diags)
}

// frame reads all that stands round a story, and returns the lines of its text.
func (r *reading) frame() (from, to int) {
	r.overrideLines()
	from, to = r.boilerplate(0, len(r.lines))
	r.signatures(from, to)
	r.unquote(from, to)
	r.typesetterNotes(from, to)
	r.spoilerSpace(from, to) // the header may stand below it
	to = r.headerBelow(from, to)
	from = r.header(from, min(r.firstSaid(from, to), r.firstMarked(from, to)))
	from = r.remarkInMessage(from, to)
	to = r.nameAtEnd(from, to)
	r.noAuthor()
	r.markdownHeads(from, to)
	r.layout = r.breaksLines(from, to)
	return from, r.endMatter(from, to)
}

// Header reads only what stands above a story: quickly, to learn from its first
// lines whose and which part of what it is.
func Header(src *source.Text) *book.Metadata {
	r, from, to := aboveStory(src)
	r.header(from, to)
	return &r.book.Meta
}

// aboveStory begins a reading that goes no further than the header.
func aboveStory(src *source.Text) (r *reading, from, to int) {
	r = &reading{src: src, lines: passage.Scan(src), book: &book.Book{}}
	from, to = r.boilerplate(0, len(r.lines))
	r.signatures(from, to)
	r.unquote(from, to)
	r.spoilerSpace(from, to)
	return r, from, to
}

// A reading is one story on its way to a book. Rules work on ranges of lines
// [from, to), counted from 0.
type reading struct {
	src      *source.Text
	opts     Options
	lines    []passage.Line
	layout   layout
	failed   int   // later headers that were none
	known    known // what envelope and licence text said about the story
	epigraph int   // the line behind an epigraph that stands between header and story; 0 when none does
	book     *book.Book
	diags    []diag.Diagnostic

	labels     labelMemo
	learn      *Evidence   // what is measured of kinds, where it is wanted
	headLevels map[int]int // of the headings that the writer marked: how many marks

	// Used again by each passage.
	rows   []row
	pieces []piece
	buf    []byte
}

// remark adds a remark on lines [from, to).
func (r *reading) remark(code string, severity diag.Severity, from, to int, message, hint string) {
	r.diags = append(r.diags, diag.Diagnostic{Code: "parse/" + code, Severity: severity, Span: r.span(from, to), Message: message, Hint: hint})
}

// setAside leaves lines [from, to) out of the book.
func (r *reading) setAside(reason string, from, to int) {
	r.book.SetAside = append(r.book.SetAside, book.SetAside{Reason: reason, Span: r.span(from, to)})
}

// span names lines [from, to), without the last one's end.
func (r *reading) span(from, to int) source.Span {
	return r.src.LineSpan(from, max(from, to-1))
}
