package parse

import (
	"fmt"
	"strconv"
	"strings"

	"storybind/internal/book"
	"storybind/internal/diag"
)

// structure finds the story's headings in lines [from, to) and makes its sections.
func (r *reading) structure(from, to int) {
	for from < to && r.lines[from].blank() {
		from++
	}
	if from >= to {
		return
	}
	notes := r.book.Back // what stands after the story's end comes last
	r.book.Back = nil
	defer func() { r.book.Back = append(r.book.Back, notes...) }()
	b := &binding{scheme: r.findHeadings(from, to), start: from, ids: map[string]int{}}
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
	b.checkNumbers()
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
	back     bool            // back matter has begun
	parts    bool            // the story is a row of parts as they were posted: "Part 2/3"
}

// opening makes a section of what stands before the first heading.
func (b *binding) opening(from int) {
	to := b.to
	if len(b.heads) > 0 {
		to = int(b.heads[0].from)
	}
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
	s := &book.Section{Role: book.Chapter, Span: b.span(from, to)}
	s.Blocks = b.text(from, to)
	if len(b.heads) == 0 || b.begins(from, to) {
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
// story's own beginning and not front matter: the first number is 2, or there is
// as much text as in a chapter.
func (b *binding) begins(from, to int) bool {
	first := &b.heads[0]
	if first.number == 2 {
		return true
	}
	if first.kind == noNumeral || first.number == 1 {
		return false
	}
	return true
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
		if l.blank() {
			continue
		}
		if len(l.text) > 2*len(title)+16 || plainKey(l.text) != title || n > from && !b.lines[n-1].blank() {
			break
		}
		b.setAside("repeated title", n, n+1)
		at = n
	}
	return b.trim(from, at)
}

// trim drops blank lines, rules and marks of scene breaks at both ends of lines
// [from, to): they part sections, and the sections' ends do that now.
func (b *binding) trim(from, to int) (int, int) {
	for from < to && b.parts2(from) {
		from++
	}
	for from < to && b.parts2(to-1) {
		to--
	}
	return from, to
}

// parts2 reports whether line n only parts what stands around it; a mark with
// letters in it ("oOo") is set aside.
func (b *binding) parts2(n int) bool {
	if b.lines[n].blank() {
		return true
	}
	if !b.isSceneBreak(n) && !isRuleLine(b.lines[n].text) {
		return false
	}
	if plainKey(b.lines[n].text) != "" {
		b.setAside("scene break at a section's edge", n, n+1)
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
	s := &book.Section{Role: h.role()}
	b.setHeading(s, h)
	from, end := max(int(h.to), b.start), to
	if h.style&repeated != 0 {
		b.headPart(h)
	} else {
		from = b.repeatedHeader(i, from, end)
	}
	from, end = b.trim(from, end)
	if i+1 < len(b.heads) && !b.body && b.heads[i+1].kind != noNumeral {
		from, end = b.dropTitle(from, end)
	}
	s.Span = b.span(int(h.line), max(int(h.to), end))
	children := i+1 < len(b.heads) && b.heads[i+1].level > h.level
	if s.Role == book.Part && !children {
		s.Role = book.Chapter
	}
	b.place(s, h, i)
	if from < end {
		s.Blocks = b.text(from, end)
	} else if !children {
		b.remark("empty-chapter", diag.Warning, int(h.line), int(h.line)+1, fmt.Sprintf("%q has no text", s.Heading),
			"if this line heads nothing, or its text is missing, mend the story")
	}
}

// place puts a section where it belongs: into the section open around it, or
// into front, body or back matter.
func (b *binding) place(s *book.Section, h *heading, i int) {
	level := b.levelOf(h, s.Role, i)
	for len(b.level) > 0 && b.level[len(b.level)-1] >= level {
		b.open, b.level = b.open[:len(b.open)-1], b.level[:len(b.level)-1]
	}
	number := ""
	if h.number > 0 {
		number = strconv.Itoa(int(h.number))
	}
	if n := len(b.open); n > 0 {
		parent := b.open[n-1]
		s.ID = b.id(parent.ID+"-"+string(s.Role), number)
		parent.Sections = append(parent.Sections, s)
	} else {
		s.ID = b.id(string(s.Role), number)
		switch region(s.Role) {
		case book.FrontMatter:
			if b.body {
				b.book.Body = append(b.book.Body, s)
			} else {
				b.book.Front = append(b.book.Front, s)
			}
		case book.BackMatter:
			if b.body {
				b.back = true
			}
			fallthrough
		default:
			if !b.body && h.style&named != 0 && b.beforeScheme(i) {
				b.book.Front = append(b.book.Front, s)
			} else if b.back {
				b.book.Back = append(b.book.Back, s)
			} else {
				b.body = true
				b.book.Body = append(b.book.Body, s)
			}
		}
	}
	b.open, b.level = append(b.open, s), append(b.level, level)
}

// levelOf is the heading's level where it stands: a satellite stands on the
// level of the chapters around it, or outside all parts.
func (b *binding) levelOf(h *heading, role book.Role, i int) uint8 {
	if h.style&satellite == 0 || h.kind != noNumeral {
		return h.level
	}
	switch role {
	case book.Epilogue, book.Afterword, book.Appendix, book.Glossary, book.Endnotes:
		if i > b.lastMain {
			return 1
		}
	}
	return h.level
}

// beforeScheme reports whether heading i, a name, stands before every heading
// with a number.
func (b *binding) beforeScheme(i int) bool {
	for k := i + 1; k < len(b.heads) && k < i+16; k++ {
		if b.heads[k].kind != noNumeral {
			return true
		}
		if b.heads[k].style&(named|satellite) == 0 {
			return false
		}
	}
	return false
}

func region(role book.Role) string {
	switch role {
	case book.Preface, book.Foreword, book.Introduction, book.Dedication, book.Epigraph:
		return book.FrontMatter
	case book.Afterword, book.Appendix, book.Glossary, book.Endnotes:
		return book.BackMatter
	}
	return book.BodyMatter
}

// id makes an identifier that no other section has: "chapter-3", or by counting
// when the heading has no number.
func (b *binding) id(base, number string) string {
	b.ids[base]++
	id := base
	if number != "" {
		id = base + "-" + number
	} else if strings.HasSuffix(base, "chapter") || strings.HasSuffix(base, "part") || b.ids[base] > 1 {
		id = base + "-" + strconv.Itoa(b.ids[base])
	}
	for b.ids["="+id] > 0 { // taken: a number printed twice
		b.ids[id+"="]++
		next := id + "-" + strconv.Itoa(b.ids[id+"="]+1)
		if b.ids["="+next] == 0 {
			id = next
			break
		}
	}
	b.ids["="+id] = 1
	return id
}

// setHeading splits a heading into label, title and subtitle.
func (b *binding) setHeading(s *book.Section, h *heading) {
	text, last := b.lines[h.line].text, h.to
	if h.style&repeated != 0 {
		last = h.line + 1
		if h.valueOnly() {
			text = text[h.open:]
		}
	}
	var all strings.Builder
	all.WriteString(text)
	rest := ""
	for n := h.line + 1; n < last; n++ {
		t := b.lines[n].text
		if t == "" || isRuleLine(t) {
			continue
		}
		all.WriteByte(' ')
		all.WriteString(t)
		rest += " " + t
	}
	s.Heading = foldSpace(all.String())
	label, title := "", ""
	switch {
	case h.prefix > 0, h.valueOnly():
		title = text
	case h.style&named != 0, h.verdict == nameAlone && !h.titled(), h.verdict == maybe && h.word != 0:
		title = text[h.open:h.close]
		if rest != "" {
			title = text[h.open:]
		}
	default:
		label, title = text[h.open:h.label], text[h.title:h.close]
		if h.titled() && h.close < uint8(len(text)) && h.open == 0 {
			title = text[h.title:] // marks of emphasis, a closing stop
		}
	}
	if h.titleAt > 0 || rest != "" {
		title = strings.TrimSpace(title + rest)
	}
	s.Label = labelCase(foldSpace(label))
	if title = titleStop(foldSpace(title)); title != "" {
		s.Title = b.inlinesOf(title)
	}
}

// titleStop takes the full stop from a title's end, as printed titles have none;
// an abbreviation's stays.
func titleStop(t string) string {
	if !strings.HasSuffix(t, ".") || strings.HasSuffix(t, "..") {
		return t
	}
	body := t[:len(t)-1]
	last := body[strings.LastIndexByte(body, ' ')+1:]
	if len(last) <= 3 && !allCapitals(last) || strings.Contains(last, ".") || last == "" {
		return t
	}
	return body
}

// foldSpace makes one blank of every stretch of white space.
func foldSpace(s string) string { return strings.Join(strings.Fields(s), " ") }

// checkNumbers warns of gaps and repeats in the running numbers of headings.
func (b *binding) checkNumbers() {
	const most = 10 // remarks; a file that counts in its own way needs no more
	said := 0
	prev := map[int32]*heading{}
	for i := range b.heads {
		h := &b.heads[i]
		if h.kind == noNumeral || h.kind == finalNumber || h.group == 0 {
			continue
		}
		p := prev[h.group]
		prev[h.group] = h
		if p == nil || h.number == 1 || h.word == headingWords["上"] || h.number == p.number+1 || h.titled() != p.titled() && h.number != p.number {
			continue
		}
		if said++; said > most {
			continue
		}
		text := b.lines[h.line].text
		message := fmt.Sprintf("%q follows %q: the numbers do not run", text, b.lines[p.line].text)
		switch {
		case h.number == p.number && text != b.lines[p.line].text[:min(len(text), len(b.lines[p.line].text))] && h.label > 1 && text[h.label-1] >= 'a': // "Part 2a", "Part 2b"
			said--
			continue
		case h.number == p.number:
			message = fmt.Sprintf("%q has the same number as %q (line %d)", text, b.lines[p.line].text, b.src.FileLine(int(p.line)))
		case h.number == p.number+2:
			message = fmt.Sprintf("%q follows %q: number %d is missing", text, b.lines[p.line].text, p.number+1)
		}
		b.remark("chapter-numbers", diag.Warning, int(h.line), int(h.line)+1, message, "look whether a chapter is missing, or a line was taken for a heading that is none")
	}
}
