// Package source holds one story's text, and names places in it.
//
// Every later floor speaks of places by [Span], so a remark can always say
// which file and which line it means, even when a book is joined from several
// stories.
package source

import "sort"

// A Text is one story's text after decoding: valid UTF-8, lines ended by "\n"
// (the last line may lack it), without byte order mark, NUL and control bytes
// other than "\t" and "\n". Line n of Body is line n of the file.
type Text struct {
	Name     string // the file's name as the caller gave it, for messages
	Size     int    // the file's length in bytes, before decoding
	Encoding string // IANA name of the encoding it was read as: "utf-8", "windows-1252"
	Body     string

	starts []int // byte offset of each line's first byte
}

// New returns the text of one story; body must already be clean (see [Text]).
func New(name string, size int, encoding, body string) *Text {
	t := &Text{Name: name, Size: size, Encoding: encoding, Body: body, starts: []int{0}}
	for i := 0; i < len(body); i++ {
		if body[i] == '\n' && i+1 < len(body) {
			t.starts = append(t.starts, i+1)
		}
	}
	return t
}

// Lines is the number of lines; an empty text has one, empty, line.
func (t *Text) Lines() int { return len(t.starts) }

// LineStart is the byte offset of line n's first byte, n counted from 0.
func (t *Text) LineStart(n int) int { return t.starts[n] }

// Line is line n, counted from 0, without its line end.
func (t *Text) Line(n int) string {
	end := len(t.Body)
	if n+1 < len(t.starts) {
		end = t.starts[n+1]
	}
	if end > t.starts[n] && t.Body[end-1] == '\n' {
		end--
	}
	return t.Body[t.starts[n]:end]
}

// LineAt is the number, counted from 0, of the line that holds byte offset off.
// Offsets outside the text are clamped to it.
func (t *Text) LineAt(off int) int {
	n := sort.SearchInts(t.starts, off+1) - 1
	return max(n, 0)
}
