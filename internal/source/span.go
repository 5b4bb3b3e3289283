package source

import "unicode/utf8"

// A Span is a stretch of a story's text: the bytes [Start, End) of Text.Body.
// The zero Span is "no place": things that storybind added have it.
type Span struct {
	Text       *Text
	Start, End int
}

// Span names the bytes [start, end) of the text.
func (t *Text) Span(start, end int) Span { return Span{Text: t, Start: start, End: end} }

// LineSpan names lines first to last, counted from 0 and both included, without
// the last line's end.
func (t *Text) LineSpan(first, last int) Span {
	return Span{Text: t, Start: t.LineStart(first), End: t.LineStart(last) + len(t.Line(last))}
}

// IsZero reports whether the span names no place.
func (s Span) IsZero() bool { return s.Text == nil }

// Raw is the text in the span as it stands in the story.
func (s Span) Raw() string {
	if s.Text == nil {
		return ""
	}
	return s.Text.Body[s.Start:s.End]
}

// Name is the name of the story that the span lies in; "" for the zero Span.
func (s Span) Name() string {
	if s.Text == nil {
		return ""
	}
	return s.Text.Name
}

// Line is the line of the file, counted from 1, in which the span begins; 0 for the zero Span.
func (s Span) Line() int {
	if s.Text == nil {
		return 0
	}
	return s.Text.FileLine(s.Text.LineAt(s.Start)) + 1
}

// Column is the place in its line, in characters counted from 1, at which the
// span begins; 0 for the zero Span.
func (s Span) Column() int {
	if s.Text == nil {
		return 0
	}
	from := s.Text.LineStart(s.Text.LineAt(s.Start))
	return utf8.RuneCountInString(s.Text.Body[from:min(s.Start, len(s.Text.Body))]) + 1
}
