// Package source holds one story's text, and names places in it.
//
// Every later floor speaks of places by [Span], so a remark can always say
// which file and which line it means, even when a book is joined from several
// stories.
package source

import (
	"sort"
	"strings"
)

// A Text is one story's text after decoding: valid UTF-8, lines ended by "\n"
// (the last line may lack it), without byte order mark, NUL and control bytes
// other than "\t" and "\n". Line n of Body is line n of the file, unless decoding
// had to join or part lines; then [Text.FileLine] tells the file's line.
type Text struct {
	Name     string // the file's name as the caller gave it, for messages
	Size     int    // the file's length in bytes, before decoding
	Encoding string // IANA name of the encoding it was read as: "utf-8", "windows-1252"
	Body     string

	starts  []int32 // byte offset of each line's first byte
	numbers []int32 // the file's line for each line of Body; nil when they are the same
}

// New returns the text of one story; body must already be clean (see [Text]).
func New(name string, size int, encoding, body string) *Text {
	t := &Text{Name: name, Size: size, Encoding: encoding, Body: body}
	t.starts = make([]int32, 1, strings.Count(body, "\n")+1)
	for at := 0; ; {
		n := strings.IndexByte(body[at:], '\n')
		if at += n + 1; n < 0 || at >= len(body) {
			return t
		}
		t.starts = append(t.starts, int32(at))
	}
}

// Renumber says which line of the file each line of Body stands on, both counted
// from 0 and never falling. Body lines beyond the list count on from its last.
func (t *Text) Renumber(fileLines []int32) { t.numbers = fileLines }

// FileLine is the line of the file that line n of Body stands on, both counted from 0.
func (t *Text) FileLine(n int) int {
	switch {
	case len(t.numbers) == 0:
		return n
	case n < len(t.numbers):
		return int(t.numbers[n])
	}
	return int(t.numbers[len(t.numbers)-1]) + n - len(t.numbers) + 1
}

// Lines is the number of lines; an empty text has one, empty, line.
func (t *Text) Lines() int { return len(t.starts) }

// LineStart is the byte offset of line n's first byte, n counted from 0.
func (t *Text) LineStart(n int) int { return int(t.starts[n]) }

// Line is line n, counted from 0, without its line end.
func (t *Text) Line(n int) string {
	start, end := t.LineStart(n), len(t.Body)
	if n+1 < len(t.starts) {
		end = t.LineStart(n + 1)
	}
	if end > start && t.Body[end-1] == '\n' {
		end--
	}
	return t.Body[start:end]
}

// LineAt is the number, counted from 0, of the line that holds byte offset off.
// Offsets outside the text are clamped to it.
func (t *Text) LineAt(off int) int {
	n := sort.Search(len(t.starts), func(n int) bool { return int(t.starts[n]) > off }) - 1
	return max(n, 0)
}
