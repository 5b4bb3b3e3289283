package outline

import (
	"storybind/internal/parse/char"
	"storybind/internal/parse/passage"
	"storybind/internal/parse/says"
	"storybind/internal/parse/wording"
)

// readEntries collects the short lines from line n on, up to the first text. It
// returns the line at which that text begins, or to, and the blank lines before it.
func (s *Scheme) readEntries(n, to int) (entries []says.ContentsEntry, text, gap int) {
	for n < to {
		first := n
		for n < to && s.Lines[n].Blank() {
			n++
		}
		gap = n - first
		end := n
		for end < to && !s.Lines[end].Blank() {
			end++
		}
		if n == to || s.isText(n, end) {
			return entries, n, gap
		}
		for i := n; i < end; i++ {
			if t := s.Lines[i].Text; passage.IsRule(t) || passage.SceneMark(t) {
				continue
			}
			entries = append(entries, says.ContentsEntry{Line: i, Gap: gap})
			gap = 0
		}
		n = end
	}
	return entries, to, 0
}

// isText reports whether lines [from, to), a run without a blank, are the
// story's text and not entries of a list.
func (s *Scheme) isText(from, to int) bool {
	first := &s.Lines[from]
	lines := to - from
	if len(first.Text) > wording.MaxHeading {
		return true
	}
	for i := from; i < to && i < from+8; i++ {
		if _, page := says.StripPage(s.Lines[i].Text); page {
			return false
		}
	}
	if lines <= 6 && wording.FormOf(first.Text).Verdict != wording.NoHeading {
		return false
	}
	if lines == 1 {
		wide := 60
		if first.Head == passage.StartsCaseless {
			wide = 30
		}
		return first.Width()-first.Indent() > wide && (first.Tail == passage.EndsStop || first.Tail == passage.EndsColon) || char.OpensQuote(first.Text) && first.Tail == passage.EndsStop && first.Width() > 30
	}
	wide, ended := 0, 0
	for i := from; i < to; i++ {
		l := &s.Lines[i]
		if s.Layout.Wrap > 0 && l.Width() >= s.Layout.Wrap*3/4 {
			wide++
		}
		if c := l.Text[len(l.Text)-1]; l.Tail != passage.EndsOpen && l.Tail != passage.EndsOther || c == ',' || c == ';' {
			ended++
		}
	}
	return wide*2 >= lines || ended*3 >= lines
}

// headingKeys are the keys under which contents may name a heading.
func (s *Scheme) headingKeys(h *Heading) []string {
	t := s.Lines[h.Line].Text
	keys := []string{char.PlainKey(t), says.WordsKey(t)}
	if h.To > h.Line+1 {
		keys = append(keys, s.keyOf(h.Line, h.To))
	}
	if h.Titled() {
		keys = append(keys, char.PlainKey(t[h.Title:h.Close]))
	}
	if h.TitleAt > 0 {
		keys = append(keys, char.PlainKey(s.Lines[h.TitleAt].Text))
	}
	return keys
}
