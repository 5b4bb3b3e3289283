package cover

import (
	"strings"

	"storybind/internal/face"
)

// A typeset is a way of setting a line: a size in pixels, and space added after
// each letter, in thousandths of the size.
type typeset struct {
	family   *face.Family
	own      face.Script // of the book's language
	size     int
	tracking int
	space    int // the advance of a word space, in thousandths of the size
}

func (l *lettering) typeset(s string, tracking int) typeset {
	if joins(s) {
		tracking = 0
	}
	t := typeset{family: l.family, own: l.own, tracking: tracking}
	space := t.faceFor(' ')
	t.space = int(space.Advance(space.Glyph(' '))) + tracking
	return t
}

// A piece is a stretch of a line set in one face.
type piece struct {
	face   *face.Face
	glyphs []face.Glyph
	left   bool // runs from right to left
}

// advance is how long the line is in thousandths of the size.
func (t typeset) advance(s string) int {
	w := -t.tracking // the last letter has no space after it
	for _, p := range t.pieces(s) {
		for _, g := range p.glyphs {
			w += int(g.Advance) + t.tracking
		}
	}
	return w
}

// width is how long the line is, in pixels, rounded up.
func (t typeset) width(s string) int { return (t.advance(s)*t.size + 999) / 1000 }

// center draws the line in the middle of the cover, on the base line y.
func (t typeset) center(c *canvas, s string, y int, colour uint8) {
	t.draw(c, s, (Width-t.width(s))/2, y, colour)
}

// draw draws the line from x on, on the base line y.
func (t typeset) draw(c *canvas, s string, left, y int, colour uint8) {
	x := int32(left) * unit
	for _, p := range t.pieces(s) {
		for _, g := range p.glyphs {
			dx, dy := t.em(g.XOffset), t.em(g.YOffset)
			c.fill(contours(p.face, g.ID, t.size, x+dx, int32(y)*unit-dy), colour, nil)
			x += t.em(g.Advance + int32(t.tracking))
		}
	}
}

// em turns thousandths of the size into steps of a pixel.
func (t typeset) em(thousandths int32) int32 {
	return int32(int64(thousandths) * int64(t.size) * unit / 1000)
}

// A word is what stands between two places where a line may end.
type word struct {
	text    string
	space   bool // a space stands before it
	advance int  // in thousandths of the size
}

// split cuts a text into words, also after dashes and slashes, and measures them.
func (t typeset) split(s string) []word {
	var out []word
	for w := range strings.FieldsSeq(s) {
		space := true
		for at := between(w); at < len(w); at = between(w) {
			out = append(out, word{w[:at], space, t.advance(w[:at])})
			w, space = w[at:], false
		}
		for {
			at := strings.IndexAny(w, "-–—/")
			for at >= 0 && (at < 2 || at+4 > len(w)) { // not at the very ends
				next := strings.IndexAny(w[at+1:], "-–—/")
				if next < 0 {
					at = -1
				} else {
					at += 1 + next
				}
			}
			if at < 0 {
				out = append(out, word{w, space, t.advance(w)})
				break
			}
			for at++; at < len(w) && w[at]&0xC0 == 0x80; at++ { // the rest of the dash
			}
			out = append(out, word{w[:at], space, t.advance(w[:at])})
			w, space = w[at:], false
		}
	}
	return out
}

func join(words []word) string {
	var b strings.Builder
	for i, w := range words {
		if w.space && i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w.text)
	}
	return b.String()
}

// fill breaks the words into as few lines as the measure allows, at most the
// given number, and makes those as even as can be. It reports whether they fit;
// when they do not, the lines are cut.
func (t typeset) fill(words []word, measure, most int) (lines []string, ok bool) {
	space := (t.space*t.size + 999) / 1000
	ends := make([]int, len(words)+1) // where each word would end if all stood on one line
	fits := true
	for i, w := range words {
		own := (w.advance*t.size + 999) / 1000
		fits = fits && own <= measure
		ends[i+1] = ends[i] + own
		if w.space {
			ends[i+1] += space
		}
	}
	width := func(from, to int) int { // of words [from, to) on a line of their own
		w := ends[to] - ends[from]
		if words[from].space {
			w -= space
		}
		return w
	}
	count := 0 // lines, when each takes what it can
	for from := 0; from < len(words); count++ {
		to := from + 1
		for to < len(words) && width(from, to+1) <= measure {
			to++
		}
		from = to
	}
	fits = fits && count <= most
	from := 0
	for _, to := range even(words, count, measure, width) {
		lines = append(lines, join(words[from:to]))
		from = to
	}
	if fits {
		return lines, true
	}
	lines = lines[:min(len(lines), max(most, 1))]
	for i, line := range lines {
		for r := []rune(line); t.width(line) > measure && len(r) > 1; {
			r = r[:len(r)-1]
			line = string(r) + "…"
		}
		lines[i] = line
	}
	return lines, false
}

// even shares the words out to that many lines so that the sum of the squares of
// what each lacks is least, and no line ends with a little word if that can be
// helped. It returns where each line ends.
func even(words []word, lines, measure int, width func(from, to int) int) []int {
	const never = 1 << 30
	n := len(words)
	cost, ends := make([][]int, lines+1), make([][]int, lines+1)
	for k := range cost {
		cost[k], ends[k] = make([]int, n+1), make([]int, n+1)
		for i := range cost[k] {
			cost[k][i] = never
		}
	}
	cost[0][n] = 0
	for k := 1; k <= lines; k++ { // the last k lines
		for from := n - k; from >= 0; from-- {
			for to := from + 1; to <= n; to++ {
				w := width(from, to)
				if w > measure && to > from+1 || cost[k-1][to] == never {
					continue
				}
				lack := measure - min(w, measure)
				c := cost[k-1][to] + lack*lack
				if last := words[to-1].text; to < n && len(last) <= 3 && strings.ToLower(last) == last {
					c += measure * measure / 16
				}
				if c < cost[k][from] {
					cost[k][from], ends[k][from] = c, to
				}
			}
		}
	}
	var out []int
	for k, at := lines, 0; k > 0; k-- {
		at = ends[k][at]
		out = append(out, at)
	}
	return out
}
