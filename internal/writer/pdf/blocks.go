package pdf

import (
	"storybind/internal/book"
	"storybind/internal/typeset"
)

// block is the element for a line of a block: the standard structure types
// (ISO 32000-1, 14.8.4) that say most nearly what the block is.
func (t *tree) block(se *sectionElements, l *typeset.Line) *element {
	switch b := l.Block.(type) {
	case *book.Quote, *book.Letter, *book.Note:
		// A line of the block's own (a letter's address, a quote's source) goes on
		// from the line before, unless blocks of the inside have come between.
		box := t.box(se, b)
		if n := len(box.kids); n > 0 && box.kids[n-1].element != nil && box.kids[n-1].element.id == ownLines {
			return box.kids[n-1].element
		}
		e := t.add(box, "P")
		e.id = ownLines
		return e
	case *book.FieldList:
		box := t.box(se, b)
		if fieldBegins(b.Fields, t.fields[b], l) || len(box.kids) == 0 {
			t.fields[b]++
			return t.add(box, "P")
		}
		return box.kids[len(box.kids)-1].element
	case *book.Subheading:
		if e := t.blocks[b]; e != nil {
			return e
		}
		e := t.add(t.around(se, b), t.headingTag(max(1, t.places[l.Section].level)+max(1, b.Level)))
		t.blocks[b] = e
		return e
	case *book.Figure:
		if e := t.blocks[b]; e != nil {
			return e
		}
		in, tag := t.figures[b], "Caption"
		if in == nil { // the caption stands for a picture that is not there
			in, tag = t.around(se, b), "P"
		}
		e := t.add(in, tag)
		t.blocks[b] = e
		return e
	}
	if e := t.blocks[l.Block]; e != nil {
		return e
	}
	e := t.add(t.around(se, l.Block), "P")
	t.blocks[l.Block] = e
	return e
}

// ownLines marks, while the tree grows, the paragraph of a block's own lines. It
// is no identifier of the file.
const ownLines = "\x00own"

// around is the element that a block stands in.
func (t *tree) around(se *sectionElements, b book.Block) *element {
	if up := t.parents[b]; up != nil {
		return t.box(se, up)
	}
	return se.sect
}

// box is the element of a block that holds others.
func (t *tree) box(se *sectionElements, b book.Block) *element {
	if e := t.blocks[b]; e != nil {
		return e
	}
	tag, id := "Div", ""
	switch b := b.(type) {
	case *book.Quote:
		tag = "BlockQuote"
	case *book.Note:
		tag, id = "Note", b.ID
	}
	e := t.add(t.around(se, b), tag)
	if id != "" {
		e.id = id
		t.notes = append(t.notes, e)
	}
	t.blocks[b] = e
	return e
}
