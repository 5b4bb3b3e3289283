package outline

import (
	"strings"

	"storybind/internal/book"
	"storybind/internal/parse/char"
	"storybind/internal/parse/wording"
)

// Volume and chapter may stand in one line: "Part One - Chapter 2", "第一卷 旧灯 第二章".
// The volume is a part of its own, named once, above the first of its chapters; where
// later chapters name it again, that is set aside.

// splitVolumes divides headings that hold two divisions, the outer first, when at least
// two of them do.
func (s *Scheme) splitVolumes() {
	type found struct{ at, inner int }
	var all []found
	for i := range s.Heads {
		h := &s.Heads[i]
		if at := innerDivision(h, s.Lines[h.Line].Text); at > 0 && h.Style&(wording.Repeated|wording.Said) == 0 {
			all = append(all, found{i, at})
		}
	}
	if len(all) < 2 {
		return
	}
	out := make([]Heading, 0, len(s.Heads)+len(all))
	volume, next := "", 0
	for i := range s.Heads {
		h := s.Heads[i]
		if next == len(all) || all[next].at != i {
			out = append(out, h)
			continue
		}
		at := all[next].inner
		next++
		l := &s.Lines[h.Line]
		name := strings.TrimRight(l.Text[:at], " \t,.:;-–—　")
		if key := char.PlainKey(name); key != volume {
			volume = key
			v := h
			v.To, v.After, v.TitleAt, v.End = h.Line, 0, 0, uint8(len(name))
			v.Close = min(v.Close, v.End)
			v.Title, v.Label = min(v.Title, v.Close), min(v.Label, v.Close)
			out = append(out, v)
		} else {
			s.Book.SetAside = append(s.Book.SetAside, book.SetAside{Reason: repeatedHeading, Span: s.Src.Span(l.Start(), l.Start()+len(name))})
		}
		h.Form = wording.Shift(wording.FormOf(l.Text[at:]), at)
		h.Begin = uint8(at)
		out = append(out, h)
	}
	s.Heads = out
}

// repeatedHeading is the reason of an aside that names a chapter's volume once more.
const repeatedHeading = "repeated volume"

// innerDivision is the byte at which a heading's second division begins, which stands
// further in than its first; 0 when it has only one.
func innerDivision(h *Heading, text string) int {
	if h.Verdict != wording.WordNumber || !h.Titled() || h.Word == 0 || len(text) > wording.MaxHeading {
		return 0
	}
	outer := wording.HeadingList[h.Word].Depth
	for at := int(h.Title); at < int(h.Close); at++ {
		if at > int(h.Title) && text[at-1] != ' ' && !strings.HasSuffix(text[:at], "　") {
			continue
		}
		if f := wording.FormOf(text[at:]); f.Verdict == wording.WordNumber && f.Open == 0 && f.Word != 0 && wording.HeadingList[f.Word].Depth > outer {
			return at
		}
	}
	return 0
}
