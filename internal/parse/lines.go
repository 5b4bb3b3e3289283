package parse

import (
	"strings"
	"unicode/utf8"

	"storybind/internal/source"
)

// A line is one line of the story, measured once.
type line struct {
	text   string // without white space at either end
	start  int    // byte offset of text in the story
	indent int    // columns of white space before text; a tab leads to the next multiple of 8
	width  int    // characters from the margin to the end of text
}

func (l *line) blank() bool { return l.text == "" }

// scan measures every line of the story.
func scan(src *source.Text) []line {
	out := make([]line, src.Lines())
	for n := range out {
		raw := src.Line(n)
		text := strings.TrimLeft(raw, " \t\u00A0\u3000\f")
		col := 0
		for _, c := range raw[:len(raw)-len(text)] {
			if c == '\t' {
				col += 8 - col%8
			} else {
				col++
			}
		}
		start := src.LineStart(n) + len(raw) - len(text)
		text = strings.TrimRight(text, " \t\u00A0\u3000\f")
		out[n] = line{text: text, start: start, indent: col, width: col + utf8.RuneCountInString(text)}
	}
	return out
}

// A layout is how the story's file breaks lines, decided by counting.
type layout struct {
	wrap int // the column at which lines were wrapped by hand; 0 when a line is a paragraph
}

// breaksLines decides how lines [from, to) break.
func (r *reading) breaksLines(from, to int) layout { return layout{} }
