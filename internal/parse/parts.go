package parse

import (
	"strings"

	"storybind/internal/book"
	"storybind/internal/parse/passage"
)

// seriesForm reads a heading that begins with the story's title: "The Lamp
// (2/3)", "The Lamp 3/10", "The Lamp - Part 2 of 5", "The Lamp, Chapter Three".
// prefix is the number of bytes of the title; the number counts only when other
// lines, or the header, have the same title.
func seriesForm(text string) (f form, prefix uint8) {
	if len(text) > 120 || len(text) < 4 {
		return form{}, 0
	}
	switch c := text[len(text)-1]; c {
	case ')', ']':
		if i := strings.LastIndexAny(text, "(["); i > 1 && text[i-1] == ' ' {
			if g := fraction(text[i+1 : len(text)-1]); g.of > 0 || g.verdict == wordNumber {
				return shift(g, i+1), uint8(i - 1)
			}
		}
	case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '?':
		i := strings.LastIndexByte(text, ' ')
		if i > 1 {
			if g := fraction(text[i+1:]); g.of > 0 {
				return shift(g, i+1), uint8(i)
			}
		}
	}
	for at := 1; at < len(text); at++ {
		switch text[at] {
		case ',', ':', '(':
		case '-', 0xE2: // a dash
			if text[at-1] != ' ' {
				continue
			}
		default:
			continue
		}
		skip := at
		for skip < len(text) && strings.IndexByte(",-:( ", text[skip]) >= 0 {
			skip++
		}
		for _, dash := range [...]string{"– ", "— "} {
			if strings.HasPrefix(text[skip:], dash) {
				skip += len(dash)
			}
		}
		rest := text[skip:]
		if rest == "" {
			break
		}
		if c := rest[0]; c >= 'a' && c <= 'z' || findHeadingWord(rest[:firstWord(rest)]) == 0 {
			continue
		}
		if g := formOf(rest); g.verdict == wordNumber && g.open == 0 {
			return shift(g, skip), uint8(at)
		}
	}
	return form{}, 0
}

// fraction reads "2/3", "Part 2 of 5", "2/?" as the whole of a text.
func fraction(s string) form {
	f := formOf(s)
	if f.kind == noNumeral || f.titled() || f.verdict != wordNumber && f.verdict != bareNumber {
		return form{}
	}
	if f.of == 0 && strings.HasSuffix(s, "?") {
		f.of = -1
	}
	return f
}

// shift moves a form's places by the bytes that stand before it.
func shift(f form, by int) form {
	f.open += uint8(by)
	f.label += uint8(by)
	f.title += uint8(by)
	f.close += uint8(by)
	return f
}

// firstPart takes back the line "The Lamp (1/3)" that was set aside above the
// text as the title repeated, when the first heading found is that of part 2.
func (b *binding) firstPart() {
	if len(b.heads) == 0 || b.heads[0].number != 2 || b.heads[0].of == 0 || b.heads[0].prefix == 0 {
		return
	}
	for i, a := range b.book.SetAside {
		if a.Reason != repeatedTitle {
			continue
		}
		n, last := b.src.LineAt(a.Span.Start), b.src.LineAt(a.Span.End)
		for ; n <= last; n++ {
			f, prefix := seriesForm(b.lines[n].Text)
			if f.number != 1 || f.of != b.heads[0].of || prefix == 0 {
				continue
			}
			b.book.SetAside = append(b.book.SetAside[:i], b.book.SetAside[i+1:]...)
			from := b.src.LineAt(a.Span.Start)
			if from < n {
				b.setAside(a.Reason, from, n)
			}
			if n < last {
				b.setAside(a.Reason, n+1, last+1)
			}
			h := b.heads[0]
			h.form, h.prefix, h.line, h.from, h.to, h.block = f, prefix, int32(n), int32(n), int32(n+1), int32(n+1)
			h.before, h.after = startOfStory, 1
			b.heads = append([]heading{h}, b.heads...)
			return
		}
	}
}

// headFirst gives the story's first part its heading when the next part has one:
// the line that is the story's title as well, "The Lamp, Chapter 1".
func (b *binding) headFirst(s *book.Section) {
	if len(b.heads) == 0 || b.heads[0].number != 2 || b.heads[0].prefix == 0 && !b.heads[0].valueOnly() {
		return
	}
	for i := range b.book.Meta.Fields {
		f := &b.book.Meta.Fields[i]
		if f.Name != "title" {
			continue
		}
		if _, part, _, ok := cutPart(f.Value); ok && part == 1 {
			s.Heading, s.Title = f.Value, b.inlinesOf(f.Value)
			s.Span.Start = f.Span.Start // the heading stands there
			return
		}
	}
}

// findParts notes whether the story is a row of parts as they were posted.
func (b *binding) findParts() {
	for i := range b.heads {
		b.parts = b.parts || b.heads[i].of != 0 || b.heads[i].prefix > 0
	}
}

// repeatedHeader sets aside the lines that a part's head repeats from the first
// part: its byline, an address. They stand right below the heading without a blank
// line; so does nothing of the text. It returns the
// first line behind them.
func (b *binding) repeatedHeader(i, from, to int) int {
	h := &b.heads[i]
	if i == 0 && h.number != 2 || h.prefix == 0 || from >= int(h.block) {
		return from
	}
	end := from
	for end < int(h.block) && end < to && end-from < 6 && b.repeatsHeader(end) {
		end++
	}
	if end == from {
		return from
	}
	b.setAside(repeatedHeaderCut, from, end)
	b.tellRepeated(from, end)
	return end
}

// dropPosted takes parts that only say how the story was posted, "The Lamp (2/3)" with
// its byline, back as headings and sets them aside, when each stands right above a
// heading of the story's own.
func (s *scheme) dropPosted() {
	for _, g := range s.groups[1:] {
		if g.word != headingWords["part"] || len(g.members) == 0 || !s.allPosted(g) {
			continue
		}
		for _, m := range g.members {
			h := &s.heads[m]
			last := int(s.heads[m+1].from)
			for last > int(h.from) && s.lines[last-1].Blank() {
				last--
			}
			s.cuts = append(s.cuts, cut{repeatedHeaderCut, int(h.from), last, int(h.line)})
			h.group = 0
		}
		g.members = nil
	}
}

// allPosted reports whether every heading of a group repeats the story's title with
// the part's number, and stands right above a heading with a number of its own.
func (s *scheme) allPosted(g *group) bool {
	title := plainKey(s.book.Meta.Title)
	for _, m := range g.members {
		h := &s.heads[m]
		if h.prefix == 0 || h.style&repeated != 0 || int(m)+1 >= len(s.heads) || plainKey(s.lines[h.line].Text[:h.prefix]) != title {
			return false
		}
		next := &s.heads[m+1]
		if next.group == 0 || next.kind == noNumeral && next.style&satellite == 0 || next.from-h.to > 8 {
			return false
		}
		for n := int(h.to); n < int(next.from); n++ {
			if t := s.lines[n].Text; t != "" && !passage.IsRule(t) && !s.repeatsHeader(n) {
				return false
			}
		}
	}
	return true
}

// repeatsHeader reports whether line n says what the story's header has said: who
// wrote it, where mail reaches the author, or a labelled field with the same value.
func (r *reading) repeatsHeader(n int) bool {
	t := r.lines[n].Text
	if by, ok := bylineOf(t); ok && (by.alone || sameNames(authorsOf(by.names), r.book.Meta.Authors())) || sameNames([]string{t}, r.book.Meta.Authors()) {
		return true
	}
	value := t
	if l, ok := labelOf(t); ok && l.known() {
		value = t[l.value:]
		if l.name == "author" && sameNames(authorsOf(value), r.book.Meta.Authors()) {
			return true
		}
	} else if !strings.Contains(t, "@") {
		return false
	}
	for i := range r.book.Meta.Fields {
		if sameLetters(r.book.Meta.Fields[i].Value, value) {
			return true
		}
	}
	return false
}
