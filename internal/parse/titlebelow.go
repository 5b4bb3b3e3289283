package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/parse/passage"
)

// titleBelow looks for a title on the lines below candidate i, which holds only
// a number.
func (s *scheme) titleBelow(i int) (from, to int32, kind titleKind) {
	h := &s.heads[i]
	n := int(h.to)
	for n < s.to && s.lines[n].Blank() {
		n++
	}
	gap := n - int(h.to)
	if n >= s.to || gap > 6 || s.lines[n].Marks&passage.NoHead != 0 {
		return 0, 0, noTitle
	}
	const most = 6 // lines: a longer block is text
	end := n + 1
	for end < min(s.to, n+most) && !s.lines[end].Blank() {
		end++
	}
	if s.headsWithin(i, end) {
		return 0, 0, noTitle
	}
	if end-n > 4 {
		// The text follows without a blank line: its first line may still be a title.
		if s.layout.wrap == 0 && s.kindOfTitle(n, n+1, false) == clearTitle && s.lines[n+1].Width > s.lines[n].Width+10 {
			return int32(n), int32(n + 1), clearTitle
		}
		return 0, 0, noTitle
	}
	if i+1 < len(s.heads) {
		if next := &s.heads[i+1]; int(next.line) == n && next.verdict == nameAlone && !next.titled() && next.kind == noNumeral && end == n+1 {
			return int32(n), int32(end), sectionTitle
		}
	}
	after := end
	for after < s.to && s.lines[after].Blank() {
		after++
	}
	if after >= s.to || i+1 < len(s.heads) && s.isTaken(&s.heads[i+1]) && int(s.heads[i+1].from) == after {
		return 0, 0, noTitle // it is all the text the section has
	}
	if s.lines[end-1].Tail == passage.EndsOpen && s.lines[after].Head == passage.StartsLower {
		return 0, 0, noTitle // a sentence that runs on over the blank lines of double spacing
	}
	kind = s.kindOfTitle(n, end, after-end > s.paragraphGap())
	if end-n < 3 && s.contentsName(h, n, end) {
		kind = clearTitle
	}
	if kind == plainTitle && end == n+1 && gap < after-end && s.lines[n].Tail == passage.EndsOpen && !labelled(s.lines[n].Text) {
		kind = nearTitle
	}
	return int32(n), int32(end), kind
}

// contentsName reports whether the printed contents have an entry that says heading h
// and lines [from, to) below it.
func (s *scheme) contentsName(h *heading, from, to int) bool {
	if len(s.contents) == 0 {
		return false
	}
	key := plainKey(s.lines[h.line].Text)
	for n := from; n < to; n++ {
		key += plainKey(s.lines[n].Text)
	}
	for i := range s.contents {
		if _, ok := s.contents[i].keys[key]; ok {
			return true
		}
	}
	return false
}

// kindOfTitle judges lines [from, to) as a title; apart says that more white than
// paragraphs have stands behind them.
func (s *scheme) kindOfTitle(from, to int, apart bool) titleKind {
	first, last := &s.lines[from], &s.lines[to-1]
	c, _ := utf8.DecodeRuneInString(first.Text)
	if to-from == 1 && last.Tail == passage.EndsOpen && s.shortLine(last) && (hasFoldPrefix(first.Text, "in which ") || hasFoldPrefix(first.Text, "wherein ")) {
		return clearTitle
	}
	if first.Head == passage.StartsLower || c == '(' || c == '[' || first.Head == passage.StartsOther {
		return noTitle
	}
	if passage.IsRule(first.Text) || passage.SceneMark(first.Text) || isSceneWord(first.Text) || hasFoldPrefix(first.Text, "by ") || hasFoldPrefix(first.Text, "dedicated to ") {
		return noTitle
	}
	switch last.Text[len(last.Text)-1] {
	case ',', ';', ':':
		return noTitle
	}
	if last.Tail == passage.EndsDash || opensQuote(first.Text) && (to-from > 1 || !titleCased(first.Text)) {
		return noTitle
	}
	if l, ok := labelOf(first.Text); ok && l.sure && !l.dash && l.name != "title" && l.name != "subtitle" { // "A/N: Be gentle!"
		return noTitle
	}
	if !holdsWord(first.Text) || s.headsLetter(from, to) {
		return noTitle
	}
	all, long := true, false
	for n := from; n < to; n++ {
		all = all && allCapitals(s.lines[n].Text)
		long = long || s.lines[n].Width-s.lines[n].Indent > 100 && s.layout.wrap == 0
	}
	emphasised := (c == '_' || c == '*' || c == '/') && strings.HasSuffix(last.Text, string(c))
	stop := last.Tail == passage.EndsStop && !strings.HasSuffix(last.Text, "?") && !strings.HasSuffix(last.Text, "!")
	switch {
	case long:
		return noTitle
	case to-from <= 3 && (all || emphasised):
		return clearTitle
	case to-from <= 2 && !stop && titleCased(first.Text) && s.shortLine(last):
		return clearTitle
	case to-from <= 3 && last.Tail != passage.EndsStop && s.shortLine(last):
		return plainTitle
	case apart && (to-from > 1 && s.filled(from, to) || to-from == 1 && s.shortLine(last)):
		return sentenceTitle
	}
	return noTitle
}

// filled reports whether lines [from, to) run on as prose does, each as far as the
// measure allows, or stand in the middle: verse does neither.
func (s *scheme) filled(from, to int) bool {
	if s.layout.wrap == 0 {
		return true
	}
	for n := from; n < to-1; n++ {
		l := &s.lines[n]
		if l.Indent <= s.layout.margin+6 && l.Width+1+int(s.lines[n+1].Word) < s.layout.wrap*4/5 {
			return false
		}
	}
	return true
}

// shortLine reports whether a line is as short as a title's last line is.
func (s *scheme) shortLine(l *passage.Line) bool {
	w := l.Width - l.Indent
	return w <= longestName && (s.layout.wrap == 0 || w <= s.layout.wrap*9/10)
}

// isSceneWord reports whether a line is a heading word alone, such as "SCENE",
// which heads something of its own.
func isSceneWord(text string) bool {
	open, end := undecorate(text)
	if word := findHeadingWord(text[open:end]); word != 0 {
		return !headingList[word].alone
	}
	return false
}

// holdsWord reports whether a line has at least two letters that follow one another:
// "24.3K 812 209" has none.
func holdsWord(s string) bool {
	run := 0
	for _, c := range s {
		if c >= 0x2E80 && unicode.IsLetter(c) {
			return true
		}
		if !unicode.IsLetter(c) {
			run = 0
			continue
		}
		if run++; run > 1 {
			return true
		}
	}
	return false
}

// letterHead is how many columns in from the margin the head of a letter is set.
const letterHead = 8

// headsLetter reports whether lines [from, to), or those below them, begin a letter
// or a form of the story: labels with values, one below the other.
func (s *scheme) headsLetter(from, to int) bool {
	labels := 0
	for n := from; n < to; n++ {
		if labelled(s.lines[n].Text) {
			labels++
		}
	}
	if labels > 1 {
		return true
	}
	next := to
	for next < s.to && next-to < 3 && s.lines[next].Blank() {
		next++
	}
	if next < s.to && greets(s.lines[next].Text) {
		for n := from; n < to; n++ { // the place and the date of a letter
			if l := &s.lines[n]; l.Indent >= s.layout.margin+letterHead || isDateLine(l.Text) || isDateLine(l.Text[strings.IndexByte(l.Text, ',')+1:]) {
				return true
			}
		}
	}
	return next+1 < s.to && labelled(s.lines[next].Text) && labelled(s.lines[next+1].Text)
}
