package typeset

import (
	"strings"

	"storybind/internal/book"
)

// backTo is what the identifier of a place that refers to a note begins with: the
// note's own mark leads back there.
const backTo = "\x00"

// note sets a note where the story prints it: one to which nothing in its section
// refers, or one of a list of notes at the end. The others stand at the foot of
// the page that refers to them.
func (s *setter) note(b *book.Note, f frame) {
	if s.foot[b.ID] {
		text, outer := s.rows, s.opens
		s.rows, s.opens = nil, false
		s.noteRows(b, s.body())
		s.notes = append(s.notes, footnote{b.ID, s.rows})
		s.rows, s.opens = text, outer
		return
	}
	s.white(f.leading)
	from := len(s.rows)
	s.noteRows(b, f)
	if len(s.rows) > from {
		s.snap(from)
		s.white(f.leading)
	}
}

// noteRows sets a note in smaller type, its mark before the first words.
func (s *setter) noteRows(b *book.Note, f frame) {
	from := len(s.rows)
	f.key.size = max(f.key.size*85/100, min(f.key.size, 7000))
	f.leading = f.leading * 85 / 100
	blocks := b.Blocks
	mark := []book.Inline{book.NoteRef{ID: backTo + b.ID, Mark: b.Mark}}
	if len(blocks) > 0 {
		if p, ok := blocks[0].(*book.Paragraph); ok {
			s.noteText(append(append(mark, book.Text{Value: "\u2009"}), p.Inlines...), &f)
			blocks = blocks[1:]
		} else {
			s.noteText(mark, &f)
			s.keepLast()
		}
	} else if strings.TrimSpace(b.Mark) != "" {
		s.noteText(mark, &f)
	}
	s.blocks(blocks, &book.Paragraph{}, f)
	if len(s.rows) > from {
		s.rows[from].note = b.ID
	}
}

func (s *setter) noteText(ins []book.Inline, f *frame) {
	fl := s.flatten(ins, f.key)
	sh := shape{align: justified, hyphenate: true, hang: true}
	if s.geo.ragged {
		sh.align, sh.hang = flushLeft, false
	}
	s.paragraph(&fl, f, sh)
}

// A footnote is a note set for the foot of a page.
type footnote struct {
	id   string
	rows []row
}

// footed finds the section's notes that its own text refers to. Those of a list
// of notes at the book's end stay where they are.
func footed(sec *book.Section) map[string]bool {
	if sec.Role == book.Endnotes {
		return nil
	}
	var foot map[string]bool
	for _, b := range sec.Blocks {
		if n, ok := b.(*book.Note); ok && n.ID != "" {
			if foot == nil {
				foot = map[string]bool{}
			}
			foot[n.ID] = false
		}
	}
	if foot == nil {
		return nil
	}
	var refs func(ins []book.Inline)
	refs = func(ins []book.Inline) {
		for _, in := range ins {
			switch in := in.(type) {
			case book.NoteRef:
				if _, ok := foot[in.ID]; ok {
					foot[in.ID] = true
				}
			case book.Emphasis:
				refs(in.Inlines)
			case book.Strong:
				refs(in.Inlines)
			case book.Struck:
				refs(in.Inlines)
			case book.SmallCaps:
				refs(in.Inlines)
			case book.Link:
				refs(in.Inlines)
			}
		}
	}
	refs(sec.Title)
	refs(sec.Subtitle)
	for b := range book.Blocks(sec.Blocks) {
		book.EachLine(b, refs)
	}
	return foot
}

// claim gives each row the notes that it refers to, in the order of the text. A
// note that another note refers to follows it; one that no row shows a mark of
// stands at the section's end.
func (f *flow) claim(notes []footnote) {
	if len(notes) == 0 {
		return
	}
	at := map[string]int{}
	taken := make([]bool, len(notes))
	for i, n := range notes {
		if at[n.id] == 0 {
			at[n.id] = i + 1
		}
	}
	f.notes = &footnotes{sums: []Length{0}, dues: make([]int32, 1, len(f.rows)+1)}
	var take func(r *row)
	take = func(r *row) {
		for _, l := range r.links {
			i := at[l.to.note]
			if l.to.note == "" || i == 0 || taken[i-1] {
				continue
			}
			taken[i-1] = true
			rows := notes[i-1].rows
			for k := range rows {
				f.notes.add(&rows[k])
			}
			for k := range rows {
				take(&rows[k])
			}
		}
	}
	paragraph := 0
	for i := range f.rows {
		r := &f.rows[i]
		if r.line != nil && r.line.at == 0 {
			paragraph = i
		}
		take(r)
		f.notes.dues = append(f.notes.dues, int32(len(f.notes.rows)))
		if r.reset != nil && f.notes.due(paragraph) < len(f.notes.rows) {
			r.reset = nil // set anew, its marks could fall on other pages
		}
	}
	for i, n := range notes {
		if !taken[i] {
			f.rows = append(append(f.rows, row{kind: softRow, height: f.leading}), n.rows...)
		}
	}
	for len(f.notes.dues) <= len(f.rows) {
		f.notes.dues = append(f.notes.dues, int32(len(f.notes.rows)))
	}
	if len(f.notes.rows) == 0 {
		f.notes = nil
	}
}
