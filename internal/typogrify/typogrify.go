// Package typogrify replaces typewriter punctuation by printed punctuation.
package typogrify

import (
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

// Apply changes the book's text in place.
func Apply(b *book.Book, o Options) []diag.Diagnostic { return nil }
