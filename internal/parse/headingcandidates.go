package parse

import (
	"strings"
	"unicode/utf8"

	"storybind/internal/parse/passage"
)

// A heading is a line that may head a section, measured once: what its words
// say, and how it stands.
type heading struct {
	form
	line     int32 // the line itself
	from, to int32 // the lines that belong to it: rules round it, further lines of its title
	block    int32 // where the run of lines without a blank ends in which it stands
	titleAt  int32 // first line of a title that stands on lines of its own; 0 when none does
	style    style
	before   uint8 // blank lines before it; startOfStory when nothing stands before it
	after    uint8 // blank lines after it; 0 when text follows at once
	prefix   uint8 // in "The Lamp (2/3)", the bytes of the story's title before the number
	level    uint8 // 1 is outermost; 0 while it is not taken for a heading
	group    int32 // the scheme's group it belongs to; 0 when none
}

// startOfStory stands for the blank lines before the first line.
const startOfStory = 255

// longestName is the most characters of a name that heads a section.
const longestName = 75

// A survey is what one pass over the story's lines finds.
type survey struct {
	heads  []heading // every line that may be a heading, in order
	titles []int     // lines that may head printed contents
	cuts   []cut     // lines that are no part of the story
}

// headingCandidates reads lines [from, to) once.
func (r *reading) headingCandidates(from, to int) (s survey) {
	gap := startOfStory
	for n := from; n < to; {
		if r.lines[n].Blank() {
			n++
			continue
		}
		l := &r.lines[n]
		end := 0
		if h, cuts, after := r.otherStory(n, from, to); after > n {
			h.before = uint8(gap)
			s.heads, s.cuts = append(s.heads, h), append(s.cuts, cuts...)
			gap, n = startOfStory-1, after
			continue
		}
		if mayHeadPart(l.Text) && gap > 0 {
			h, cuts, after := r.partHead(n, to)
			if end = after; end > n {
				if h.to > 0 {
					h.before, h.after = uint8(gap), 1
					s.heads = append(s.heads, h)
				}
				s.cuts = append(s.cuts, cuts...)
				gap, n = startOfStory-1, end
				continue
			}
		}
		end = n + 1
		for end < to && !r.lines[end].Blank() {
			end++
		}
		next := end
		for next < to && r.lines[next].Blank() {
			next++
		}
		switch {
		case l.Head != passage.StartsLower && (l.Tail != passage.EndsStop || l.Text[len(l.Text)-1] == '.') && headsContents(l.Text): // "CONTENTS."
			s.titles = append(s.titles, n)
		case end == n+1 && len(l.Text) < 14 && (l.Text == "Chapter Text" || l.Text == "Chapter Text:"): // a page copied from AO3
			s.cuts = append(s.cuts, cut{archiveWordsCut, n, end, n})
		}
		s.heads = r.blockCandidates(s.heads, n, end, gap, min(next-end, startOfStory-1))
		gap, n = min(next-end, startOfStory-1), next
	}
	return s
}

// blockCandidates looks at one run of lines [n, end) without a blank.
func (r *reading) blockCandidates(out []heading, n, end, before, after int) []heading {
	h := heading{from: int32(n), block: int32(end), before: uint8(before)}
	first := n
	if end-first > 1 && passage.IsRule(r.lines[first].Text) {
		first++
	}
	last := first + 1
	switch {
	case last < end && first > n && r.lines[last].Text == r.lines[n].Text:
		last++
		h.style |= ruled
	case last < end && passage.IsRule(r.lines[last].Text) && passage.Underlines(&r.lines[last], &r.lines[first]):
		last++
		h.style |= underlined
		if first > n {
			h.style |= ruled
		}
	case first > n && last == end: // only a rule above it
		h.style |= ruled
	case first > n: // a rule at a paragraph's head is a scene break's
		first, last = n, n+1
	}
	h.line, h.to = int32(first), int32(last)
	if last == end {
		h.after = uint8(after)
	}
	if r.candidate(&h, last == end) {
		if int(h.to) == end { // a name over several lines
			h.after = uint8(after)
		}
		out = append(out, h)
	}
	for i := last; i < end; i++ {
		if h, ok := r.insideCandidate(i, end); ok {
			out = append(out, h)
		}
	}
	return out
}

// candidate reads h's line, the first of its block; single says that nothing but
// rules stands with it. It reports whether the line may be a heading.
func (r *reading) candidate(h *heading, single bool) bool {
	l := &r.lines[h.line]
	if len(l.Text) > maxHeading || l.Head == passage.StartsLower && l.Width > 40 {
		return false
	}
	h.form = formOf(l.Text)
	if h.verdict == noHeading && isTheEnd(l.Text) { // "End part 1/3"
		return false
	}
	if h.verdict == noHeading && l.Tail != passage.EndsStop && (single || h.block-h.line <= 5 && (l.Width*4 < r.layout.wrap*3 || r.layout.wrap < 40 && l.Width <= longestName)) {
		h.form, h.prefix = seriesForm(l.Text)
	}
	if l.Indent > r.layout.margin+max(r.layout.deepest, 6) {
		h.style |= inset
	}
	if framesName(l.Text, int(h.open), int(h.close)) {
		h.style |= ornamented
	}
	if allCapitals(l.Text[h.open:max(h.close, h.open)]) {
		h.style |= capitals
	}
	lines := int(h.block - h.line)
	if h.word == 0 && h.kind != noNumeral && int(h.to) < int(h.block) && h.to == h.line+1 {
		if next := formOf(r.lines[h.to].Text); next.word == 0 && next.kind == h.kind && next.number == h.number+1 {
			return false // "1. Bread." with "2. Candles." right below it
		}
	}
	switch h.verdict {
	case noHeading:
		return r.nameCandidate(h, single)
	case bareNumber:
		if r.isSceneBreak(int(h.line)) && h.kind != roman {
			return false
		}
		return single || lines <= 3 || r.layout.wrap == 0
	case nameAlone:
		h.style |= satellite
		return single || lines <= 3
	case maybe:
		if h.word != 0 {
			h.style |= satellite
			return single && (l.Tail != passage.EndsStop || h.style&capitals != 0) && len(l.Text) <= longestName
		}
		return single || lines <= 3
	}
	return true
}

// nameCandidate reports whether h's line, which holds no number and no heading
// word, may be a name that heads a section.
func (r *reading) nameCandidate(h *heading, single bool) bool {
	l := &r.lines[h.line]
	if !single {
		// A name in capitals may run over two or three lines.
		n := h.line
		for n < h.block && n < h.line+4 && allCapitals(r.lines[n].Text) {
			n++
		}
		if n != h.block || h.block-h.line > 3 {
			return false
		}
		h.to = h.block
		l = &r.lines[h.block-1]
	}
	if l.Head == passage.StartsLower || l.Head == passage.StartsOther || l.Width-l.Indent > longestName || l.Tail == passage.EndsColon || l.Tail == passage.EndsDash || r.isSceneBreak(int(h.line)) || isTheEnd(l.Text) {
		return false
	}
	own := r.lines[h.line].Text
	if strings.IndexByte("[({<", own[0]) >= 0 { // "[Illustration]", a stage direction
		return false
	}
	if hasFoldPrefix(own, "translated by ") || hasFoldPrefix(own, "illustrated by ") || hasFoldPrefix(own, "edited by ") || hasFoldPrefix(own, "transcribed by ") || hasFoldPrefix(own, "dedicated to ") {
		return false
	}
	open, end := undecorate(own)
	s := own[open:end]
	if s == "" {
		return false
	}
	h.open, h.label, h.title, h.close = uint8(open), uint8(open), uint8(open), uint8(end)
	if framesName(own, open, end) {
		h.style |= ornamented
	}
	if allCapitals(s) {
		h.style |= capitals
	}
	if titleCased(s) {
		h.style |= cased
	}
	h.style |= named
	switch c := l.Text[len(l.Text)-1]; {
	case c == ',' || c == ';':
		return false
	case c >= utf8.RuneSelf && l.Tail == passage.EndsStop && l.Head == passage.StartsCaseless, l.Head == passage.StartsCaseless && l.Width-l.Indent > longestName/3:
		return false
	case c == '.' && len(l.Text) <= 24 && strings.ContainsAny(s, "0123456789") && (isDateLine(s) || isClock(strings.ToLower(l.Text))): // "April 2nd."
	case c == '.' && h.style&(framed|capitals) == 0 && l.Text[0] != '_':
		return int(h.before) > r.layout.gap+1 && !strings.HasSuffix(l.Text, "...")
	}
	if h.style&(framed|capitals) == 0 && l.Tail == passage.EndsStop && strings.HasSuffix(strings.TrimRight(l.Text, "\"'”’»›*_)]"), ".") && l.Text[len(l.Text)-1] != '.' {
		return false // "“No.”"
	}
	if opensQuote(s) { // speech, unless it is quoted as a title is
		return h.style&cased != 0 && l.Tail != passage.EndsStop || h.style&cased != 0 && strings.HasSuffix(s, "”") && !strings.Contains(s, ",")
	}
	return true
}

// insideCandidate looks at a line inside a block of text: only a heading word
// with a number is a heading there, and only where a paragraph may end before it.
func (r *reading) insideCandidate(n, end int) (heading, bool) {
	l, prev := &r.lines[n], &r.lines[n-1]
	switch {
	case len(l.Text) > maxHeading:
		return heading{}, false
	case l.Head == passage.StartsCaseless:
		// "第一回 …" right above its text, as many Chinese files have it.
		if l.Width-l.Indent > longestName/2 || prev.Tail == passage.EndsOpen && prev.Width-prev.Indent > longestName/2 {
			return heading{}, false
		}
	case l.Head != passage.StartsUpper, r.layout.wrap > 0 && (prev.Tail == passage.EndsOpen || l.Width-l.Indent > r.layout.wrap/2):
		return heading{}, false
	}
	f := formOf(l.Text)
	if f.verdict != wordNumber || headingList[f.word].plain && f.of == 0 {
		return heading{}, false
	}
	if f.titled() && l.Head != passage.StartsCaseless && (r.layout.wrap > 0 || l.Tail == passage.EndsStop) {
		return heading{}, false
	}
	h := heading{form: f, line: int32(n), from: int32(n), to: int32(n + 1), block: int32(end), style: inside}
	if allCapitals(l.Text[f.open:f.close]) {
		h.style |= capitals
	}
	return h, true
}
