package inlines

import (
	"slices"
	"strconv"
	"strings"

	"storybind/internal/book"
	"storybind/internal/parse/char"
)

// Which mark refers to which note is settled when the whole book stands there, with
// its chapters: numbers begin again in every chapter of some books, and stars on every
// page. The n-th "1" of the text goes to the n-th "1" of the notes, or to the one that
// stands below the chapter's own heading among the notes. Where they do not pair there
// is no link: a wrong one is worse than none.

// A NoteEvent is a reference or a note, in the order of the book.
type NoteEvent struct {
	Note    *book.Note // nil for a reference
	Put     func(book.Inline)
	Call    int // of a reference: its place in noteIndex.refs
	section int // the section that it stands in, counted in reading order
	chapter int // of a note: the section whose heading stands above it among the notes; -1 for none
}

// A NoteWalk gathers references and notes.
type NoteWalk struct {
	Events   []NoteEvent
	section  int
	chapter  int            // named by the last heading among notes; -1 for none
	Chapters map[string]int // sections by the letters of their headings; -1 where two have the same
}

// Walk goes through a section and those inside it.
func (w *NoteWalk) Walk(s *book.Section) {
	w.section++
	w.chapter = -1
	for _, key := range headingKeys(s) {
		if at, ok := w.Chapters[key]; ok && at != w.section {
			w.Chapters[key] = -1
		} else {
			w.Chapters[key] = w.section
		}
	}
	w.line(s.Title)
	w.line(s.Subtitle)
	for b := range book.Blocks(s.Blocks) {
		if n, ok := b.(*book.Note); ok {
			w.Events = append(w.Events, NoteEvent{Note: n, section: w.section, chapter: w.chapter})
			continue
		}
		if at, ok := w.named(b); ok {
			w.chapter = at
		}
		book.EachLine(b, w.line)
	}
}

// line gathers the references of a line.
func (w *NoteWalk) line(ins []book.Inline) {
	for i, in := range ins {
		switch in := in.(type) {
		case book.NoteRef:
			if ref, ok := strings.CutPrefix(in.ID, "?"); ok {
				call, _ := strconv.Atoi(ref)
				w.Events = append(w.Events, NoteEvent{Put: func(to book.Inline) { ins[i] = to }, Call: call, section: w.section})
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
		if key := char.PlainKey(h); key != "" && !slices.Contains(out, key) {
			out = append(out, key)
		}
	}
	return out
}

// named is the section whose heading a short block repeats.
func (w *NoteWalk) named(b book.Block) (section int, ok bool) {
	const longest = 120
	text := ""
	switch b.(type) {
	case *book.Paragraph, *book.Subheading, *book.Inscription, *book.Verse:
		book.Pieces(b, func(t string) { text += t + " " })
	}
	if text == "" || len(text) > longest {
		return 0, false
	}
	section, ok = w.Chapters[char.PlainKey(text)]
	return section, ok && section >= 0 && section != w.section
}

// NotePairs are references and their notes.
type NotePairs struct {
	To       map[*NoteEvent]*book.Note
	Restarts bool // the numbers begin again in every chapter
}

// Restarts reports whether two sections each refer to the marks from "1" on.
func Restarts(byMark map[string][]*NoteEvent, marks []string) bool {
	sections := func(mark string) map[int]bool {
		in := map[int]bool{}
		for _, e := range byMark[mark] {
			if e.Note == nil {
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

// Pair settles the references and notes of one mark.
func (p *NotePairs) Pair(es []*NoteEvent) {
	var rest []*NoteEvent
	taken := map[*NoteEvent]bool{}
	for _, n := range es { // notes below the name of a chapter
		if n.Note == nil || n.chapter < 0 || taken[n] {
			continue
		}
		var refs, notes []*NoteEvent
		for _, e := range es {
			switch {
			case e.Note == nil && e.section == n.chapter:
				refs = append(refs, e)
			case e.Note != nil && e.chapter == n.chapter:
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
		for mid < len(rest) && rest[mid].Note == nil {
			mid++
		}
		end := mid
		for end < len(rest) && rest[end].Note != nil {
			end++
		}
		if below := rest[end:]; mid == from && end-from == len(below) && !slices.ContainsFunc(below, func(e *NoteEvent) bool { return e.Note != nil }) {
			p.match(below, rest[from:end]) // notes that stand above what refers to them
		}
		p.match(rest[from:mid], rest[mid:end])
		from = end
	}
}

// match pairs references with the notes behind them.
func (p *NotePairs) match(refs, notes []*NoteEvent) {
	if len(refs) == 0 || len(notes) == 0 {
		return
	}
	bySection := slices.Clone(refs) // the first of each section
	bySection = slices.CompactFunc(bySection, func(a, b *NoteEvent) bool { return a.section == b.section })
	switch {
	case len(refs) == len(notes):
		for i, e := range refs {
			p.To[e] = notes[i].Note
		}
	case len(notes) == 1 && (len(bySection) == 1 || !p.Restarts && !isStars(notes[0].Note.Mark)):
		for _, e := range refs {
			p.To[e] = notes[0].Note
		}
	case len(notes) == 1: // the note of the section in which it stands
		for _, e := range refs {
			if e.section == notes[0].section {
				p.To[e] = notes[0].Note
			}
		}
	case len(bySection) == len(notes):
		at := -1
		for i, e := range refs {
			if i == 0 || e.section != refs[i-1].section {
				at++
			}
			p.To[e] = notes[at].Note
		}
	}
}

func isStars(mark string) bool { return strings.Trim(mark, "*†‡§¶") == "" }
