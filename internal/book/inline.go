package book

import "strings"

// An Inline is a piece of a line. Only types in this package are Inlines.
type Inline interface{ isInline() }

type (
	// Text is plain characters, white space folded.
	Text struct{ Value string }

	// Emphasis is stress as the author marked it, printed as italics.
	Emphasis struct{ Inlines []Inline }

	// Strong is the stronger of two kinds of stress, printed as bold.
	Strong struct{ Inlines []Inline }

	// Struck is text that the author struck through, and left to be read.
	Struck struct{ Inlines []Inline }

	// Ruby is text with its reading above or beside it, as Japanese and Chinese print it.
	Ruby struct{ Base, Reading string }

	// SmallCaps is text that the trade sets in small capitals.
	SmallCaps struct{ Inlines []Inline }

	// Code is text whose characters are kept as they are.
	Code struct{ Value string }

	// Link leads out of the book.
	Link struct {
		URL     string
		Inlines []Inline
	}

	// NoteRef is the mark in the text that leads to the Note of the same ID.
	NoteRef struct{ ID, Mark string }

	// LineBreak ends a line inside a paragraph.
	LineBreak struct{}
)

func (Text) isInline()      {}
func (Emphasis) isInline()  {}
func (Strong) isInline()    {}
func (Struck) isInline()    {}
func (Ruby) isInline()      {}
func (SmallCaps) isInline() {}
func (Code) isInline()      {}
func (Link) isInline()      {}
func (NoteRef) isInline()   {}
func (LineBreak) isInline() {}

// Plain is the inlines' text without any marking; a LineBreak is "\n".
func Plain(ins []Inline) string {
	if len(ins) == 1 {
		if t, ok := ins[0].(Text); ok {
			return t.Value
		}
	}
	var b strings.Builder
	write(&b, ins, false)
	return b.String()
}

// write writes the inlines' text. As a title is named in contents, it goes without the
// marks of notes and the readings of ruby, and a line's end is a blank.
func write(b *strings.Builder, ins []Inline, named bool) {
	for _, in := range ins {
		switch in := in.(type) {
		case Text:
			b.WriteString(in.Value)
		case Code:
			b.WriteString(in.Value)
		case Emphasis:
			write(b, in.Inlines, named)
		case Strong:
			write(b, in.Inlines, named)
		case Struck:
			write(b, in.Inlines, named)
		case SmallCaps:
			write(b, in.Inlines, named)
		case Link:
			write(b, in.Inlines, named)
		case Ruby:
			b.WriteString(in.Base)
			if !named {
				b.WriteString("(" + in.Reading + ")")
			}
		case NoteRef:
			if !named {
				b.WriteString(in.Mark)
			}
		case LineBreak:
			if named {
				b.WriteByte(' ')
			} else {
				b.WriteByte('\n')
			}
		}
	}
}

// Named is a title's text as contents and running heads name it: on one line, white
// space folded, without the marks of notes and the readings of ruby.
func Named(ins []Inline) string {
	if len(ins) == 1 {
		if t, ok := ins[0].(Text); ok {
			return strings.Join(strings.Fields(t.Value), " ")
		}
	}
	var b strings.Builder
	write(&b, ins, true)
	return strings.Join(strings.Fields(b.String()), " ")
}

// Emphasised are the stretches of text that carry emphasis, in order; a stretch
// inside another is not named again.
func Emphasised(ins []Inline) []string {
	var out []string
	for _, in := range ins {
		switch in := in.(type) {
		case Emphasis:
			out = append(out, Plain(in.Inlines))
		case Strong:
			out = append(out, Plain(in.Inlines))
		case Struck:
			out = append(out, Emphasised(in.Inlines)...)
		case SmallCaps:
			out = append(out, Emphasised(in.Inlines)...)
		case Link:
			out = append(out, Emphasised(in.Inlines)...)
		}
	}
	return out
}
