package parse

import (
	"slices"
	"strconv"
	"strings"

	"storybind/internal/book"
	"storybind/internal/diag"
)

// Which mark refers to which note is settled when the whole book stands there, with
// its chapters: numbers begin again in every chapter of some books, and stars on every
// page. The n-th "1" of the text goes to the n-th "1" of the notes, or to the one that
// stands below the chapter's own heading among the notes. Where they do not pair there
// is no link: a wrong one is worse than none.

// A noteEvent is a reference or a note, in the order of the book.
type noteEvent struct {
	note    *book.Note // nil for a reference
	put     func(book.Inline)
	call    int // of a reference: its place in noteIndex.refs
	section int // the section that it stands in, counted in reading order
	chapter int // of a note: the section whose heading stands above it among the notes; -1 for none
}

// pairNotes settles which note each reference of the book leads to.
func (r *reading) pairNotes() {
	x := r.layout.notes
	if x == nil {
		return
	}
	w := noteWalk{chapters: map[string]int{}}
	for _, s := range r.book.Sections() {
		w.walk(s)
	}
	byMark := map[string][]*noteEvent{}
	var marks []string
	for i := range w.events {
		e := &w.events[i]
		mark := ""
		if e.note != nil {
			mark = e.note.Mark
		} else {
			mark = x.refs[e.call].mark
		}
		if byMark[mark] == nil {
			marks = append(marks, mark)
		}
		byMark[mark] = append(byMark[mark], e)
	}
	p := notePairs{to: map[*noteEvent]*book.Note{}, restarts: restarts(byMark, marks)}
	for _, m := range marks {
		p.pair(byMark[m])
	}
	linked := map[*book.Note]bool{}
	var lost []*noteEvent
	for i := range w.events {
		e := &w.events[i]
		if e.note != nil {
			continue
		}
		call := x.refs[e.call]
		if n := p.to[e]; n != nil {
			e.put(book.NoteRef{ID: n.ID, Mark: call.mark})
			linked[n] = true
			continue
		}
		e.put(book.Text{Value: call.typed})
		lost = append(lost, e)
	}
	r.tellNotes(x, linked, lost)
}

// tellNotes says how many notes are linked, and which marks are not.
func (r *reading) tellNotes(x *noteIndex, linked map[*book.Note]bool, lost []*noteEvent) {
	first := x.notes[0].line
	said := "notes to the text begin here; those that the text refers to are linked: " + decimal(len(linked))
	if left := len(x.notes) - len(linked); left > 0 {
		said += "; not linked: " + decimal(left)
	}
	r.remark("notes", diag.Note, first, first+1, said, "")
	const most = 20
	for i, e := range lost {
		call := x.refs[e.call]
		if i == most {
			r.remark("note-not-linked", diag.Warning, call.line, call.line+1, decimal(len(lost)-most)+" more marks lead to no note", "")
			break
		}
		r.remark("note-not-linked", diag.Warning, call.line, call.line+1, "it is not clear which note the mark "+call.typed+" refers to; it leads nowhere",
			"number the notes so that each mark has one of its own, or let the notes name their chapters")
	}
}

// A noteWalk gathers references and notes.
type noteWalk struct {
	events   []noteEvent
	section  int
	chapter  int            // named by the last heading among notes; -1 for none
	chapters map[string]int // sections by the letters of their headings; -1 where two have the same
}

func (w *noteWalk) walk(s *book.Section) {
	w.section++
	w.chapter = -1
	for _, key := range headingKeys(s) {
		if at, ok := w.chapters[key]; ok && at != w.section {
			w.chapters[key] = -1
		} else {
			w.chapters[key] = w.section
		}
	}
	w.line(s.Title)
	w.line(s.Subtitle)
	for b := range book.Blocks(s.Blocks) {
		if n, ok := b.(*book.Note); ok {
			w.events = append(w.events, noteEvent{note: n, section: w.section, chapter: w.chapter})
			continue
		}
		if at, ok := w.named(b); ok {
			w.chapter = at
		}
		book.EachLine(b, w.line)
	}
}

// line gathers the references of a line.
func (w *noteWalk) line(ins []book.Inline) {
	for i, in := range ins {
		switch in := in.(type) {
		case book.NoteRef:
			if ref, ok := strings.CutPrefix(in.ID, "?"); ok {
				call, _ := strconv.Atoi(ref)
				w.events = append(w.events, noteEvent{put: func(to book.Inline) { ins[i] = to }, call: call, section: w.section})
			}
		case book.Emphasis:
			w.line(in.Inlines)
		case book.Strong:
			w.line(in.Inlines)
		case book.Struck:
			w.line(in.Inlines)
		case book.SmallCaps:
			w.line(in.Inlines)
		case book.Link:
			w.line(in.Inlines)
		}
	}
}

// headingKeys are the letters of a section's heading: of the whole, and of its label.
func headingKeys(s *book.Section) []string {
	var out []string
	for _, h := range [...]string{s.Heading, s.Label, s.Label + " " + book.Named(s.Title)} {
		if key := plainKey(h); key != "" && !slices.Contains(out, key) {
			out = append(out, key)
		}
	}
	return out
}

// named is the section whose heading a short block repeats.
func (w *noteWalk) named(b book.Block) (section int, ok bool) {
	const longest = 120
	text := ""
	switch b.(type) {
	case *book.Paragraph, *book.Subheading, *book.Inscription, *book.Verse:
		book.Pieces(b, func(t string) { text += t + " " })
	}
	if text == "" || len(text) > longest {
		return 0, false
	}
	section, ok = w.chapters[plainKey(text)]
	return section, ok && section >= 0 && section != w.section
}

// notePairs are references and their notes.
type notePairs struct {
	to       map[*noteEvent]*book.Note
	restarts bool // the numbers begin again in every chapter
}

// restarts reports whether two sections each refer to the marks from "1" on.
func restarts(byMark map[string][]*noteEvent, marks []string) bool {
	sections := func(mark string) map[int]bool {
		in := map[int]bool{}
		for _, e := range byMark[mark] {
			if e.note == nil {
				in[e.section] = true
			}
		}
		return in
	}
	ones := sections("1")
	if len(ones) < 2 {
		return false
	}
	highest := 0
	for _, m := range marks {
		if n, err := strconv.Atoi(m); err == nil {
			highest = max(highest, n)
		}
	}
	if highest < 2 { // nothing but "1"
		return true
	}
	twos := 0
	for s := range sections("2") {
		if ones[s] {
			twos++
		}
	}
	return twos > 1
}

// pair settles the references and notes of one mark.
func (p *notePairs) pair(es []*noteEvent) {
	var rest []*noteEvent
	taken := map[*noteEvent]bool{}
	for _, n := range es { // notes below the name of a chapter
		if n.note == nil || n.chapter < 0 || taken[n] {
			continue
		}
		var refs, notes []*noteEvent
		for _, e := range es {
			switch {
			case e.note == nil && e.section == n.chapter:
				refs = append(refs, e)
			case e.note != nil && e.chapter == n.chapter:
				notes = append(notes, e)
			}
		}
		p.match(refs, notes)
		for _, e := range append(refs, notes...) {
			taken[e] = true
		}
	}
	for _, e := range es {
		if !taken[e] {
			rest = append(rest, e)
		}
	}
	for from := 0; from < len(rest); { // references, and the notes that follow them
		mid := from
		for mid < len(rest) && rest[mid].note == nil {
			mid++
		}
		end := mid
		for end < len(rest) && rest[end].note != nil {
			end++
		}
		p.match(rest[from:mid], rest[mid:end])
		from = end
	}
}

// match pairs references with the notes behind them.
func (p *notePairs) match(refs, notes []*noteEvent) {
	if len(refs) == 0 || len(notes) == 0 {
		return
	}
	bySection := slices.Clone(refs) // the first of each section
	bySection = slices.CompactFunc(bySection, func(a, b *noteEvent) bool { return a.section == b.section })
	switch {
	case len(refs) == len(notes):
		for i, e := range refs {
			p.to[e] = notes[i].note
		}
	case len(notes) == 1 && (len(bySection) == 1 || !p.restarts && !isStars(notes[0].note.Mark)):
		for _, e := range refs {
			p.to[e] = notes[0].note
		}
	case len(notes) == 1: // the note of the section in which it stands
		for _, e := range refs {
			if e.section == notes[0].section {
				p.to[e] = notes[0].note
			}
		}
	case len(bySection) == len(notes):
		at := -1
		for i, e := range refs {
			if i == 0 || e.section != refs[i-1].section {
				at++
			}
			p.to[e] = notes[at].note
		}
	}
}

func isStars(mark string) bool { return strings.Trim(mark, "*†‡§¶") == "" }
