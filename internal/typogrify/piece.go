package typogrify

import (
	"slices"
	"strings"

	"storybind/internal/book"
)

// opaque stands in the flat text for what is not ours to read, code and ruby: it counts as
// a word. noteMark stands for the mark of a note, which counts for nothing: ‘Gone’[1] is
// closed before it.
const opaque, noteMark = "\uFFFC", "\uFFFB"

// A piece is one string of a line of thought. The pieces of a paragraph are set
// together, so that a quotation may begin before an emphasis and end within it.
type piece struct {
	value *string      // a string of the metadata
	in    *book.Inline // or the place of a Text
	fixed fixedText    // or what must not change
}

// fixedText numbers fixedTexts.
type fixedText uint8

const (
	fixedOpaque fixedText = iota
	fixedNoteMark
	fixedBreak
)

var fixedTexts = [...]string{fixedOpaque: opaque, fixedNoteMark: noteMark, fixedBreak: "\n"}

func (p *piece) text() string {
	switch {
	case p.value != nil:
		return *p.value
	case p.in != nil:
		return (*p.in).(book.Text).Value
	}
	return fixedTexts[p.fixed]
}

func (p *piece) put(s string) {
	switch {
	case p.value != nil:
		*p.value = s
	case p.in != nil:
		*p.in = book.Text{Value: s}
	}
}

// gather adds the pieces of a line of inlines.
func (c *compositor) gather(ins []book.Inline) {
	for i, in := range ins {
		switch in := in.(type) {
		case book.Text:
			if in.Value != "" {
				c.pieces = append(c.pieces, piece{in: &ins[i]})
			}
		case book.Emphasis:
			c.gather(in.Inlines)
		case book.Strong:
			c.gather(in.Inlines)
		case book.Struck:
			c.gather(in.Inlines)
		case book.SmallCaps:
			c.gather(in.Inlines)
		case book.Link:
			c.gather(in.Inlines)
		case book.Code, book.Ruby:
			c.pieces = append(c.pieces, piece{fixed: fixedOpaque})
		case book.NoteRef:
			c.pieces = append(c.pieces, piece{fixed: fixedNoteMark})
		case book.LineBreak:
			c.break_()
		}
	}
}

// break_ ends a line within a line of thought.
func (c *compositor) break_() { c.pieces = append(c.pieces, piece{fixed: fixedBreak}) }

// A stretch is the bytes [from, to) of the flat text.
type stretch struct{ from, to int }

// An edit puts text in the place of a stretch of the flat text.
type edit struct {
	stretch
	text string
}

// set sets the gathered pieces: first what changes the places of words (dashes,
// ellipses, spaces), then the quotes, which look at their neighbours.
func (c *compositor) set() {
	if len(c.pieces) == 0 {
		return
	}
	if len(c.pieces) == 1 && len(c.pieces[0].text()) > longest {
		c.setLong(c.pieces[0])
		return
	}
	c.flatten()
	c.sight = glance(c.flat) // dashes add nothing to it that a rule after them looks for
	c.guard()
	if c.spaces(); c.apply() {
		c.flatten()
		c.sight = glance(c.flat)
		c.guard()
	}
	c.ties()
	c.dashes()
	if c.ellipses(); c.apply() {
		c.flatten()
		c.guard()
	}
	// A quote that nobody can judge may be judged when its neighbours are printed.
	for round := 1; ; round++ {
		c.doubts = c.doubts[:0]
		if c.quotes(); !c.apply() || len(c.doubts) == 0 || round == 4 {
			break
		}
		c.flatten()
		c.guard()
	}
	c.tellDoubts()
	c.pieces = c.pieces[:0]
}

// flatten makes the pieces one text.
func (c *compositor) flatten() {
	if len(c.pieces) == 1 {
		c.flat = c.pieces[0].text()
	} else {
		n := 0
		for i := range c.pieces {
			n += len(c.pieces[i].text())
		}
		var b strings.Builder
		b.Grow(n)
		for i := range c.pieces {
			b.WriteString(c.pieces[i].text())
		}
		c.flat = b.String()
	}
}

// change adds an edit.
func (c *compositor) change(from, to int, text string) {
	c.edits = append(c.edits, edit{stretch{from, to}, text})
}

// apply makes the edits, and reports whether there were any. An edit belongs to
// the piece in which it begins.
func (c *compositor) apply() bool {
	if len(c.edits) == 0 {
		return false
	}
	slices.SortStableFunc(c.edits, func(a, b edit) int { return a.from - b.from })
	edits := c.edits
	start := 0
	for i := range c.pieces {
		p := &c.pieces[i]
		text := p.text()
		end := start + len(text)
		if len(edits) > 0 && edits[0].from < end {
			var b strings.Builder
			b.Grow(len(text) + 8)
			at := start
			for len(edits) > 0 && edits[0].from < end {
				e := &edits[0]
				if e.from > at {
					b.WriteString(text[at-start : e.from-start])
				}
				b.WriteString(e.text)
				at = max(at, min(e.to, end))
				if e.to > end { // the rest of it lies in the next pieces
					*e = edit{stretch{end, e.to}, ""}
					break
				}
				edits = edits[1:]
			}
			b.WriteString(text[at-start:])
			p.put(b.String())
		}
		start = end
	}
	c.edits = c.edits[:0]
	return true
}

func firstText(ins []book.Inline) string {
	for _, in := range ins {
		switch in := in.(type) {
		case book.Text:
			if in.Value != "" {
				return in.Value
			}
		case book.Emphasis:
			return firstText(in.Inlines)
		case book.Strong:
			return firstText(in.Inlines)
		default:
			return ""
		}
	}
	return ""
}

func hasPrefix(s, prefix string) bool { return strings.HasPrefix(s, prefix) }
