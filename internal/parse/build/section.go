package build

import (
	"fmt"
	"strings"

	"storybind/internal/book"
	"storybind/internal/diag"
	"storybind/internal/parse/char"
	"storybind/internal/parse/desk"
	"storybind/internal/parse/opening"
	"storybind/internal/parse/outline"
	"storybind/internal/parse/passage"
	"storybind/internal/parse/wording"
)

// Structure finds the story's headings in lines [from, to) and makes its sections.
func Structure(r *desk.Reading, from, to int) {
	for from < to && r.Lines[from].Blank() {
		from++
	}
	if from >= to {
		return
	}
	notes := r.Book.Back // what stands after the story's end comes last
	r.Book.Back = nil
	defer func() { r.Book.Back = append(r.Book.Back, notes...) }()
	heads := outline.FindHeadings(r, from, to)
	r.DropContacts(from, to)
	b := &binding{Scheme: heads, start: from, ids: map[string]int{}}
	b.takeCuts()
	b.findParts()
	b.firstPart()
	if len(b.Heads) == 0 {
		b.Forget()
		b.opening(from)
	} else {
		b.opening(from)
		b.Forget()
	}
	for i := range b.Heads {
		if b.Heads[i].Style&wording.Satellite == 0 {
			b.lastMain = i
		}
	}
	for i := range b.Heads {
		b.add(i)
	}
	b.Book.Confidence = b.Sure()
	b.checkNumbers()
	b.TellEdgeMarks()
}

// A binding makes sections of headings, in order.
type binding struct {
	*outline.Scheme
	start    int             // the line at which the text begins
	open     []*book.Section // the sections still open, outermost first
	level    []uint8         // and the levels of their headings
	ids      map[string]int  // how often an identifier was asked for
	lastMain int             // the last heading that is no satellite
	body     bool            // body matter has begun
	empty    int             // sections without text
	back     bool            // back matter has begun
	several  bool            // the file holds several stories
	parts    bool            // the story is a row of parts as they were posted: "Part 2/3"
}

// opening makes a section of what stands before the first heading.
func (b *binding) opening(from int) {
	to := b.To
	if len(b.Heads) > 0 {
		to = int(b.Heads[0].From)
	}
	own := b.ownStory(from)
	if to <= from {
		return
	}
	from, to = b.trim(from, to)
	from, to = b.dropTitle(from, to)
	for _, c := range b.cutsIn(from, to) { // contents at either end
		if from >= c.From {
			from, to = b.trim(c.To, max(c.To, to))
		}
		if to <= c.To {
			from, to = b.trim(from, max(from, c.From))
		}
	}
	if from >= to {
		return
	}
	if own != nil {
		own.Blocks = b.text(from, to)
		return
	}
	story := len(b.Heads) == 0 || b.begins(from, to)
	if story && from < b.Epigraph && b.Epigraph < to {
		s := &book.Section{Role: book.Epigraph, Unlisted: true, Span: b.Span(from, b.Epigraph)}
		s.Blocks = b.text(from, b.Epigraph)
		s.ID = b.id("epigraph", "")
		b.Book.Front = append(b.Book.Front, s)
		from, to = b.trim(b.Epigraph, to)
	}
	s := &book.Section{Role: book.Chapter, Span: b.Span(from, to)}
	s.Blocks = b.text(from, to)
	if story {
		b.headFirst(s)
		s.ID = b.id("chapter", "")
		b.Book.Body = append(b.Book.Body, s)
		b.body = true
		return
	}
	s.Role, s.Unlisted = book.Preface, true
	if raw := b.Span(from, to).Raw(); to-from < 12 && len(raw) < 600 {
		if s.Role = book.Epigraph; opensDedication(raw) {
			s.Role = book.Dedication
		}
	}
	s.ID = b.id(string(s.Role), "")
	b.Book.Front = append(b.Book.Front, s)
}

// opensDedication reports whether a short text before the first heading begins
// as dedications do.
func opensDedication(s string) bool {
	for _, lead := range [...]string{"to ", "for ", "dedicated", "in memory", "für ", "dem ", "der ", "den ", "à ", "pour ", "para ", "al ", "alla ", "per ", "посвящается"} {
		if strings.HasPrefix(strings.ToLower(strings.TrimLeft(s[:min(len(s), 40)], "_* ")), lead) {
			return true
		}
	}
	return false
}

// text reads lines [from, to) into blocks, without cuts and printed contents.
func (b *binding) text(from, to int) []book.Block {
	var out []book.Block
	for _, c := range b.cutsIn(from, to) {
		if first, last := b.trim(from, max(from, c.From)); first < last {
			out = append(out, Blocks(b.Scheme.Reading, first, last)...)
		}
		from = min(c.To, to)
	}
	if from, to = b.trim(from, to); from < to {
		out = append(out, Blocks(b.Scheme.Reading, from, to)...)
	}
	return out
}

// begins reports whether lines [from, to), before the first heading, are the
// story's own beginning and not front matter: the first number is above 1, or what
// the first heading heads follows a story, as an epilogue does.
func (b *binding) begins(from, to int) bool {
	first := &b.Heads[0]
	if first.Number == 2 || b.Groups[first.Group].Recurs {
		return true
	}
	switch first.Role() {
	case book.Epilogue, book.Afterword, book.Appendix, book.Glossary, book.Endnotes:
		return true
	}
	if first.Kind == wording.NoNumeral && first.Style&wording.Satellite == 0 && first.Before < 3 && b.ProseIn(from, to) {
		return true
	}
	return first.Kind != wording.NoNumeral && first.Number != 1
}

// dropTitle sets aside the story's title, printed once more before its first heading.
func (b *binding) dropTitle(from, to int) (int, int) {
	title := char.PlainKey(b.Book.Meta.Title)
	if title == "" {
		return from, to
	}
	at := to
	for n := to - 1; n >= from; n-- {
		l := &b.Lines[n]
		if l.Blank() {
			continue
		}
		if len(l.Text) > 2*len(title)+16 || char.PlainKey(l.Text) != title || n > from && !b.Lines[n-1].Blank() {
			break
		}
		b.LeaveOutAs("repeated-title", desk.RepeatedTitle, n, n+1, "the story's title once more, above its first heading")
		at = n
	}
	return b.trim(from, at)
}

// trim drops blank lines, rules and marks of scene breaks at both ends of lines
// [from, to): they part sections, and the sections' ends do that now.
func (b *binding) trim(from, to int) (int, int) {
	for from < to && b.onlyParts(from) {
		from++
	}
	for from < to && b.onlyParts(to-1) {
		to--
	}
	return from, to
}

// onlyParts reports whether line n only parts what stands around it; a mark with
// letters in it ("oOo") is set aside.
func (b *binding) onlyParts(n int) bool {
	if b.Lines[n].Blank() {
		return true
	}
	if !b.IsSceneBreak(n) && !passage.IsRule(b.Lines[n].Text) || b.Lines[n].Marks&passage.IsDrawn != 0 {
		return false
	}
	if char.PlainKey(b.Lines[n].Text) != "" {
		b.SetAside(desk.EdgeMark, n, n+1)
	}
	return true
}

// add makes the section of heading i.
func (b *binding) add(i int) {
	h := &b.Heads[i]
	to := b.To
	if i+1 < len(b.Heads) {
		to = int(b.Heads[i+1].From)
	}
	s := &book.Section{Role: h.Role(), Confidence: int(h.Chance), Because: b.Because(h)}
	b.setHeading(s, h)
	from, end := max(int(h.To), int(h.Again), b.start), to
	if h.Style&wording.Repeated != 0 {
		s.Blocks = b.headPart(h)
	} else {
		from = b.repeatedHeader(i, from, end)
	}
	if from < end && opening.IsStoryLabel(b.Lines[from].Text) && h.Style&wording.Repeated == 0 { // a page copied from AO3
		b.SetAside(desk.ArchiveWordsCut, from, from+1)
		from++
	}
	from, end = b.trim(from, end)
	if i+1 < len(b.Heads) && !b.body && b.Heads[i+1].Kind != wording.NoNumeral {
		from, end = b.dropTitle(from, end)
	}
	s.Span = b.Span(int(h.Line), max(int(h.To), end))
	children := i+1 < len(b.Heads) && b.Heads[i+1].Level > h.Level
	if s.Role == book.Part && !children {
		s.Role = book.Chapter
	} else if children && h.Style&wording.OfStory != 0 {
		s.Role = book.Part
	}
	b.place(s, h, i)
	if from < end {
		s.Blocks = append(s.Blocks, b.text(from, end)...)
	} else if !children {
		b.tellEmpty(s, h)
	}
}

// tellEmpty warns that a section has no text.
func (b *binding) tellEmpty(s *book.Section, h *outline.Heading) {
	const most = 20 // remarks of this kind: a file with more has another fault
	message := fmt.Sprintf("%q has no text", s.Heading)
	switch b.empty++; {
	case b.empty > most:
		return
	case b.empty == most:
		message += "; others like it get no remark of their own"
	}
	b.Remark("empty-chapter", diag.Warning, int(h.Line), int(h.Line)+1, message,
		"if this line heads nothing, or its text is missing, mend the story")
}
