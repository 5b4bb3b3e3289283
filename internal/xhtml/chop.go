package xhtml

import (
	"strings"

	"storybind/internal/book"
)

// chopAll cuts the blocks that weigh more than limit into several of their kind.
// inside tells which of the results go on in the middle of a paragraph.
func chopAll(blocks []book.Block, weights []int, limit int) (out []book.Block, outWeights []int, inside []bool) {
	for i, b := range blocks {
		parts := []book.Block{b}
		if weights[i] > limit {
			parts = chop(b, limit*2/3)
		}
		for n, p := range parts {
			_, prose := p.(*book.Paragraph)
			out = append(out, p)
			outWeights = append(outWeights, weight(p))
			inside = append(inside, n > 0 && prose)
		}
	}
	return out, outWeights, inside
}

// chop cuts one block into several of its kind, each about as heavy as limit. A
// block of a kind that is never long, or that holds one such thing, stays whole.
func chop(b book.Block, limit int) []book.Block {
	var out []book.Block
	switch b := b.(type) {
	case *book.Paragraph:
		for _, ins := range portions(chopText(b.Inlines, limit), limit, func(in book.Inline) int { return inlineWeight([]book.Inline{in}) }) {
			out = append(out, &book.Paragraph{Inlines: ins, Span: b.Span})
		}
	case *book.Verse:
		var stanzas [][]book.VerseLine
		for _, st := range b.Stanzas { // a stanza without end is cut too
			stanzas = append(stanzas, portions(st, limit, func(l book.VerseLine) int { return tags + inlineWeight(l.Inlines) })...)
		}
		for _, sts := range portions(stanzas, limit, func(st []book.VerseLine) int {
			return weight(&book.Verse{Stanzas: [][]book.VerseLine{st}})
		}) {
			out = append(out, &book.Verse{Stanzas: sts, Span: b.Span})
		}
	case *book.Log:
		for _, es := range portions(b.Entries, limit, func(e book.LogEntry) int {
			return 2*tags + inlineWeight(e.Speaker) + inlineWeight(e.Inlines)
		}) {
			out = append(out, &book.Log{Entries: es, Span: b.Span})
		}
	case *book.Inscription:
		for _, ls := range portions(b.Lines, limit, func(l book.Line) int { return tags + inlineWeight(l) }) {
			out = append(out, &book.Inscription{Lines: ls, Span: b.Span})
		}
	case *book.Preformatted:
		for _, ls := range portions(b.Lines, limit, func(l string) int { return 1 + textWeight(l) }) {
			out = append(out, &book.Preformatted{Lines: ls, Span: b.Span})
		}
	case *book.Quote:
		for _, bs := range portions(chopEach(b.Blocks, limit), limit, weight) {
			out = append(out, &book.Quote{Blocks: bs, Span: b.Span})
		}
		if len(out) > 0 {
			out[len(out)-1].(*book.Quote).Source = b.Source
		}
	case *book.Letter:
		for _, bs := range portions(chopEach(b.Blocks, limit), limit, weight) {
			out = append(out, &book.Letter{Blocks: bs, Span: b.Span})
		}
		if len(out) > 0 {
			out[0].(*book.Letter).Opening = b.Opening
			out[len(out)-1].(*book.Letter).Closing = b.Closing
		}
	}
	if len(out) == 0 {
		return []book.Block{b}
	}
	return out
}

// chopEach chops what is too heavy inside a block.
func chopEach(bs []book.Block, limit int) []book.Block {
	var out []book.Block
	for _, b := range bs {
		if weight(b) > limit {
			out = append(out, chop(b, limit)...)
		} else {
			out = append(out, b)
		}
	}
	return out
}

// portions shares things out to lists that weigh at most limit each, or hold one thing.
func portions[T any](things []T, limit int, weigh func(T) int) [][]T {
	var out [][]T
	from, size := 0, 0
	for i, t := range things {
		w := weigh(t)
		if i > from && size+w > limit {
			out = append(out, things[from:i:i])
			from, size = i, 0
		}
		size += w
	}
	if from < len(things) {
		out = append(out, things[from:len(things):len(things)])
	}
	return out
}

// chopText cuts long plain text after a space.
func chopText(ins []book.Inline, limit int) []book.Inline {
	var out []book.Inline
	for _, in := range ins {
		t, ok := in.(book.Text)
		for ok && len(t.Value) > limit {
			at := strings.LastIndexByte(t.Value[:limit], ' ') + 1
			if at == 0 { // one word without end
				break
			}
			out = append(out, book.Text{Value: t.Value[:at]})
			t.Value = t.Value[at:]
			in = t
		}
		out = append(out, in)
	}
	return out
}
