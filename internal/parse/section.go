package parse

import (
	"fmt"
	"strings"

	"storybind/internal/book"
	"storybind/internal/diag"
	"storybind/internal/parse/passage"
)

// structure finds the story's headings in lines [from, to) and makes its sections.
func (r *reading) structure(from, to int) {
	for from < to && r.lines[from].Blank() {
		from++
	}
	if from >= to {
		return
	}
	notes := r.book.Back // what stands after the story's end comes last
	r.book.Back = nil
	defer func() { r.book.Back = append(r.book.Back, notes...) }()
	heads := r.findHeadings(from, to)
	r.dropContacts(from, to)
	b := &binding{scheme: heads, start: from, ids: map[string]int{}}
	b.takeCuts()
	b.findParts()
	b.firstPart()
	b.opening(from)
	for i := range b.heads {
		if b.heads[i].style&satellite == 0 {
			b.lastMain = i
		}
	}
	for i := range b.heads {
		b.add(i)
	}
	b.book.Confidence = b.sure()
	b.checkNumbers()
	b.tellEdgeMarks()
}

// A binding makes sections of headings, in order.
type binding struct {
	*scheme
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
	to := b.to
	if len(b.heads) > 0 {
		to = int(b.heads[0].from)
	}
	own := b.ownStory(from)
	if to <= from {
		return
	}
	from, to = b.trim(from, to)
	from, to = b.dropTitle(from, to)
	for _, c := range b.cutsIn(from, to) { // contents at either end
		if from >= c.from {
			from, to = b.trim(c.to, max(c.to, to))
		}
		if to <= c.to {
			from, to = b.trim(from, max(from, c.from))
		}
	}
	if from >= to {
		return
	}
	if own != nil {
		own.Blocks = b.text(from, to)
		return
	}
	story := len(b.heads) == 0 || b.begins(from, to)
	if story && from < b.epigraph && b.epigraph < to {
		s := &book.Section{Role: book.Epigraph, Unlisted: true, Span: b.span(from, b.epigraph)}
		s.Blocks = b.text(from, b.epigraph)
		s.ID = b.id("epigraph", "")
		b.book.Front = append(b.book.Front, s)
		from, to = b.trim(b.epigraph, to)
	}
	s := &book.Section{Role: book.Chapter, Span: b.span(from, to)}
	s.Blocks = b.text(from, to)
	if story {
		b.headFirst(s)
		s.ID = b.id("chapter", "")
		b.book.Body = append(b.book.Body, s)
		b.body = true
		return
	}
	s.Role, s.Unlisted = book.Preface, true
	if raw := b.span(from, to).Raw(); to-from < 12 && len(raw) < 600 {
		if s.Role = book.Epigraph; opensDedication(raw) {
			s.Role = book.Dedication
		}
	}
	s.ID = b.id(string(s.Role), "")
	b.book.Front = append(b.book.Front, s)
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
		if first, last := b.trim(from, max(from, c.from)); first < last {
			out = append(out, b.blocks(first, last)...)
		}
		from = min(c.to, to)
	}
	if from, to = b.trim(from, to); from < to {
		out = append(out, b.blocks(from, to)...)
	}
	return out
}

// begins reports whether lines [from, to), before the first heading, are the
// story's own beginning and not front matter: the first number is above 1, or what
// the first heading heads follows a story, as an epilogue does.
func (b *binding) begins(from, to int) bool {
	first := &b.heads[0]
	if first.number == 2 || b.groups[first.group].recurs {
		return true
	}
	switch first.role() {
	case book.Epilogue, book.Afterword, book.Appendix, book.Glossary, book.Endnotes:
		return true
	}
	if first.kind == noNumeral && first.style&satellite == 0 && first.before < 3 && b.proseIn(from, to) {
		return true
	}
	return first.kind != noNumeral && first.number != 1
}

// dropTitle sets aside the story's title, printed once more before its first heading.
func (b *binding) dropTitle(from, to int) (int, int) {
	title := plainKey(b.book.Meta.Title)
	if title == "" {
		return from, to
	}
	at := to
	for n := to - 1; n >= from; n-- {
		l := &b.lines[n]
		if l.Blank() {
			continue
		}
		if len(l.Text) > 2*len(title)+16 || plainKey(l.Text) != title || n > from && !b.lines[n-1].Blank() {
			break
		}
		b.leaveOutAs("repeated-title", repeatedTitle, n, n+1, "the story's title once more, above its first heading")
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
	if b.lines[n].Blank() {
		return true
	}
	if !b.isSceneBreak(n) && !passage.IsRule(b.lines[n].Text) || b.lines[n].Marks&passage.IsDrawn != 0 {
		return false
	}
	if plainKey(b.lines[n].Text) != "" {
		b.setAside(edgeMark, n, n+1)
	}
	return true
}

// add makes the section of heading i.
func (b *binding) add(i int) {
	h := &b.heads[i]
	to := b.to
	if i+1 < len(b.heads) {
		to = int(b.heads[i+1].from)
	}
	s := &book.Section{Role: h.role(), Confidence: int(h.chance), Because: b.because(h)}
	b.setHeading(s, h)
	from, end := max(int(h.to), int(h.again), b.start), to
	if h.style&repeated != 0 {
		s.Blocks = b.headPart(h)
	} else {
		from = b.repeatedHeader(i, from, end)
	}
	if from < end && isStoryLabel(b.lines[from].Text) && h.style&repeated == 0 { // a page copied from AO3
		b.setAside(archiveWordsCut, from, from+1)
		from++
	}
	from, end = b.trim(from, end)
	if i+1 < len(b.heads) && !b.body && b.heads[i+1].kind != noNumeral {
		from, end = b.dropTitle(from, end)
	}
	s.Span = b.span(int(h.line), max(int(h.to), end))
	children := i+1 < len(b.heads) && b.heads[i+1].level > h.level
	if s.Role == book.Part && !children {
		s.Role = book.Chapter
	} else if children && h.style&ofStory != 0 {
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
func (b *binding) tellEmpty(s *book.Section, h *heading) {
	const most = 20 // remarks of this kind: a file with more has another fault
	message := fmt.Sprintf("%q has no text", s.Heading)
	switch b.empty++; {
	case b.empty > most:
		return
	case b.empty == most:
		message += "; others like it get no remark of their own"
	}
	b.remark("empty-chapter", diag.Warning, int(h.line), int(h.line)+1, message,
		"if this line heads nothing, or its text is missing, mend the story")
}
