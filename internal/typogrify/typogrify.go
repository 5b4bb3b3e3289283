// Package typogrify replaces typewriter punctuation by printed punctuation:
// quotes, apostrophes, dashes, ellipses and spaces.
//
// Only what was typed on a typewriter's keys changes: quotes that are curly
// already stay, and so do code, preformatted lines, addresses, and every letter
// and digit. Applying it twice changes nothing more.
package typogrify

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/spf13/pflag"

	"storybind/internal/book"
	"storybind/internal/diag"
)

// Options are the settings of typogrify.
type Options struct {
	Off bool // leave punctuation as typed
}

// Flags declares the settings on fs.
func (o *Options) Flags(fs *pflag.FlagSet) {
	fs.BoolVar(&o.Off, "no-typogrify", o.Off, "leave quotes, dashes and ellipses as the story has them")
}

// Apply changes the book's text in place: all blocks, section titles, and the
// title, description and fields of the metadata. The book's language decides
// which marks are printed. A quote that nobody can judge stays as typed, and a
// remark names its line.
func Apply(b *book.Book, o Options) []diag.Diagnostic {
	if o.Off {
		return nil
	}
	c := &compositor{habit: habitOf(b.Meta.Language)}
	if c.open == "" {
		return nil
	}
	c.outer(b)

	m := &b.Meta
	c.value(&m.Title)
	c.value(&m.Subtitle)
	c.value(&m.Description)
	for i := range m.Fields {
		c.here.Span = m.Fields[i].Span
		c.value(&m.Fields[i].Value)
		c.title = true
		for _, p := range m.Fields[i].Text {
			c.line(p)
		}
		c.title = false
	}
	for _, s := range b.Sections() {
		c.section(s)
	}
	return c.remarks.All()
}

// tellDoubts adds the remarks that the quotes at some bytes of the flat text stay
// as typed.
func (c *compositor) tellDoubts() {
	for _, at := range c.doubts {
		c.ambiguous(at)
	}
	c.doubts = c.doubts[:0]
}

// ambiguous adds the remark that the quote at a byte of the flat text stays as typed.
func (c *compositor) ambiguous(at int) {
	d := c.here
	d.Code, d.Severity = "typogrify/ambiguous-quote", diag.Warning
	d.Hint = "mend it in the story: a quote stands close to the word that it belongs to"
	if c.remarks.Full(d.Code, d.Severity) {
		c.remarks.Add(d)
		return
	}
	from, to := at, at
	for n := 0; from > 0 && n < 20; n++ {
		_, size := utf8.DecodeLastRuneInString(c.flat[:from])
		from -= size
	}
	for n := 0; to < len(c.flat) && n < 20; n++ {
		_, size := utf8.DecodeRuneInString(c.flat[to:])
		to += size
	}
	d.Message = fmt.Sprintf("it is not clear whether the quote in %q opens or closes; it stays as typed", c.flat[from:to])
	c.remarks.Add(d)
}

// A compositor sets one book's punctuation, one line of thought (a paragraph, a
// title, a poem) at a time.
type compositor struct {
	habit
	singleOuter bool            // speech stands in 'single' quotes
	backticks   bool            // the story types ``quotes''
	title       bool            // what is set is a title or a field, not running text
	here        diag.Diagnostic // a remark on what is being set, still without words
	remarks     diag.List

	// Of the line of thought being set; the slices are used again for the next.
	pieces []piece
	flat   string
	sight  sight // what stands in flat
	guards []stretch
	edits  []edit
	marks  []mark
	doubts []int // quotes that nobody can judge, by their bytes of the flat text
}

func (c *compositor) section(s *book.Section) {
	c.here.Span = s.Span
	c.value(&s.Label)
	c.title = true
	c.line(s.Title)
	c.line(s.Subtitle)
	c.title = false
	c.blocks(s.Blocks)
}

func (c *compositor) blocks(bs []book.Block) {
	for _, b := range bs {
		c.block(b)
	}
}

func (c *compositor) block(b book.Block) {
	c.here.Span = b.Where()
	switch b := b.(type) {
	case *book.Paragraph:
		c.line(b.Inlines)
	case *book.Subheading:
		c.title = true
		c.line(b.Inlines)
		c.title = false
	case *book.Verse: // a quotation may run on over lines and stanzas
		for _, st := range b.Stanzas {
			for _, l := range st {
				c.gather(l.Inlines)
				c.break_()
				if len(c.pieces) > 4*manyPieces { // no poem has such a stanza
					c.set()
				}
			}
			if len(c.pieces) > manyPieces {
				c.set()
			}
		}
		c.set()
	case *book.Quote:
		c.blocks(b.Blocks)
		c.here.Span = b.Span
		c.line(b.Source)
	case *book.Letter:
		c.lines(b.Opening)
		c.blocks(b.Blocks)
		c.here.Span = b.Span
		c.lines(b.Closing)
	case *book.Log:
		for _, e := range b.Entries {
			c.line(e.Speaker)
			c.line(e.Inlines)
		}
	case *book.Inscription:
		c.lines(b.Lines)
	case *book.Figure:
		c.value(&b.Alt)
		c.line(b.Caption)
	case *book.Note:
		c.blocks(b.Blocks)
	case *book.Byline:
		c.line(b.Inlines)
	case *book.FieldList:
		for i := range b.Fields {
			c.value(&b.Fields[i].Value)
		}
	case *book.SceneBreak, *book.Preformatted, *book.ContentsList:
	}
}

// lines sets lines that belong together as one.
func (c *compositor) lines(ls []book.Line) {
	for _, l := range ls {
		c.gather(l)
		c.break_()
	}
	c.set()
}

func (c *compositor) line(ins []book.Inline) {
	c.gather(ins)
	c.set()
}

// value sets a string of the metadata; it has no place for remarks of its own.
func (c *compositor) value(s *string) {
	if *s == "" {
		return
	}
	was := c.title
	c.title = true
	c.pieces = append(c.pieces[:0], piece{value: s})
	c.set()
	c.title = was
}

// outer learns from the whole book which quotes stand around speech, and whether
// it types “backticks”.
func (c *compositor) outer(b *book.Book) {
	single, double := 0, 0
	var see func(bs []book.Block)
	see = func(bs []book.Block) {
		for _, b := range bs {
			switch b := b.(type) {
			case *book.Paragraph:
				switch first := firstText(b.Inlines); {
				case first == "":
				case first[0] == '"' || hasPrefix(first, "“"):
					double++
				case hasPrefix(first, "``"):
					double++
					c.backticks = true
				case hasPrefix(first, "''") && !(c.english && elidedAt(first, 2)) && strings.Contains(first[2:], "''"):
					double++
				case hasPrefix(first, "''") || hasPrefix(first, "‘’"):
					single++
				case hasPrefix(first, "‘"), first[0] == '\'' && !(c.english && elidedAt(first, 1) && !closesSpeech(first)), first[0] == '`':
					single++
				}
			case *book.Quote:
				see(b.Blocks)
			case *book.Letter:
				see(b.Blocks)
			}
		}
	}
	for _, s := range b.Sections() {
		see(s.Blocks)
	}
	c.singleOuter = single > double
}
