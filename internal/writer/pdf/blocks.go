package pdf

import (
	"strings"

	"storybind/internal/book"
	"storybind/internal/typeset"
)

// block is the element for a line of a block: the standard structure types
// (ISO 32000-1, 14.8.4) that say most nearly what the block is.
func (t *tree) block(se *sectionElements, l *typeset.Line) *element {
	switch b := l.Block.(type) {
	case *book.Quote, *book.Letter, *book.Note, *book.Log, *book.Inscription:
		// Lines of the block's own: a letter's address, a quote's source, an entry.
		box := t.box(se, b)
		if n := len(box.kids); n > 0 && !l.Begins() && box.kids[n-1].element != nil {
			return box.kids[n-1].element
		}
		return t.add(box, "P")
	case *book.Verse: // a paragraph for each stanza, and in it the lines
		box := t.box(se, b)
		if t.begun[b] == 0 {
			t.stanzas[b] = stanzas(b)
		}
		if next := t.stanzas[b]; len(box.kids) == 0 || l.Begins() && len(next) > 0 && next[0] == t.begun[b] {
			t.stanzas[b] = next[min(1, len(next)):]
			t.add(box, "P")
		}
		stanza := box.kids[len(box.kids)-1].element
		if l.Begins() || len(stanza.kids) == 0 {
			t.begun[b]++
			return t.add(stanza, "Line")
		}
		return stanza.kids[len(stanza.kids)-1].element
	case *book.FieldList: // an item for each field
		box := t.box(se, b)
		if fieldBegins(b.Fields, t.begun[b], l) || len(box.kids) == 0 {
			e := t.add(box, "LI")
			if n := t.begun[b]; n < len(b.Fields) {
				t.labels[e] = letters(b.Fields[n].Label)
			}
			t.begun[b]++
			return e
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

// stanzas are the numbers of the lines with which the stanzas begin, counted
// from 0 over the lines that print something.
func stanzas(v *book.Verse) []int {
	var starts []int
	n := 0
	for _, stanza := range v.Stanzas {
		first := n
		for _, l := range stanza {
			if strings.TrimSpace(book.Plain(l.Inlines)) != "" {
				n++
			}
		}
		if n > first {
			starts = append(starts, first)
		}
	}
	return starts
}

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
	case *book.FieldList:
		tag = "L"
	}
	e := t.add(t.around(se, b), tag)
	if id != "" {
		e.id = id
		t.notes = append(t.notes, e)
	}
	t.blocks[b] = e
	return e
}
