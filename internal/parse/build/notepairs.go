package build

import (
	"storybind/internal/book"
	"storybind/internal/diag"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/inlines"
)

// PairNotes settles which note each reference of the book leads to.
func PairNotes(r *desk.Reading) {
	x := r.Layout.Notes
	if x == nil {
		return
	}
	w := inlines.NoteWalk{Chapters: map[string]int{}}
	for _, s := range r.Book.Sections() {
		w.Walk(s)
	}
	byMark := map[string][]*inlines.NoteEvent{}
	var marks []string
	for i := range w.Events {
		e := &w.Events[i]
		mark := ""
		if e.Note != nil {
			mark = e.Note.Mark
		} else {
			mark = x.Refs[e.Call].Mark
		}
		if byMark[mark] == nil {
			marks = append(marks, mark)
		}
		byMark[mark] = append(byMark[mark], e)
	}
	p := inlines.NotePairs{To: map[*inlines.NoteEvent]*book.Note{}, Restarts: inlines.Restarts(byMark, marks)}
	for _, m := range marks {
		p.Pair(byMark[m])
	}
	linked := map[*book.Note]bool{}
	var lost []*inlines.NoteEvent
	for i := range w.Events {
		e := &w.Events[i]
		if e.Note != nil {
			continue
		}
		call := x.Refs[e.Call]
		if n := p.To[e]; n != nil {
			e.Put(book.NoteRef{ID: n.ID, Mark: call.Mark})
			linked[n] = true
			continue
		}
		e.Put(book.Text{Value: call.Typed})
		lost = append(lost, e)
	}
	tellNotes(r, x, linked, lost)
}

// tellNotes says how many notes are linked, and which marks are not.
func tellNotes(r *desk.Reading, x *desk.NoteIndex, linked map[*book.Note]bool, lost []*inlines.NoteEvent) {
	first := x.Notes[0].Line
	said := "notes to the text begin here; those that the text refers to are linked: " + inlines.Decimal(len(linked))
	if left := len(x.Notes) - len(linked); left > 0 {
		said += "; not linked: " + inlines.Decimal(left)
	}
	r.Remark("notes", diag.Note, first, first+1, said, "")
	const most = 20
	for i, e := range lost {
		call := x.Refs[e.Call]
		if i == most {
			r.Remark("note-not-linked", diag.Warning, call.Line, call.Line+1, inlines.Decimal(len(lost)-most)+" more marks lead to no note", "")
			break
		}
		r.Remark("note-not-linked", diag.Warning, call.Line, call.Line+1, "it is not clear which note the mark "+call.Typed+" refers to; it leads nowhere",
			"number the notes so that each mark has one of its own, or let the notes name their chapters")
	}
}
