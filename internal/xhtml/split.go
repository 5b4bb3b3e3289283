package xhtml

import (
	"slices"
	"strings"

	"storybind/internal/book"
)

// Split cuts a section into stretches whose pages stay under limit bytes: old
// reading systems take minutes over one long page, and some refuse it. It cuts
// between blocks, and inside a block only when that alone is longer. The cut
// depends on the section alone, so that files keep their names and a reader's
// place survives.
func Split(s *book.Section, level, limit int) []Stretch {
	var out []Stretch
	blocks := s.Blocks
	weights := make([]int, len(blocks))
	for i, b := range blocks {
		weights[i] = weight(b)
	}
	var inside []bool // which blocks go on with the paragraph before them
	if len(weights) > 0 && slices.Max(weights) > limit {
		blocks, weights, inside = chopAll(blocks, weights, limit)
	}
	from, size := 0, 0
	cut := func(to int) {
		out = append(out, Stretch{Section: s, Level: level, Blocks: blocks[from:to:to], First: from == 0, Inside: inside != nil && from < to && inside[from], Size: size + 8*tags})
		from, size = to, 0
	}
	for i, w := range weights {
		// Not after a subheading or a scene break, which belong to what follows; always
		// where a paragraph was cut, so that its parts do not look like paragraphs.
		if i > from && (size+w > limit && !leads(blocks[i-1]) || inside != nil && inside[i]) {
			cut(i)
		}
		size += w
	}
	cut(len(blocks))
	return out
}

func leads(b book.Block) bool {
	switch b.(type) {
	case *book.Subheading, *book.SceneBreak:
		return true
	}
	return false
}

// tags is what the markup around one piece of text takes, rounded up.
const tags = 60

// weight is about the length of the block's markup in bytes, never much less
// than the truth.
func weight(b book.Block) int {
	n := tags
	switch b := b.(type) {
	case *book.Paragraph: // nearly all blocks: only emphasis adds markup
		return 12 + inlineWeight(b.Inlines)
	case *book.Verse:
		for _, st := range b.Stanzas {
			for _, l := range st {
				n += tags + inlineWeight(l.Inlines)
			}
		}
		return n
	}
	book.Pieces(b, func(text string) { n += tags + textWeight(text) })
	return n
}

func inlineWeight(ins []book.Inline) int {
	n := 0
	for _, in := range ins {
		switch in := in.(type) {
		case book.Text:
			n += textWeight(in.Value) + 26*strings.Count(in.Value, emDash) + 30*strings.Count(in.Value, "-")
		case book.Emphasis:
			n += 9 + inlineWeight(in.Inlines)
		case book.Strong:
			n += 17 + inlineWeight(in.Inlines)
		case book.Struck:
			n += 7 + inlineWeight(in.Inlines)
		case book.Ruby:
			n += 54 + textWeight(in.Base) + textWeight(in.Reading)
		case book.SmallCaps:
			n += 32 + inlineWeight(in.Inlines)
		case book.Code:
			n += 13 + textWeight(in.Value)
		case book.Link:
			n += tags + len(in.URL) + inlineWeight(in.Inlines)
		case book.NoteRef:
			n += 2*tags + 3*len(in.ID) + textWeight(in.Mark)
		case book.LineBreak:
			n += 6
		}
	}
	return n
}

func textWeight(s string) int {
	return len(s) + 4*strings.Count(s, "&") + 3*(strings.Count(s, "<")+strings.Count(s, ">"))
}
