// Package writer is what every book format must offer.
package writer

import (
	"context"
	"io"

	"github.com/spf13/pflag"

	"storybind/internal/book"
	"storybind/internal/diag"
)

// A Writer writes one book in one format. It is made anew for each book, so
// nothing is shared between goroutines.
type Writer interface {
	// Flags declares the settings that this format understands, bound to this Writer.
	Flags(fs *pflag.FlagSet)

	// Write writes the book. It reads no file and no clock and does not change
	// the book; the same book and settings give the same bytes. An error means
	// that w holds no book; whatever else is worth saying is a remark.
	Write(ctx context.Context, w io.Writer, b *book.Book) (Result, error)
}

// A FileSetting is the value of a setting that names files, such as a picture for
// the cover. Set keeps the name and reads nothing; Load reads the files through
// open, once, after the last Set and before Write. So whoever asks for a book
// decides which files there are: a form knows only those sent with it.
type FileSetting interface {
	pflag.Value
	Load(open func(name string) ([]byte, error)) error
}

// A Result is what a Writer did.
type Result struct {
	Diagnostics []diag.Diagnostic

	// Drawn holds, by section ID, the digest of the text that was really
	// written, read back from the finished pages (see book.Drawn for what
	// counts). The caller compares it with the model, so a word that a library
	// swallowed is noticed.
	Drawn map[string]book.Digest

	// Layout is a JSON object that says how well the pages are set; nil unless
	// the Writer is a Measurer and was asked.
	Layout []byte
}

// A Measurer is a Writer that sets pages and can measure how well.
type Measurer interface {
	Measure() // asks for Result.Layout
}

// A Format is one row of the register of formats.
type Format struct {
	Name      string // as --to says it: "epub"
	Extension string // with its dot: ".epub"
	MediaType string
	Summary   string // one line for people
	New       func() Writer

	// Memory is about how many bytes a book takes, while it is made, for each byte
	// of its story.
	Memory int

	// Wrap is true of what goes around a book: it holds none of the story's words.
	Wrap bool

	// Seal puts a line of printable ASCII, at most MaxSeal bytes, into a finished
	// book where readers of the format pass over it, so that it lies within the
	// book's last SealReach bytes. It may use the book's memory.
	Seal func(book []byte, line string) []byte
}

// The longest line for [Format.Seal], and how far from the end of a sealed book
// the line begins at most.
const (
	MaxSeal   = 2000
	SealReach = 4096
)
