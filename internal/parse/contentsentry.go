package parse

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"storybind/internal/parse/passage"
)

// The entries of printed contents, and the keys by which they name headings.

// A contentsEntry is one line of printed contents and the blank lines before it.
type contentsEntry struct {
	line, gap int
}

// readEntries collects the short lines from line n on, up to the first text. It
// returns the line at which that text begins, or to, and the blank lines before it.
func (s *scheme) readEntries(n, to int) (entries []contentsEntry, text, gap int) {
	for n < to {
		first := n
		for n < to && s.lines[n].Blank() {
			n++
		}
		gap = n - first
		end := n
		for end < to && !s.lines[end].Blank() {
			end++
		}
		if n == to || s.isText(n, end) {
			return entries, n, gap
		}
		for i := n; i < end; i++ {
			if t := s.lines[i].Text; passage.IsRule(t) || passage.SceneMark(t) {
				continue
			}
			entries = append(entries, contentsEntry{i, gap})
			gap = 0
		}
		n = end
	}
	return entries, to, 0
}

// isText reports whether lines [from, to), a run without a blank, are the
// story's text and not entries of a list.
func (s *scheme) isText(from, to int) bool {
	first := &s.lines[from]
	lines := to - from
	if len(first.Text) > maxHeading {
		return true
	}
	for i := from; i < to && i < from+8; i++ {
		if _, page := stripPage(s.lines[i].Text); page {
			return false
		}
	}
	if lines <= 6 && formOf(first.Text).verdict != noHeading {
		return false
	}
	if lines == 1 {
		wide := 60
		if first.Head == passage.StartsCaseless {
			wide = 30
		}
		return first.Width-first.Indent > wide && (first.Tail == passage.EndsStop || first.Tail == passage.EndsColon) || opensQuote(first.Text) && first.Tail == passage.EndsStop && first.Width > 30
	}
	wide, ended := 0, 0
	for i := from; i < to; i++ {
		l := &s.lines[i]
		if s.layout.wrap > 0 && l.Width >= s.layout.wrap*3/4 {
			wide++
		}
		if c := l.Text[len(l.Text)-1]; l.Tail != passage.EndsOpen && l.Tail != passage.EndsOther || c == ',' || c == ';' {
			ended++
		}
	}
	return wide*2 >= lines || ended*3 >= lines
}

// entryKeys are the keys by which a heading may be named in an entry: the whole
// line, the title without its number, the first of several columns, and for a
// name turned round ("Armstrong, Hannah") its words in alphabetical order.
func entryKeys(t string) []string {
	keys := []string{plainKey(t), entryKey(t)}
	if i := strings.Index(t, "   "); i > 0 {
		keys = append(keys, plainKey(t[:i]))
		if formOf(t[:i]).verdict != noHeading { // "Chapter I      The Period"
			keys = append(keys, plainKey(t[i:]))
		}
	}
	if strings.Contains(t, ", ") {
		keys = append(keys, wordsKey(t))
	}
	return slices.DeleteFunc(keys, func(k string) bool { return k == "" })
}

// headingKeys are the keys under which contents may name a heading.
func (s *scheme) headingKeys(h *heading) []string {
	t := s.lines[h.line].Text
	keys := []string{plainKey(t), wordsKey(t)}
	if h.to > h.line+1 {
		keys = append(keys, s.keyOf(h.line, h.to))
	}
	if h.titled() {
		keys = append(keys, plainKey(t[h.title:h.close]))
	}
	if h.titleAt > 0 {
		keys = append(keys, plainKey(s.lines[h.titleAt].Text))
	}
	return keys
}

// entryKey is the key of an entry's title, without number and page; of the whole
// entry when it has no title.
func entryKey(t string) string {
	t, _ = stripPage(t)
	if f := formOf(t); f.verdict != noHeading && f.titled() {
		return plainKey(t[f.title:f.close])
	}
	return plainKey(t)
}

// stripPage takes the page number and the leader from an entry's end:
// "The Gate . . . . 17", "The Gate      17".
func stripPage(t string) (string, bool) {
	end := len(t)
	for end > 0 && t[end-1] >= '0' && t[end-1] <= '9' {
		end--
	}
	if end == len(t) {
		for end > 0 && strings.IndexByte("ivxlc", t[end-1]) >= 0 {
			end--
		}
	}
	if end == 0 || end == len(t) || len(t)-end > 5 {
		return t, false
	}
	cut := strings.TrimRight(t[:end], " .\t…·_-–")
	if lead := t[len(cut):end]; len(lead) > 2 || strings.Contains(lead, "\t") || len(lead) == 2 && lead == "  " {
		return cut, cut != ""
	}
	return t, false
}

// plainKey is a text's letters and digits in small letters: two texts with the
// same key say the same.
func plainKey(s string) string {
	return string(appendKey(make([]byte, 0, len(s)), s))
}

// appendKey appends the key of s to b.
func appendKey(b []byte, s string) []byte {
	for _, c := range s {
		switch {
		case c < utf8.RuneSelf:
			if c >= 'A' && c <= 'Z' {
				c |= 0x20
			}
			if c >= 'a' && c <= 'z' || c >= '0' && c <= '9' {
				b = append(b, byte(c))
			}
		case unicode.IsLetter(c) || unicode.IsDigit(c):
			b = utf8.AppendRune(b, unicode.ToLower(c))
		}
	}
	return b
}

// wordsKey is a text's words in alphabetical order, marked as such.
func wordsKey(s string) string {
	words := strings.FieldsFunc(strings.ToLower(s), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) && c != '\'' && c != '’' })
	slices.Sort(words)
	return "\x00" + strings.Join(words, " ")
}
