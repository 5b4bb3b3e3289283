// Package typeset breaks a book into lines and pages.
//
// It knows no file format: its [Document] says where every glyph stands, and a
// writer draws it. All measures are integers, so the same book is the same
// pages on every processor.
//
// A story goes through it in this order: style.go and geometry.go say what the
// page is; flatten.go, token.go (with opportunity.go) and piece.go cut a paragraph into shaped pieces;
// hyphenate.go divides words; linebreak.go chooses where lines end (optimum.go is the search) and setline.go
// places their glyphs (flex.go says how far spaces and letters give); block.go and
// a file for each kind of block make rows of them; pagebreak.go, notefoot.go and
// looseness.go choose where pages end; pager.go, heads.go and contents.go put the
// book together. report.go measures the result.
package typeset

import (
	"storybind/internal/book"
	"storybind/internal/face"
)

// A Length is thousandths of a PostScript point (1/72 000 inch).
type Length int32

// Point is one PostScript point.
const Point Length = 1000

// A Document is a book as pages.
type Document struct {
	Faces   []*face.Face // every face used; runs name them by index
	Pages   []*Page
	Outline []OutlineEntry // the contents as a reader's side bar shows it, in reading order

	Trimmed bool // the page is what the printer trims to
	Sheets  bool // pages are sides of sheets with two pages each, see booklet.go

	Bleed Length // of a page that is trimmed: how much is cut off on each side
	Wrap  bool   // the pages are no book, but what goes around one

	geo *geometry // for the report
}

// An OutlineEntry is one line of the outline.
type OutlineEntry struct {
	Title string // "Chapter One: The Gate"
	Level int    // 1 is outermost
	Page  int    // index into Pages
	Y     Length // where the heading's first line begins, from the page's top
}

// A Page is one side of a leaf. The origin is its top left corner, y grows downwards.
type Page struct {
	Width, Height Length
	Label         string // the folio as counted, printed or not: "iv", "12"
	Lines         []*Line
	Links         []Link
	Rules         []Rule
	Pictures      []Picture
}

// A Line is one line of type, in the order of reading.
type Line struct {
	Kind    LineKind
	Section *book.Section // the section it belongs to; nil for artifacts
	Block   book.Block    // the block it is part of; nil for headings and artifacts
	Y       Length        // the baseline
	Runs    []Run

	page   int32 // of a sheet: the page it is on
	at, of int32 // which line of how many of its paragraph it is; for the report
	foot   bool  // of a note at the page's foot
}

// A LineKind says what a line is for, so that a writer can mark it.
type LineKind int

const (
	BodyLine     LineKind = iota // a line of a block
	LabelLine                    // a section's label
	TitleLine                    // a section's title
	SubtitleLine                 // a section's subtitle
	Ornament                     // the printed mark of a scene break; no text of the book
	RunningHead                  // artifact: not text of the book
	Folio                        // artifact
	ContentsLine                 // an entry of the contents page; not text of the book
)

// A Run is glyphs of one face and size on one line, with its own absolute place,
// so rounding cannot add up along a line.
type Run struct {
	Face   int    // index into Document.Faces
	Size   Length // type size
	X      Length // left edge of the first glyph's origin
	Raise  Length // baseline shift upwards (superior figures)
	Grey   uint8  // 0 is black, 255 white
	Wider  int32  // thousandths by which everything in it is wider than its advances say; less than 0: narrower
	Track  int32  // letter-spacing after nearly every glyph, thousandths of an em; the advances have it in them
	Glyphs []Glyph
	track  int16 // how much of Track is the font's own
	at     int   // where its text begins in the paragraph

	Stress      Stress
	RightToLeft bool   // its glyphs stand in the order of Text from the right
	Text        string // the characters the glyphs stand for; no hyphen that hyphenation added
}

// A Stress says how the story stresses words, whatever face they are set in.
type Stress uint8

const (
	Emphasized Stress = 1 << iota
	Strong
)

// A Glyph is one shape of a run.
type Glyph struct {
	ID      uint16
	Advance int32  // thousandths of an em, with kerning and the stretch of spaces in it
	XOffset int32  // thousandths of an em
	YOffset int32  // thousandths of an em, upwards
	Text    string // the characters it stands for ("fi" for a ligature), for copying; "" for all but the first of several glyphs for one character. A hyphen that hyphenation added is "\u00AD".
}

// A Link is a place on a page that leads elsewhere.
type Link struct {
	X, Y, Width, Height Length // Y is the box's top
	URL                 string // outside the book; or
	Page                int    // index into Pages, when URL is ""
	TargetY             Length
}

// A Rule is a filled box.
type Rule struct {
	X, Y, Width, Height Length
	Grey                uint8
}

// A Picture is an image placed on a page.
type Picture struct {
	Image               *book.Image
	Alt                 string
	X, Y, Width, Height Length
}
