package verify

import (
	"bytes"
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
)

// A page draws what is read from right to left as it stands there, the last letter
// leftmost, in whatever order its program likes. Where the letters stand is the truth:
// a line with such letters is read from its pieces' places.

// A piece is what one glyph, or one marked content with a text of its own, says.
type piece struct {
	text       string
	x, end, em float64
}

// longestLine is how many pieces a line may have that is written anew.
const longestLine = 1 << 14

// say writes a text and keeps where it stands.
func (c *canvas) say(s string, x, end, em float64) {
	if out := c.to(); out != c.lineOut {
		c.endLine()
		c.lineOut, c.lineAt = out, out.Len()
	}
	c.lineOut.WriteString(s)
	if len(c.pieces) < longestLine {
		c.pieces = append(c.pieces, piece{text: s, x: x, end: end, em: em})
	}
	c.read[wayOf(s)]++
	c.turned = c.turned || strings.ContainsFunc(s, rightToLeft)
}

// endLine ends a line: one in which something is read from right to left is written anew.
func (c *canvas) endLine() {
	if c.turned && len(c.pieces) < longestLine {
		c.lineOut.Truncate(c.lineAt)
		c.lineOut.WriteString(logical(c.pieces, c.read[fromRight] > c.read[fromLeft]))
	}
	c.pieces, c.turned = c.pieces[:0], false
}

// newLine begins another line of what is written to out.
func (c *canvas) newLine(out *bytes.Buffer) {
	c.endLine()
	out.WriteByte('\n')
	c.lineOut, c.lineAt = out, out.Len()
}

// rightToLeft reports whether a letter is one of the scripts that are written so
// (Unicode's bidirectional classes R and AL, their blocks).
func rightToLeft(r rune) bool {
	return r >= 0x590 && r < 0x900 || r >= 0xFB1D && r <= 0xFDFF || r >= 0xFE70 && r <= 0xFEFC || r >= 0x10800 && r < 0x11000 || r >= 0x1E800 && r < 0x1F000
}

// The ways in which a piece is read.
const (
	neither = iota
	fromLeft
	fromRight
)

// wayOf is how a piece's text is read.
func wayOf(text string) int {
	for _, r := range text {
		switch {
		case unicode.IsDigit(r): // also the Arabic ones
			return fromLeft
		case rightToLeft(r):
			return fromRight
		case unicode.IsLetter(r):
			return fromLeft
		}
	}
	return neither
}

// isLetter reports whether a text begins with a letter.
func isLetter(text string) bool {
	for _, r := range text {
		return unicode.IsLetter(r)
	}
	return false
}

// logical is what the pieces of one line say, in the order in which it is read (UAX #9
// the other way round). The way of the line is that of most letters of its page so far.
func logical(pieces []piece, turned bool) string {
	slices.SortStableFunc(pieces, func(a, b piece) int { return cmp.Compare(a.x, b.x) })
	var line []piece
	for i, p := range pieces {
		if i > 0 && p.x-pieces[i-1].end > 0.2*math.Max(p.em, 1) {
			line = append(line, piece{text: " "})
		}
		line = append(line, p)
	}
	base, other := fromLeft, fromRight
	if turned {
		base, other = fromRight, fromLeft
		slices.Reverse(line)
	}
	for i := 0; i < len(line); i++ {
		if wayOf(line[i].text) != other {
			continue
		}
		last, letters, one := i, isLetter(line[i].text), i
		for k := i + 1; k < len(line) && wayOf(line[k].text) != base; k++ {
			if wayOf(line[k].text) == other {
				if one == last && k-last < 3 && (k-last == 1 || line[last+1].text != " ") {
					one = k // of the same number
				}
				last, letters = k, letters || isLetter(line[k].text)
			}
		}
		if base == fromRight && !letters { // numbers with a blank between them are read one behind the other
			last = one
		}
		slices.Reverse(line[i : last+1])
		i = last
	}
	var b strings.Builder
	for _, p := range line {
		b.WriteString(p.text)
	}
	return b.String()
}
