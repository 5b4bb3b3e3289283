// Package face parses, measures, shapes and subsets faces (single font files).
//
// go-text/typesetting and tdewolff/font live only here. All measures are
// integers, thousandths of an em, so that layout is the same everywhere.
package face

// A Face is one parsed font file. It is safe for concurrent use.
type Face struct {
	name string
}

// A Glyph is one shaped glyph.
type Glyph struct {
	ID      uint16
	Cluster int   // byte offset in the shaped text of the first character it stands for
	Advance int32 // thousandths of an em, kerning included
	XOffset int32 // thousandths of an em
	YOffset int32 // thousandths of an em, upwards
}
