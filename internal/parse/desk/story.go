package desk

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

// A Reading is one story on its way to a book. Rules work on ranges of lines
// [from, to), counted from 0.
type Reading struct {
	Src      *source.Text
	Opts     Options
	Lines    []passage.Line
	Layout   Layout
	Failed   int   // later headers that were none
	Known    known // what envelope and licence text said about the story
	Epigraph int   // the line behind an epigraph that stands between header and story; 0 when none does
	Book     *book.Book
	Diags    []diag.Diagnostic

	labels     labelMemo
	Learn      *Evidence   // what is measured of kinds, where it is wanted
	HeadLevels map[int]int // of the headings that the writer marked: how many marks

	// Used again by each passage.
	Rows   []Row
	Pieces []Piece
	Buf    []byte
}

// Remark adds a remark on lines [from, to).
func (r *Reading) Remark(code string, severity diag.Severity, from, to int, message, hint string) {
	r.Diags = append(r.Diags, diag.Diagnostic{Code: "parse/" + code, Severity: severity, Span: r.Span(from, to), Message: message, Hint: hint})
}

// SetAside leaves lines [from, to) out of the book.
func (r *Reading) SetAside(reason string, from, to int) {
	r.Book.SetAside = append(r.Book.SetAside, book.SetAside{Reason: reason, Span: r.Span(from, to)})
}

// Span names lines [from, to), without the last one's end.
func (r *Reading) Span(from, to int) source.Span {
	return r.Src.LineSpan(from, max(from, to-1))
}
