package build

import (
	"math"
	"strings"

	"storybind/internal/book"
	"storybind/internal/parse/outline"
	"storybind/internal/parse/passage"
	"storybind/internal/parse/says"
	"storybind/internal/parse/wording"
)

// How a heading is divided into label and title.

// setHeading splits a heading into label, title and subtitle.
func (b *binding) setHeading(s *book.Section, h *outline.Heading) {
	text, last := b.Lines[h.Line].Text, h.To
	if h.End > 0 {
		text, last = text[:h.End], h.Line+1
	}
	if h.Style&wording.Repeated != 0 {
		last = h.Line + 1
		if h.ValueOnly() {
			text = text[h.Open:]
		}
	}
	var all strings.Builder
	all.WriteString(text[h.Begin:])
	rest := ""
	for n := h.Line + 1; n < last; n++ {
		t := b.Lines[n].Text
		if t == "" || passage.IsRule(t) {
			continue
		}
		all.WriteByte(' ')
		all.WriteString(t)
		rest += " " + t
	}
	s.Heading = says.FoldSpace(all.String())
	label, title := "", ""
	switch {
	case h.Prefix > 0, h.ValueOnly(), h.Style&wording.Said != 0 && h.Close == 0: // the last: longer than any heading
		title = text
	case h.Style&wording.Named != 0, h.Verdict == wording.NameAlone && !h.Titled(), h.Verdict == wording.Maybe && h.Word != 0:
		title = text[h.Open:h.Close]
		if rest != "" || text[h.Close:] == "." { // an abbreviation's stop stays: see titleStop
			title = text[h.Open:]
		}
	default:
		label, title = text[h.Open:h.Label], text[h.Title:h.Close]
		if h.Open == 1 && text[0] == '+' { // "+1" says more than "1"
			label = "+" + label
		}
		if h.Titled() && h.Close < uint8(len(text)) && h.Open == 0 {
			from := int(h.Title)
			for from > int(h.Label) && strings.IndexByte("_*", text[from-1]) >= 0 {
				from--
			}
			title = text[from:] // marks of emphasis, a closing stop
		}
	}
	if h.TitleAt > 0 || rest != "" {
		title = strings.TrimSpace(title + rest)
	}
	s.Label = says.LabelCase(says.FoldSpace(label))
	heading, calls := b.CalledAtEnd(s.Heading, int(h.Line))
	title = says.FoldSpace(title)
	var onLabel []book.Inline
	if call := s.Heading[len(heading):]; len(calls) > 0 {
		s.Heading = heading
		title, s.Label = strings.TrimSpace(strings.TrimSuffix(title, call)), strings.TrimSpace(strings.TrimSuffix(s.Label, call))
	} else if title != "" { // a mark behind the label, "CHAPTER I[1]", stands before the title: words keep their order
		whole := s.Label
		s.Label, onLabel = b.CalledAtEnd(whole, int(h.Line))
		if mark := whole[len(s.Label):]; mark != "" {
			s.Heading = strings.Replace(s.Heading, mark, "", 1)
		}
	}
	if title = says.TitleStop(title); title != "" {
		s.Title = append(onLabel, b.InlinesOf(title)...)
		from, to := b.Src.LineStart(int(h.Line)), b.Src.LineSpan(int(h.Line), int(last-1)).End
		if at := strings.Index(b.Src.Body[from:to], "["+label+"]"); at >= 0 && label != "" { // "[i] Of Hull" has a number, and no tag
			from += at + len(label) + len("[]")
		}
		b.DropTags(from, to, math.MaxInt, false)
	}
	s.Title = append(s.Title, calls...)
}
